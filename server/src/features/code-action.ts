import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import type { Finding } from '../base/finding.ts';
import { comparePositions, type Range, type Uri } from '../base/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Action } from './action.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Editor } from './editor.ts';
import { findingsOf } from './findings.ts';
import { fixAll, fixAllKind } from './fix-all.ts';
import { pinWrapper } from './pin-wrapper.ts';
import { planActions } from './plan-actions.ts';
import { suppress } from './suppress.ts';
import { workspaceEdit } from './workspace-edit.ts';

/**
 * What can be done at a selection: the fixes of its findings, suppressing them, what helps to write a plan; and fixing the
 * whole file, where the editor asks for that.
 */
export function codeAction(snapshot: Snapshot, params: CodeActionParams, editor: Editor): CodeAction[] {
  const { textDocument, range, context } = params;
  const { uri } = textDocument;
  const only = context.only ?? [CodeActionKind.QuickFix, CodeActionKind.Refactor];
  return actionsAt(snapshot, uri, range, only)
    .filter(({ creates }) => creates === undefined || editor.createsFiles)
    .map(action => ({
      title: action.title,
      kind: action.kind,
      ...(action.finding && { diagnostics: [toDiagnostic(action.finding, editor)] }),
      ...(action.preferred && { isPreferred: true }),
      ...(editor.lazyEdits
        ? { data: { uri, range, version: editor.version(uri), rule: action.finding?.rule ?? '' } satisfies ActionData }
        : { edit: workspaceEdit(action.edits(), editor, action.creates) }),
    }));
}

interface ActionData {
  readonly uri: Uri;
  readonly range: Range;
  readonly version: number | null;
  readonly rule: string;
}

/** The edit of an action that was offered before. Refused where the text has changed since then. */
export function resolveCodeAction(snapshot: Snapshot, action: CodeAction, editor: Editor): CodeAction {
  if (action.edit || action.data === undefined) return action;
  const { uri, range, version, rule } = action.data as ActionData;
  const offered = actionsAt(snapshot, uri, range, [action.kind ?? CodeActionKind.QuickFix]);
  const chosen = offered.find(other => other.title === action.title && (other.finding?.rule ?? '') === rule);
  if (!chosen || version !== editor.version(uri)) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since this action was offered.');
  }
  return { ...action, edit: workspaceEdit(chosen.edits(), editor, chosen.creates) };
}

interface Offer {
  /** Of all that it offers, or of what that is a part of: it is not asked where nothing of the kind is wanted. */
  readonly kind: string;
  readonly at: (snapshot: Snapshot, uri: Uri, range: Range) => readonly Action[];
}

/** What is offered beside the fixes of findings, by a name that stays. */
export const otherActions: Readonly<Record<'suppress' | 'plan' | 'declare-wrapper' | 'fix-all', Offer>> = {
  suppress: {
    kind: CodeActionKind.QuickFix,
    at: (snapshot, uri, range) => findingsAt(snapshot, uri, range).flatMap(finding => suppress(snapshot, finding)),
  },
  plan: { kind: CodeActionKind.Refactor, at: planActions },
  'declare-wrapper': { kind: CodeActionKind.Refactor, at: pinWrapper },
  'fix-all': { kind: fixAllKind, at: fixAll },
};

const offers: readonly Offer[] = [
  { kind: CodeActionKind.QuickFix, at: (...place) => findingsAt(...place).flatMap(fixesOf) },
  ...Object.values(otherActions),
];

function actionsAt(snapshot: Snapshot, uri: Uri, range: Range, only: readonly string[]): readonly Action[] {
  const isPart = (kind: string, of: string): boolean => of === '' || `${kind}.`.startsWith(`${of}.`);
  return offers
    .filter(({ kind }) => only.some(wanted => isPart(kind, wanted) || isPart(wanted, kind)))
    .flatMap(({ at }) => at(snapshot, uri, range))
    .filter(({ kind }) => only.some(wanted => isPart(kind, wanted)));
}

function findingsAt(snapshot: Snapshot, uri: Uri, range: Range): readonly Finding[] {
  return findingsOf(snapshot, uri).filter(finding => finding.uri === uri && touches(finding.range, range));
}

function fixesOf(finding: Finding): readonly Action[] {
  const fixes = finding.fixes?.() ?? [];
  return fixes.map(({ title, edits, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    finding,
    ...(preferred !== undefined && { preferred }),
    edits: () => edits,
  }));
}

function touches(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
