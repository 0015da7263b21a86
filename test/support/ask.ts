import assert from 'node:assert/strict';
import {
  CodeActionKind,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentHighlightKind,
  InsertTextFormat,
  ResponseError,
  SymbolKind,
  SymbolTag,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type LocationLink,
  type SemanticTokens,
  type SignatureHelp,
  type SignatureInformation,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { Lines } from '../../server/src/base/lines.ts';
import type { Location, Range, TextEdit, Uri } from '../../server/src/base/text.ts';
import { plainEditor, type Editor } from '../../server/src/features/editor.ts';
import { semanticLegend } from '../../server/src/features/semantic-legend.ts';
import { features } from '../../server/src/lsp/features.ts';
import type { CallText, PlanDraft, PlanTree } from '../../server/src/lsp/protocol.ts';
import { check } from '../../server/src/rules/check.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { applyEdits } from './edits.ts';
import type { FixtureFile } from './fixture.ts';
import { openBuffers } from './open-buffers.ts';
import { assertParses } from './assert-parses.ts';
import { changedLines, expandSnippet } from './snippets.ts';
import { printTree } from './print-tree.ts';

export interface Question {
  readonly workspace: Workspace;
  readonly files: readonly FixtureFile[];
  readonly asked: FixtureFile;
  /**
   * `(plain editor)` in it asks as an editor that knows nothing of the protocol's later versions, `(YAML extension)` as one
   * with another extension that knows our schema.
   */
  readonly title: string;
  /** Answers in the place of the features of this process, such as a server elsewhere. */
  readonly answer?: (method: string, params: object) => Promise<unknown>;
  /** What stands behind `expect`: the item whose effect is wanted, or a parameter of the request. */
  readonly info: string;
}

/** Asks the request that a fixture's name begins with, and gives the answer as a person would write it down. */
export async function ask(fixture: string, question: Question): Promise<string> {
  const name = Object.keys(requests)
    .filter(each => fixture === `${each}.md` || fixture.startsWith(`${each}-`))
    .sort((a, b) => b.length - a.length)[0];
  const request = requests[name ?? ''];
  assert.ok(request, `test/features/${fixture} names no request`);
  return (await request(question)) || 'nothing';
}

const requests: Readonly<Record<string, (question: Question) => Promise<string>>> = {
  hover: async question => {
    const hover = await send<Hover | null>(question, 'textDocument/hover', {});
    return hover ? (hover.contents as { value: string }).value : '';
  },
  definition: async question => {
    const links = await send<LocationLink[] | Location[] | null>(question, 'textDocument/definition', {});
    return (links ?? []).map(link => place(question, toLocation(link))).join('\n');
  },
  references: async question => {
    const context = { includeDeclaration: question.info !== 'without definition' };
    const places = await send<Location[]>(question, 'textDocument/references', { context });
    return places.map(each => place(question, each)).join('\n');
  },
  'document-highlight': async question => {
    const found = await send<DocumentHighlight[]>(question, 'textDocument/documentHighlight', {});
    const kindOf = ({ kind }: DocumentHighlight) => (kind === DocumentHighlightKind.Write ? ' defines it' : '');
    return found.map(each => place(question, { uri: question.asked.uri, range: each.range }) + kindOf(each)).join('\n');
  },
  'signature-help': async question => {
    const help = await send<SignatureHelp | null>(question, 'textDocument/signatureHelp', {});
    return (help?.signatures ?? []).map(printSignature).join('\n');
  },
  diagnostics: async question => {
    const report = await send<DocumentDiagnosticReport>(question, 'textDocument/diagnostic', {});
    return report.kind === 'full' ? report.items.map(item => printDiagnostic(question, item)).join('\n') : 'unchanged';
  },
  completion: async question => {
    const list = await send<CompletionList | null>(question, 'textDocument/completion', {});
    const items = (list?.items ?? []).filter(item => fits(question, item));
    return question.info === '' ? items.map(printItem).join('\n') : complete(question, items);
  },
  'code-action': async question => {
    const kinds = { 'fix all': CodeActionKind.SourceFixAll, rewriting: CodeActionKind.Refactor };
    const wanted = Object.entries(kinds).find(([word]) => question.title.includes(word));
    const only = [wanted?.[1] ?? CodeActionKind.QuickFix];
    const range = cursorRange(question);
    const params = { range, context: { diagnostics: [], only } };
    const actions = await send<CodeAction[]>(question, 'textDocument/codeAction', params);
    return question.info === '' ? actions.map(printAction).join('\n') : perform(question, actions);
  },
  'code-lens': async question => {
    const lenses = await send<CodeLens[]>(question, 'textDocument/codeLens', {});
    const resolved = await Promise.all(lenses.map(lens => request<CodeLens>(question, 'codeLens/resolve', lens)));
    return resolved
      .map(({ range, command }) => `${textOf(question, question.asked.uri, range)}: ${command?.title ?? ''}`)
      .join('\n');
  },
  'folding-range': async question => {
    const ranges = await send<FoldingRange[] | null>(question, 'textDocument/foldingRange', {});
    const lines = question.asked.text.split('\n');
    return (ranges ?? [])
      .map(
        ({ startLine, endLine, kind }) =>
          `${startLine + 1}-${endLine + 1} ${kind ?? ''}${(lines[startLine] ?? '').trim()}`,
      )
      .join('\n');
  },
  'document-link': async question => {
    const links = await send<DocumentLink[] | null>(question, 'textDocument/documentLink', {});
    const { uri } = question.asked;
    return (links ?? [])
      .map(({ range, target }) => `${place(question, { uri, range })} -> ${nameOf(target ?? '')}`)
      .join('\n');
  },
  formatting: async question => {
    const options = { tabSize: Number(question.info || 2), insertSpaces: true };
    const edits = await send<TextEdit[] | null>(question, 'textDocument/formatting', { options });
    const { uri, text } = question.asked;
    const own = (edits ?? []).map(edit => ({ ...edit, uri }));
    return edits === null ? '' : (applyEdits([{ uri, text }], own)[0]?.text ?? '');
  },
  'document-symbol': async question => {
    const symbols = await send<DocumentSymbol[] | SymbolInformation[] | null>(
      question,
      'textDocument/documentSymbol',
      {},
    );
    return (symbols ?? []).flatMap(symbol => printSymbol(symbol, '')).join('\n');
  },
  'workspace-symbol': async question => {
    const found = await request<SymbolInformation[]>(question, 'workspace/symbol', { query: question.info });
    return found.map(each => `${each.name} (${each.containerName ?? ''}) ${place(question, each.location)}`).join('\n');
  },
  'inlay-hint': async question => {
    const range = new Lines(question.asked.text).range(0, question.asked.text.length);
    const hints = await send<InlayHint[]>(question, 'textDocument/inlayHint', { range });
    const lines = question.asked.text.split('\n');
    return hints
      .map(({ position: { line, character }, label }) => {
        const text = lines[line] ?? '';
        return `${line + 1}: ${text.slice(0, character)} [${typeof label === 'string' ? label : ''}]${text.slice(character)}`;
      })
      .join('\n');
  },
  'semantic-tokens': async question => {
    const { data } = await send<SemanticTokens>(question, 'textDocument/semanticTokens/full', {});
    return printTokens(question, data);
  },
  'plan-tree': async question =>
    printTree(await request<PlanTree>(question, 'tracklint/planTree', {}), nameOf, each => place(question, each)),
  'plan-draft': async question => {
    const folder = `file:///${question.info}`;
    const draft = await request<PlanDraft | null>(question, 'tracklint/planDraft', { folder });
    return draft ? `${draft.text}(${draft.events} events)` : 'nothing to draft from';
  },
  'call-text': async question => {
    const [kind = '', ...words] = question.info.split(' ');
    const params = { plan: planOf(question), kind, name: words.join(' '), beside: question.asked.uri };
    const found = await request<CallText | null>(question, 'tracklint/callText', params);
    if (!found) return '';
    // In languages whose files hold declarations only, a call is no file.
    if (/\.[jt]sx?$/.test(question.asked.uri)) await assertParses(question.asked.uri, found.text);
    return `${found.text}\n(${found.language})`;
  },
  rename: async question => {
    try {
      if (question.info === '') {
        const ready = await send<{ range: Range; placeholder: string } | null>(
          question,
          'textDocument/prepareRename',
          {},
        );
        return ready ? place(question, { uri: question.asked.uri, range: ready.range }) : '';
      }
      const edit = await send<WorkspaceEdit | null>(question, 'textDocument/rename', { newName: question.info });
      return edit ? await printChanges(question, edit) : '';
    } catch (error) {
      if (error instanceof ResponseError) return `refused: ${error.message}`;
      throw error;
    }
  },
};

const modernEditor: Editor = {
  ...plainEditor,
  snippets: true,
  versionedEdits: true,
  createsFiles: true,
  lazyEdits: true,
  nestedSymbols: true,
  definitionLinks: true,
  showReferences: 'test.showReferences',
  rulePage: rule => `https://example.org/${rule}`,
  version: () => 1,
};

async function send<Result>(question: Question, method: string, params: object): Promise<Result> {
  const { asked } = question;
  return request(question, method, { textDocument: { uri: asked.uri }, position: asked.cursor, ...params });
}

async function request<Result>(question: Question, method: string, params: object): Promise<Result> {
  const { workspace, title } = question;
  if (question.answer) return (await question.answer(method, params)) as Result;
  const feature = features.find(feature => feature.method === method);
  assert.ok(feature, `${method} is not answered`);
  const answer = await feature.load();
  const editor = title.includes('(plain editor)')
    ? plainEditor
    : { ...modernEditor, schemaElsewhere: new Set(title.includes('(YAML extension)') ? ['yaml'] : []) };
  // What goes over the wire is JSON: a function or a class in an answer would be lost.
  const result: unknown = answer(workspace.snapshot, params, editor);
  return JSON.parse(JSON.stringify(result)) as Result;
}

// ---------------------------------------------------------------------------------------------------- completion

/** An editor shows only what fits the text of the range up to the cursor. */
function fits({ asked }: Question, item: CompletionItem): boolean {
  const { range } = item.textEdit as TextEdit;
  const lines = new Lines(asked.text);
  assert.ok(asked.cursor);
  const typed = asked.text.slice(lines.offset(range.start), lines.offset(asked.cursor)).toLowerCase();
  const filter = (item.filterText ?? item.label).toLowerCase();
  let at = 0;
  for (const character of typed) {
    at = filter.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function printItem({ label, kind, detail, tags }: CompletionItem): string {
  const name = Object.entries(CompletionItemKind).find(([, value]) => value === kind)?.[0] ?? '';
  const deprecated = tags?.includes(CompletionItemTag.Deprecated) ? ' (deprecated)' : '';
  return `${label}${deprecated}  ${name}${detail === undefined ? '' : `: ${detail}`}`;
}

/** The lines that change, with the places of the snippet; what is left when they are filled in must parse. */
async function complete(question: Question, items: readonly CompletionItem[]): Promise<string> {
  const isDocumentation = question.info.endsWith(' documentation');
  const label = question.info.replace(/ documentation$/, '');
  const item = items.find(item => item.label === label);
  assert.ok(item, `nothing is offered as ${label}`);
  if (isDocumentation) {
    const { documentation } = await request<CompletionItem>(question, 'completionItem/resolve', item);
    return typeof documentation === 'object' ? documentation.value : (documentation ?? '');
  }
  const { text, uri } = question.asked;
  const { range, newText } = item.textEdit as TextEdit;
  const inserting = (inserted: string) => {
    const edits = [{ range, newText: inserted }, ...(item.additionalTextEdits ?? [])];
    return (
      applyEdits(
        [{ uri, text }],
        edits.map(edit => ({ ...edit, uri })),
      )[0]?.text ?? ''
    );
  };
  await assertParses(
    uri,
    inserting(item.insertTextFormat === InsertTextFormat.Snippet ? expandSnippet(newText) : newText),
  );
  return changedLines(text, inserting(newText));
}

// ---------------------------------------------------------------------------------------------------- actions

function printAction({ title, isPreferred }: CodeAction): string {
  return title + (isPreferred ? ' (preferred)' : '');
}

/** What the action changes. The result must parse, and have one finding less of the rule that it repairs. */
async function perform(question: Question, actions: readonly CodeAction[]): Promise<string> {
  const action = actions.find(({ title }) => title === question.info);
  assert.ok(
    action,
    `no action is called "${question.info}"; there are: ${actions.map(({ title }) => title).join(', ')}`,
  );
  const { edit, diagnostics } = action.edit
    ? action
    : await request<CodeAction>(question, 'codeAction/resolve', action);
  assert.ok(edit, 'the action has an edit');
  const rule = diagnostics?.[0]?.code;
  if (rule !== undefined) {
    const { uri } = question.asked;
    const changed = await openBuffers(editedFiles(question, edit));
    const count = (workspace: Workspace) => check(uri, workspace.snapshot).filter(each => each.rule === rule).length;
    assert.equal(count(changed), count(question.workspace) - 1, `findings of ${String(rule)}`);
  }
  return printChanges(question, edit);
}

async function printChanges(question: Question, edit: WorkspaceEdit): Promise<string> {
  const edited = editedFiles(question, edit);
  const changed: { uri: Uri; lines: string }[] = [];
  for (const { uri, text: after } of edited) {
    const text = question.files.find(file => file.uri === uri)?.text ?? '';
    if (after === text) continue;
    await assertParses(uri, after);
    changed.push({ uri, lines: changedLines(text, after) });
  }
  const isHere = changed.every(({ uri }) => uri === question.asked.uri);
  return changed.map(({ uri, lines }) => (isHere ? lines : `--- ${nameOf(uri)}\n${lines}`)).join('\n');
}

function editedFiles({ files }: Question, { documentChanges, changes }: WorkspaceEdit) {
  const edits = Object.entries(changes ?? {}).flatMap(([uri, own]) => own.map(edit => ({ ...edit, uri })));
  const made: { uri: Uri; text: string }[] = [];
  for (const change of documentChanges ?? []) {
    if ('kind' in change) {
      assert.equal(change.kind, 'create');
      made.push({ uri: change.uri, text: '' });
      continue;
    }
    // A file that is made by the same edit is open nowhere, as a real server knows.
    const isMade = made.some(({ uri }) => uri === change.textDocument.uri);
    assert.ok(change.textDocument.version === 1 || (isMade && change.textDocument.version === null));
    for (const edit of change.edits as TextEdit[]) edits.push({ ...edit, uri: change.textDocument.uri });
  }
  return applyEdits([...files, ...made], edits);
}

// ---------------------------------------------------------------------------------------------------- places

/** `src/checkout.ts:3:17 'Order Completed'`, counted from 1. */
function place(question: Question, { uri, range }: Location): string {
  const { line, character } = range.start;
  return `${nameOf(uri)}:${line + 1}:${character + 1} ${textOf(question, uri, range)}`;
}

function textOf({ files }: Question, uri: Uri, { start, end }: Range): string {
  const text = files.find(file => file.uri === uri)?.text ?? '';
  const lines = new Lines(text);
  return text.slice(lines.offset(start), lines.offset(end));
}

function nameOf(uri: Uri): string {
  return uri.replace('file:///', '');
}

function toLocation(link: LocationLink | Location): Location {
  return 'targetUri' in link ? { uri: link.targetUri, range: link.targetSelectionRange } : link;
}

function cursorRange({ asked: { cursor } }: Question): Range {
  assert.ok(cursor);
  return { start: cursor, end: cursor };
}

function printDiagnostic(question: Question, diagnostic: Diagnostic): string {
  const { range, severity, code, message, tags, relatedInformation, codeDescription, source } = diagnostic;
  assert.equal(source, 'tracklint');
  // A server elsewhere has pages of its own, or none.
  if (!question.answer) assert.equal(codeDescription?.href, `https://example.org/${String(code)}`);
  const text = typeof message === 'string' ? message : message.value;
  const level = Object.entries(DiagnosticSeverity).find(([, value]) => value === severity)?.[0] ?? '';
  const struck = tags?.includes(DiagnosticTag.Deprecated) ? ' (struck through)' : '';
  const faded = tags?.includes(DiagnosticTag.Unnecessary) ? ' (faded)' : '';
  const { line, character } = range.start;
  return [
    `${line + 1}:${character + 1} ${textOf(question, question.asked.uri, range)}${struck}${faded}`,
    `  ${level} ${String(code)}: ${text}`,
    ...(relatedInformation ?? []).map(each => `  -> ${place(question, each.location)}: ${each.message}`),
  ].join('\n');
}

/** Each token with its line, counted from 1. */
function printTokens({ asked }: Question, data: readonly number[]): string {
  const lines = asked.text.split('\n');
  let line = 0;
  let character = 0;
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = down > 0 ? along : character + along;
    line += down;
    const names = semanticLegend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    const what = [semanticLegend.tokenTypes[type] ?? '', ...names].join(' ');
    found.push(`${line + 1}: ${lines[line]?.slice(character, character + length) ?? ''} (${what})`);
  }
  return found.join('\n');
}

function planOf({ files }: Question): Uri {
  return files.find(({ uri }) => uri.includes('tracking-plan'))?.uri ?? '';
}

/** The present property in brackets. */
function printSignature({ label, parameters, activeParameter }: SignatureInformation): string {
  const active = parameters?.[activeParameter ?? 0]?.label;
  if (!Array.isArray(active)) return label;
  return `${label.slice(0, active[0])}[${label.slice(...active)}]${label.slice(active[1])}`;
}

function printSymbol(symbol: DocumentSymbol | SymbolInformation, indent: string): readonly string[] {
  const kind = Object.entries(SymbolKind).find(([, value]) => value === symbol.kind)?.[0] ?? '';
  const struck = symbol.tags?.includes(SymbolTag.Deprecated) ? ' (deprecated)' : '';
  const detail = 'detail' in symbol && symbol.detail ? `: ${symbol.detail}` : '';
  const container = 'containerName' in symbol ? ` in ${symbol.containerName ?? ''}` : '';
  const children = 'children' in symbol ? (symbol.children ?? []) : [];
  return [
    `${indent}${kind} ${symbol.name}${struck}${detail}${container}`,
    ...children.flatMap(child => printSymbol(child, `${indent}  `)),
  ];
}
