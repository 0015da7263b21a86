import { Lines } from '../../base/lines.ts';
import type { Uri } from '../../base/text.ts';
import type { CodeFile, Unit } from '../facts.ts';
import type { LanguageId } from '../language-id.ts';
import { nest } from '../scanner/nesting.ts';
import { scanHalfTyped } from '../scanner/open-strings.ts';
import { readSuppression, type Suppression } from '../suppression.ts';
import { expression } from './expressions.ts';
import type { Grammar } from './grammar.ts';
import { Parser, type Syntax } from './parser.ts';
import { statement } from './statements.ts';
import { type } from './types.ts';

const syntax: Syntax = { expression, statement, type };

/** Reads a file of a language that is given as a table. Never throws: a text that defeats the reader has no facts. */
export function readSource(grammar: Grammar<Parser>, language: LanguageId, uri: Uri, text: string): CodeFile {
  const lines = new Lines(text);
  try {
    const { parser, suppressions } = parse(grammar, text, lines);
    const { namespace } = parser;
    const units = [parser.unit.finish()];
    return { uri, language, lines, units, suppressions, ...(namespace !== undefined && { namespace }) };
  } catch (error) {
    const message = `This file could not be read: ${String(error)}`;
    const unit: Unit = { ...noFacts, problems: [{ at: 0, end: 0, message }] };
    return { uri, language, lines, units: [unit], suppressions: [] };
  }
}

const noFacts: Unit = {
  start: 0,
  bindings: [],
  functions: [],
  calls: [],
  classes: [],
  types: [],
  imports: [],
  exports: [],
  globals: [],
};

function parse(
  grammar: Grammar<Parser>,
  text: string,
  lines: Lines,
): { readonly parser: Parser; readonly suppressions: Suppression[] } {
  const nested = nest(scanHalfTyped(text, grammar.lexicon, grammar.nesting), grammar.nesting);
  const tokens = grammar.layout?.(nested) ?? nested;
  const parser = new Parser(tokens, grammar, syntax);
  while (!parser.isDone()) parser.statements();
  const suppressions: Suppression[] = [];
  for (let i = 0; i + 1 < tokens.comments.length; i += 2) {
    const from = tokens.comments[i] ?? 0;
    const comment = text.slice(from, tokens.comments[i + 1]);
    if (!comment.includes('tracklint')) continue;
    const found = readSuppression(comment, from, lines);
    if (found !== undefined) suppressions.push(found);
  }
  return { parser, suppressions };
}
