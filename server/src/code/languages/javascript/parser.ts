import ts from 'typescript';

/** The one place that loads the `typescript` package, so that it can be loaded late. */
export { ts };

/** What a text may hold besides JavaScript; decides how `<` and type annotations are read. */
export type Dialect = 'js' | 'ts' | 'tsx' | 'dts';

/**
 * Parses a text, however broken it is. Every text is taken for a module, so that a part of a file is read as it is within
 * the whole. Undefined where the nesting is too deep for the parser.
 */
export function parse(text: string, dialect: Dialect): ts.SourceFile | undefined {
  try {
    return ts.createSourceFile(fileNames[dialect], text, options, false, kinds[dialect]);
  } catch {
    // The parser descends recursively: thousands of nested brackets exhaust the stack.
    return undefined;
  }
}

const options: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  setExternalModuleIndicator(file) {
    // Top-level `await` is an operator in modules only; its text must not depend on imports elsewhere in the file.
    (file as { externalModuleIndicator?: true }).externalModuleIndicator = true;
  },
};

const fileNames: Readonly<Record<Dialect, string>> = { js: 'a.jsx', ts: 'a.ts', tsx: 'a.tsx', dts: 'a.d.ts' };

const kinds: Readonly<Record<Dialect, ts.ScriptKind>> = {
  js: ts.ScriptKind.JSX,
  ts: ts.ScriptKind.TS,
  tsx: ts.ScriptKind.TSX,
  dts: ts.ScriptKind.TS,
};
