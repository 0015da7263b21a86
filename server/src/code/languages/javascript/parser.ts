import ts from 'typescript';

/** The one place that loads the `typescript` package, so that it can be loaded late. */
export { ts };

/** What a text may hold besides JavaScript; decides how `<` and type annotations are read. */
export type Dialect = 'js' | 'ts' | 'tsx' | 'dts';

export interface Parsed {
  readonly source: ts.SourceFile;
  /** Offsets at which the parser met what it did not expect. */
  readonly errors: readonly number[];
  /** What the text was given in addition to what is in the file, in order. */
  readonly insertions: readonly Insertion[];
}

/** A missing piece of text. `at` is an offset in the file's own text. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Parses a text, however broken it is; `insertions` is what it was given in addition. A part of a file is read as it is
 * within the whole. Undefined where the nesting is too deep for the parser.
 */
export function parse(text: string, dialect: Dialect, insertions: readonly Insertion[] = []): Parsed | undefined {
  try {
    const source = ts.createSourceFile(fileNames[dialect], text, options, false, kinds[dialect]);
    // The parser keeps its errors here; the declarations leave them out, since programs are asked for them instead.
    const { parseDiagnostics = [] } = source as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
    return { source, errors: parseDiagnostics.map(({ start }) => start), insertions };
  } catch {
    // The parser descends recursively: thousands of nested brackets exhaust the stack.
    return undefined;
  }
}

const options: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  // In a module the parser reads statements with `await` twice, in a way that depends on those before and after them. No
  // text is taken for a module: the only thing lost is that `await (x)` outside functions looks like a call.
  setExternalModuleIndicator: () => undefined,
};

const fileNames: Readonly<Record<Dialect, string>> = { js: 'a.jsx', ts: 'a.ts', tsx: 'a.tsx', dts: 'a.d.ts' };

const kinds: Readonly<Record<Dialect, ts.ScriptKind>> = {
  js: ts.ScriptKind.JSX,
  ts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  dts: ts.ScriptKind.TS,
};
