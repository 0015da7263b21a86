import type { Unit } from '../facts.ts';
import { nest } from '../scanner/nesting.ts';
import { scanHalfTyped } from '../scanner/open-strings.ts';
import type { Tokens } from '../scanner/tokens.ts';
import { expression } from './expressions.ts';
import type { Grammar } from './grammar.ts';
import { Parser, type Syntax } from './parser.ts';
import { statement } from './statements.ts';
import { type } from './types.ts';

const syntax: Syntax = { expression, statement, type };

/** A comment that may say something to the checks. */
export interface Note {
  readonly at: number;
  readonly text: string;
}

/** What was read from a text. */
export interface TextRead {
  readonly unit: Unit;
  readonly notes: readonly Note[];
  readonly namespace: string | undefined;
}

/** Reads the whole of a text, which may have been split already. Throws where the text defeats the reader. */
export function readText(grammar: Grammar<Parser>, text: string, split?: Tokens): TextRead {
  const nested = nest(split ?? scanHalfTyped(text, grammar.lexicon, grammar.nesting).tokens, grammar.nesting);
  const tokens = grammar.layout?.(nested) ?? nested;
  const parser = new Parser(tokens, grammar, syntax);
  while (!parser.isDone()) parser.statements();
  const notes: Note[] = [];
  for (let i = 0; i + 1 < tokens.comments.length; i += 2) {
    const at = tokens.comments[i] ?? 0;
    const comment = text.slice(at, tokens.comments[i + 1]);
    if (comment.includes('tracklint')) notes.push({ at, text: comment });
  }
  return { unit: parser.unit.finish(), notes, namespace: parser.namespace };
}
