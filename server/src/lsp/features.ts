import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  RequestType,
  SemanticTokensRequest,
  SignatureHelpRequest,
  WorkspaceSymbolRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Editor } from '../features/editor.ts';
import type { CallText, CallTextParams } from '../features/call-text.ts';
import type { PlanDraft, PlanDraftParams } from '../features/plan-draft.ts';
import type { PlanTree } from '../features/plan-tree.ts';
import { semanticLegend } from '../features/semantic-legend.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { callTextRequest, planDraftRequest, planTreeRequest } from './protocol.ts';

/**
 * Every request that is answered: what is announced to the editor, and where the answer is. Answers are loaded after the
 * first handshake, which must not wait for them.
 */
export const features: readonly Feature[] = [
  feature(
    DocumentDiagnosticRequest.type,
    { diagnosticProvider: { identifier: 'tracklint', interFileDependencies: true, workspaceDiagnostics: false } },
    async () => (await import('../features/diagnostics.ts')).diagnostics,
  ),
  feature(
    CompletionRequest.type,
    { completionProvider: { resolveProvider: true, triggerCharacters: ['"', "'", '`', '(', '{', ' '] } },
    async () => (await import('../features/completion.ts')).completion,
  ),
  feature(CompletionResolveRequest.type, {}, async () => (await import('../features/completion.ts')).resolveCompletion),
  feature(
    SignatureHelpRequest.type,
    { signatureHelpProvider: { triggerCharacters: ['{', ','], retriggerCharacters: [':', '}'] } },
    async () => (await import('../features/signature-help.ts')).signatureHelp,
  ),
  feature(HoverRequest.type, { hoverProvider: true }, async () => (await import('../features/hover.ts')).hover),
  feature(
    DefinitionRequest.type,
    { definitionProvider: true },
    async () => (await import('../features/definition.ts')).definition,
  ),
  feature(
    ReferencesRequest.type,
    { referencesProvider: true },
    async () => (await import('../features/references.ts')).references,
  ),
  feature(
    DocumentHighlightRequest.type,
    { documentHighlightProvider: true },
    async () => (await import('../features/document-highlight.ts')).documentHighlight,
  ),
  feature(
    CodeActionRequest.type,
    {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, `${CodeActionKind.SourceFixAll}.tracklint`],
        resolveProvider: true,
      },
    },
    async () => (await import('../features/code-action.ts')).codeAction,
  ),
  feature(
    CodeActionResolveRequest.type,
    {},
    async () => (await import('../features/code-action.ts')).resolveCodeAction,
  ),
  feature(
    CodeLensRequest.type,
    { codeLensProvider: { resolveProvider: true } },
    async () => (await import('../features/code-lens.ts')).codeLens,
  ),
  feature(CodeLensResolveRequest.type, {}, async () => (await import('../features/code-lens.ts')).resolveCodeLens),
  feature(
    DocumentSymbolRequest.type,
    { documentSymbolProvider: true },
    async () => (await import('../features/document-symbol.ts')).documentSymbol,
  ),
  feature(
    WorkspaceSymbolRequest.type,
    { workspaceSymbolProvider: true },
    async () => (await import('../features/workspace-symbol.ts')).workspaceSymbol,
  ),
  feature(
    RenameRequest.type,
    { renameProvider: { prepareProvider: true } },
    async () => (await import('../features/rename.ts')).rename,
    { isOfAll: true },
  ),
  feature(
    FoldingRangeRequest.type,
    { foldingRangeProvider: true },
    async () => (await import('../features/folding-range.ts')).foldingRange,
  ),
  feature(
    DocumentLinkRequest.type,
    { documentLinkProvider: {} },
    async () => (await import('../features/document-link.ts')).documentLink,
  ),
  feature(
    InlayHintRequest.type,
    { inlayHintProvider: true },
    async () => (await import('../features/inlay-hint.ts')).inlayHint,
  ),
  feature(
    SemanticTokensRequest.type,
    { semanticTokensProvider: { legend: semanticLegend, full: true } },
    async () => (await import('../features/semantic-tokens.ts')).semanticTokens,
  ),
  feature(
    new RequestType<object, PlanTree, void>(planTreeRequest),
    {},
    async () => (await import('../features/plan-tree.ts')).planTree,
    { loadPreparation: async () => (await import('../features/plan-tree.ts')).preparePlanTree, isOfAll: true },
  ),
  feature(
    new RequestType<PlanDraftParams, PlanDraft | null, void>(planDraftRequest),
    {},
    async () => (await import('../features/plan-draft.ts')).planDraft,
    { isOfAll: true },
  ),
  feature(
    new RequestType<CallTextParams, CallText | null, void>(callTextRequest),
    {},
    async () => (await import('../features/call-text.ts')).callText,
  ),
  // Announced for plans alone, once the editor is there: for code there are other formatters.
  feature(DocumentFormattingRequest.type, {}, async () => (await import('../features/formatting.ts')).formatting),
  feature(PrepareRenameRequest.type, {}, async () => (await import('../features/rename.ts')).prepareRename),
];

export interface Feature {
  readonly method: string;
  readonly capabilities: ServerCapabilities;
  /** Loads the answer; what it gives is a pure function. */
  load(): Promise<Answer>;
  /** For answers that take long: loads what does their work beforehand, with pauses in which others are answered. */
  readonly loadPreparation?: () => Promise<Preparation>;
  /** For answers that would do harm if they knew half of the code: waits until every file has been read. */
  readonly isOfAll?: boolean;
}

export type Preparation = (snapshot: Snapshot) => Generator<undefined, void>;

export type Answer = (snapshot: Snapshot, params: unknown, editor: Editor) => unknown;

function feature<Params, Result, Error>(
  request: RequestType<Params, Result, Error>,
  capabilities: ServerCapabilities,
  load: () => Promise<(snapshot: Snapshot, params: Params, editor: Editor) => Result>,
  more: Pick<Feature, 'loadPreparation' | 'isOfAll'> = {},
): Feature {
  return {
    method: request.method,
    capabilities,
    load: async () => (await load()) as Answer,
    ...more,
  };
}
