import { Language, Parser } from 'web-tree-sitter';

let ready: Promise<void> | undefined;

/** A parser with the grammar of a file in `node_modules`. */
export async function treeParser(wasm: string): Promise<Parser> {
  await (ready ??= Parser.init());
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm));
  return parser;
}
