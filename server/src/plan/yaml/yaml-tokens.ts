import { CST, Lexer } from 'yaml';

/** A piece of a YAML text; together they are the text. */
export interface YamlToken {
  readonly kind:
    | 'dash'
    | 'colon'
    | 'open'
    | 'close'
    | 'comma'
    | 'comment'
    | 'header'
    | 'body'
    | 'scalar'
    | 'alias'
    | 'mark'
    | 'start';
  readonly text: string;
}

/** A line of tokens; a text of several lines counts as a part of the line that it begins in. */
export interface TokenLine {
  /** Blanks before the first token. */
  readonly blanks: string;
  /** Each token with the blanks behind it. Empty for a line without any. */
  readonly tokens: readonly (YamlToken & { readonly gap: string })[];
}

/** The lines of a YAML text; undefined for what few plans have: several documents, directives, `?` keys. */
export function tokenLines(text: string): readonly TokenLine[] | undefined {
  const lines: TokenLine[] = [];
  let blanks = '';
  let tokens: { kind: YamlToken['kind']; text: string; gap: string }[] = [];
  let isScalar = false;
  let isBody = false;
  const endLine = (): void => {
    lines.push({ blanks, tokens });
    blanks = '';
    tokens = [];
  };
  for (const source of new Lexer().lex(text)) {
    if (isScalar) {
      tokens.push({ kind: isBody ? 'body' : 'scalar', text: source, gap: '' });
      // The lines of a block text bring the end of their last one with them.
      if (isBody && source !== '') endLine();
      isScalar = false;
      isBody = false;
      continue;
    }
    const type = CST.tokenType(source);
    const last = tokens.at(-1);
    if (type === 'doc-mode') continue;
    if (type === 'scalar') isScalar = true;
    else if (type === 'newline') endLine();
    else if (type === 'space') {
      if (last) last.gap += source;
      else blanks += source;
    } else {
      const kind = type ? kinds.get(type) : undefined;
      if (!kind) return undefined;
      if (kind === 'header') isBody = true;
      tokens.push({ kind, text: source, gap: '' });
    }
  }
  if (tokens.length > 0) endLine();
  return lines;
}

const kinds: ReadonlyMap<string, YamlToken['kind']> = new Map([
  ['seq-item-ind', 'dash'],
  ['map-value-ind', 'colon'],
  ['flow-map-start', 'open'],
  ['flow-seq-start', 'open'],
  ['flow-map-end', 'close'],
  ['flow-seq-end', 'close'],
  ['comma', 'comma'],
  ['comment', 'comment'],
  ['block-scalar-header', 'header'],
  ['single-quoted-scalar', 'scalar'],
  ['double-quoted-scalar', 'scalar'],
  ['alias', 'alias'],
  ['anchor', 'mark'],
  ['tag', 'mark'],
  ['doc-start', 'start'],
]);
