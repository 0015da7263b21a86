import { Lines } from '../../../base/lines.ts';
import type { Uri } from '../../../base/text.ts';
import type { CodeFile, Unit } from '../../facts.ts';
import type { LanguageId } from '../../language-id.ts';
import type { Suppression } from '../../suppression.ts';
import { readSuppression } from '../../suppression.ts';
import { suppressionsOf } from '../javascript/comments.ts';
import { Memory } from '../../memory.ts';
import type { Dialect } from '../javascript/parser.ts';
import type { Script } from '../javascript/script.ts';
import { readScript } from '../javascript/script.ts';
import { Fragments } from './fragments.ts';
import type { OpenTag, ScanOptions, Token } from './scan.ts';
import { scanMarkup } from './scan.ts';
import type { Part } from './template-reader.ts';
import { TemplateReader } from './template-reader.ts';

/** A language of markup with scripts in it: where its scripts stand, and how its template is read. */
export interface MarkupLanguage {
  readonly id: LanguageId;
  readonly scan: ScanOptions;
  /** Where the markup starts: behind the front matter, which is a script, where the language has one. */
  frontMatter?(text: string): Part | undefined;
  /** The dialect of a script element; undefined for data and other languages. */
  scriptDialect(tag: OpenTag, text: string): Dialect | undefined;
  /** The dialect of the template's expressions, which may depend on the scripts'. */
  templateDialect(scripts: readonly Dialect[]): Dialect;
  readTemplate(reader: TemplateReader, tokens: readonly Token[]): void;
}

/** Reads the scripts of a file, each as a script of its own, and its template. Never throws. */
export function readMarkupFile(uri: Uri, text: string, language: MarkupLanguage, previous?: CodeFile): CodeFile {
  const before = previous && memory.recall(previous);
  const lines = new Lines(text);
  const front = language.frontMatter?.(text);
  const tokens = scanMarkup(text, front?.end ?? 0, language.scan);
  const parts = [...(front ? [{ ...front, dialect: 'ts' as const }] : []), ...scriptParts(text, tokens, language)];
  const scripts = parts.map(({ at, end, dialect }, i) => readScript(text.slice(at, end), dialect, before?.scripts[i]));
  const fragments = new Fragments(language.templateDialect(parts.map(({ dialect }) => dialect)), before?.fragments);
  const template = readTemplate(text, tokens, language, fragments);
  const units = scripts.flatMap((script, i) => unitsOf(script, parts[i]?.at ?? 0));
  const file: CodeFile = {
    uri,
    language: language.id,
    lines,
    units: template === undefined ? units : [...units, template],
    suppressions: [
      ...scripts.flatMap((script, i) => scriptSuppressions(script, parts[i]?.at ?? 0, lines)),
      ...tokens.flatMap(({ kind, at, end }) =>
        kind === 'comment' ? (readSuppression(text.slice(at, end), at, lines) ?? []) : [],
      ),
    ].sort((a, b) => a.range.start.line - b.range.start.line),
  };
  memory.keep(file, { scripts, fragments }, previous);
  return file;
}

const memory = new Memory<{ readonly scripts: readonly Script[]; readonly fragments: Fragments }>();

interface ScriptPart extends Part {
  readonly dialect: Dialect;
}

function scriptParts(text: string, tokens: readonly Token[], language: MarkupLanguage): readonly ScriptPart[] {
  return tokens.flatMap((token, i) => {
    const content = tokens[i + 1];
    if (token.kind !== 'open' || token.name.toLowerCase() !== 'script' || content?.kind !== 'raw') return [];
    const dialect = language.scriptDialect(token, text);
    return dialect === undefined ? [] : [{ at: content.at, end: content.end, dialect }];
  });
}

/** Offsets within a unit are relative to it, so only its start moves. */
function unitsOf({ pieces }: Script, offset: number): readonly Unit[] {
  return pieces.flatMap(({ units }) => units.map(unit => ({ ...unit, start: unit.start + offset })));
}

function scriptSuppressions({ pieces, tail }: Script, offset: number, lines: Lines): readonly Suppression[] {
  return [
    ...pieces.flatMap(({ start, comments }) => suppressionsOf(comments, offset + start, lines)),
    ...suppressionsOf(tail, offset + (pieces.at(-1)?.end ?? 0), lines),
  ];
}

/** Undefined where the template holds nothing that could matter. */
function readTemplate(
  text: string,
  tokens: readonly Token[],
  language: MarkupLanguage,
  fragments: Fragments,
): Unit | undefined {
  const reader = new TemplateReader(text, fragments);
  try {
    language.readTemplate(reader, tokens);
  } catch {
    // Only the stack can be too small, for code that no person wrote.
    return undefined;
  }
  const unit = reader.finish();
  return unit.calls.length === 0 && unit.functions.length === 0 ? undefined : unit;
}
