import assert from 'node:assert/strict';
import ts from 'typescript';
import type { Parser } from 'web-tree-sitter';
import { parseDocument } from 'yaml';
import { languageOf } from '../../server/src/code/languages/index.ts';
import { callGrammars } from '../differential/call-grammars.ts';
import { treeParser } from '../differential/tree-parser.ts';

/** Fails where the text is not what its file's name says: to the language's own parser, or to tree-sitter, and to our reader. */
export async function assertParses(uri: string, text: string): Promise<void> {
  if (/\.[jt]sx?$/.test(uri)) {
    const { diagnostics } = ts.transpileModule(text, {
      fileName: uri,
      reportDiagnostics: true,
      compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext },
    });
    assert.deepEqual(diagnostics?.map(({ messageText }) => messageText) ?? [], [], text);
  } else if (/\.ya?ml$/.test(uri)) {
    assert.deepEqual(
      parseDocument(text).errors.map(({ message }) => message),
      [],
      text,
    );
  } else assert.deepEqual(await faultsOf(uri, text), [], text);
}

/** What tree-sitter and our reader do not understand, by line. Empty for languages of which no grammar is at hand. */
async function faultsOf(uri: string, text: string): Promise<readonly string[]> {
  const language = languageOf(uri);
  const grammar = language && callGrammars[language.id];
  if (!language || !grammar || uri.endsWith('.erb')) return [];
  const problems = language.read(uri, text).units.flatMap(unit => (unit.problems ?? []).map(({ message }) => message));
  let parser = parsers.get(grammar.wasm);
  if (!parser) parsers.set(grammar.wasm, (parser = treeParser(grammar.wasm)));
  const tree = (await parser).parse(text);
  const root = tree?.rootNode;
  if (!root?.hasError) return problems;
  const lines = text.split('\n');
  const wrong = root
    .descendantsOfType('ERROR')
    .map(({ startPosition: { row } }) => `line ${row + 1}: ${lines[row] ?? ''}`);
  return [...problems, ...(wrong.length > 0 ? wrong : ['something is missing'])];
}

const parsers = new Map<string, Promise<Parser>>();
