import { commands, env, l10n, Location, Position, Range, Uri, window, workspace, type Disposable } from 'vscode';
import { ReferencesRequest, type BaseLanguageClient } from 'vscode-languageclient';
import { callTextRequest, type CallText, type CallTextParams } from '../../../server/src/lsp/protocol.ts';
import { eventText } from './tree-item.ts';
import { groupings, type EventNode, type Grouping, type PlainPlace } from './plan-nodes.ts';
import type { PlanView } from './plan-view.ts';

/** What can be done with the tree and with its events: from the tree, or from the palette, which asks for the event. */
export function registerEventCommands(client: BaseLanguageClient, view: PlanView): Disposable[] {
  const ofEvent = (run: (node: EventNode) => Promise<unknown>) => async (node?: EventNode) => {
    const chosen = node ?? (await pickEvent(view));
    if (chosen) await run(chosen);
  };
  const table: Record<string, (...args: never[]) => unknown> = {
    'tracklint.revealEvent': ofEvent(({ event }) => openPlace(event.location)),
    'tracklint.findCalls': ofEvent(node => findCalls(client, node)),
    'tracklint.copyAsCode': ofEvent(node => copyAsCode(client, node)),
    'tracklint.copyName': ofEvent(async ({ event }) => env.clipboard.writeText(event.name)),
    'tracklint.openPlace': openPlace,
    'tracklint.groupEvents': () => group(view),
    'tracklint.filterEvents': () => filter(view),
    'tracklint.clearFilter': () => {
      view.setFilter('');
    },
  };
  return Object.entries(table).map(([id, run]) => commands.registerCommand(id, run));
}

async function pickEvent(view: PlanView): Promise<EventNode | undefined> {
  const { plans } = await view.read();
  const items = plans.flatMap(plan =>
    plan.events.map(event => ({
      label: event.name,
      description: eventText(event),
      detail: event.description?.split('\n')[0] ?? '',
      node: { kind: 'event', plan, event } as const,
    })),
  );
  const placeHolder = l10n.t('An event of the plan');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.node;
}

async function openPlace({ uri, range: { start, end } }: PlainPlace): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(uri), { selection });
}

async function findCalls(client: BaseLanguageClient, { event }: EventNode): Promise<void> {
  const { uri, range } = event.location;
  const found = await client.sendRequest(ReferencesRequest.type, {
    textDocument: { uri },
    position: range.start,
    context: { includeDeclaration: false },
  });
  const calls = (found ?? []).filter(place => place.uri !== uri);
  if (calls.length === 0) {
    void window.showInformationMessage(l10n.t('No call in the code sends this event.'));
    return;
  }
  await openPlace(event.location);
  const places = calls.map(place => {
    const { start, end } = place.range;
    return new Location(Uri.parse(place.uri), new Range(start.line, start.character, end.line, end.character));
  });
  const position = new Position(range.start.line, range.start.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), position, places);
}

async function copyAsCode(client: BaseLanguageClient, { plan, event }: EventNode): Promise<void> {
  const beside = window.activeTextEditor?.document.uri;
  const params: CallTextParams = {
    plan: plan.uri,
    kind: event.kind,
    name: event.name,
    ...(beside && beside.toString() !== event.location.uri && { beside: client.code2ProtocolConverter.asUri(beside) }),
  };
  const call: CallText | null = await client.sendRequest(callTextRequest, params);
  if (!call) return;
  await env.clipboard.writeText(call.text);
  window.setStatusBarMessage(l10n.t('Copied as {0}: {1}', call.language, call.text.split('\n')[0] ?? ''), 5000);
}

async function group(view: PlanView): Promise<void> {
  const labels: Record<Grouping, string> = {
    object: l10n.t('By object'),
    owner: l10n.t('By owner'),
    source: l10n.t('By source'),
    status: l10n.t('By status'),
  };
  const items = groupings.map(by => ({ label: labels[by], by, picked: by === view.grouping }));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Group the events of the plan') });
  if (chosen) await view.group(chosen.by);
}

async function filter(view: PlanView): Promise<void> {
  const chosen = await window.showInputBox({
    value: view.filter,
    prompt: l10n.t('Words of the name, owner, source or status; @problem and @unsent ask for such events.'),
    placeHolder: l10n.t('checkout @problem'),
  });
  if (chosen !== undefined) view.setFilter(chosen);
  await commands.executeCommand('tracklint.plan.focus', { preserveFocus: workspace.workspaceFolders === undefined });
}
