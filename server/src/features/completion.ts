import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import type { Snapshot } from '../workspace/snapshot.ts';
import { completeCode } from './completion/in-code.ts';
import { completePlan } from './completion/in-plan.ts';
import { completeSuppression } from './completion/suppression.ts';
import { completionList, type Answer, type SuggestionData } from './completion/suggestion.ts';
import { describeEvent } from './describe.ts';
import type { Editor } from './editor.ts';

/** What may be written at the cursor: in a tracking call, in a comment that suppresses findings, in a plan or a config. */
export function completion(
  snapshot: Snapshot,
  { textDocument: { uri }, position, context }: CompletionParams,
  editor: Editor,
): CompletionList | null {
  const isCode = snapshot.codeFiles.has(uri);
  const answer = isCode
    ? (completeSuppression(snapshot, uri, position) ?? completeCode(snapshot, uri, position, editor))
    : completePlan(snapshot, uri, position, editor);
  return answer && isWanted(answer, context?.triggerCharacter) ? completionList(answer, editor) : null;
}

/** After a space a list would be in the way of what people type, but for values, of which there are few. */
function isWanted({ isOfValues }: Answer, trigger: string | undefined): boolean {
  return trigger !== ' ' || (isOfValues ?? false);
}

/** The documentation of an event, written when its item is looked at. */
export function resolveCompletion(snapshot: Snapshot, item: CompletionItem): CompletionItem {
  if (item.data === undefined) return item;
  const { root, kind, event: name } = item.data as SuggestionData;
  const plan = snapshot.plans.find(plan => plan.root === root);
  const event = plan?.events[kind].get(name);
  if (!plan || !event) return item;
  return { ...item, documentation: { kind: 'markdown', value: describeEvent(plan, event) } };
}
