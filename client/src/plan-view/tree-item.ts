import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from 'vscode';
import type { PlanTreeEvent } from '../../../server/src/lsp/protocol.ts';
import { shareOf, type EventNode, type PlaceNode, type PlanNode } from './plan-nodes.ts';

/** What is shown of a node. Whatever a colour says is said in words too. */
export function treeItem(node: PlanNode): TreeItem {
  switch (node.kind) {
    case 'plan':
      return folder(node.plan.name, 'book', sumOf(node.plan.events), 'plan', true);
    case 'group':
      return folder(node.name, 'symbol-namespace', sumOf(node.children.map(({ event }) => event)), 'group', true);
    case 'unplannedGroup':
      return folder(l10n.t('Sent, and not in the plan'), 'question', String(node.children.length), 'beyond');
    case 'dynamicGroup':
      return folder(l10n.t('Names made at run time'), 'symbol-variable', String(node.children.length), 'beyond');
    case 'unplanned':
      return folder(node.name, 'symbol-event', callsText(node.children.length), 'unplanned');
    case 'event':
      return eventItem(node);
    case 'place':
      return placeItem(node);
  }
}

/** `12 calls, 2 problems`, `not sent yet`. */
export function eventText({ calls, problems, status, isExpected }: PlanTreeEvent): string {
  const notSent = isExpected
    ? l10n.t('not sent yet')
    : status === 'active'
      ? l10n.t('sent from outside')
      : l10n.t('not sent');
  return [
    ...(status === 'active' ? [] : [statusText(status)]),
    calls === 0 ? notSent : callsText(calls),
    ...(problems > 0 ? [problemsText(problems)] : []),
  ].join(', ');
}

function folder(label: string, icon: string, description: string, contextValue: string, isOpen = false): TreeItem {
  const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, state);
  item.iconPath = new ThemeIcon(icon);
  item.description = description;
  item.contextValue = contextValue;
  item.accessibilityInformation = { label: `${label}: ${description}` };
  return item;
}

function eventItem(node: EventNode): TreeItem {
  const { event } = node;
  const hasCalls = event.calls > 0;
  const item = new TreeItem(event.name, hasCalls ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.iconPath = iconOf(event);
  item.description = eventText(event);
  item.contextValue = hasCalls ? 'event.sent' : 'event';
  item.tooltip = aboutOf(event);
  item.command = { command: 'tracklint.revealEvent', title: l10n.t('Reveal in the Plan'), arguments: [node] };
  item.accessibilityInformation = { label: `${event.name}: ${item.description}` };
  return item;
}

function iconOf({ worst, calls, isExpected }: PlanTreeEvent): ThemeIcon {
  if (worst === 'error') return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (worst === 'warning') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (calls > 0) return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
  return new ThemeIcon(isExpected ? 'circle-outline' : 'circle-slash');
}

function aboutOf(event: PlanTreeEvent): MarkdownString {
  const { name, kind, description, owner, sources, unsent } = event;
  const about = new MarkdownString();
  const line = (text: string) => about.appendText(text).appendMarkdown('  \n');
  about.appendMarkdown('**').appendText(name).appendMarkdown('**  \n');
  if (description !== undefined) about.appendText(description).appendMarkdown('\n\n');
  line(kind === 'track' ? eventText(event) : `${kind}, ${eventText(event)}`);
  if (owner !== undefined) line(l10n.t('Owner: {0}', owner));
  if (sources.length > 0) line(l10n.t('Sent from: {0}', sources.join(', ')));
  if (unsent.length > 0) line(l10n.t('Required, and sent by no call: {0}', unsent.join(', ')));
  return about;
}

function placeItem({ place }: PlaceNode): TreeItem {
  const uri = Uri.parse(place.uri);
  const path = workspace.asRelativePath(uri);
  const slash = path.lastIndexOf('/');
  const line = place.range.start.line + 1;
  const item = new TreeItem(`${path.slice(slash + 1)}:${line}`, TreeItemCollapsibleState.None);
  item.description = path.slice(0, Math.max(0, slash));
  item.iconPath = new ThemeIcon('go-to-file');
  item.contextValue = 'place';
  item.tooltip = `${path}:${line}`;
  item.command = { command: 'tracklint.openPlace', title: l10n.t('Open'), arguments: [place] };
  return item;
}

function sumOf(events: readonly PlanTreeEvent[]): string {
  const { sent, expected } = shareOf(events);
  const problems = events.reduce((sum, event) => sum + event.problems, 0);
  return [
    expected > 0 ? l10n.t('{0} of {1} sent', sent, expected) : l10n.t('none expected'),
    ...(problems > 0 ? [problemsText(problems)] : []),
  ].join(', ');
}

function callsText(count: number): string {
  return count === 1 ? l10n.t('1 call') : l10n.t('{0} calls', count);
}

function problemsText(count: number): string {
  return count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
}

function statusText(status: PlanTreeEvent['status']): string {
  const words = {
    active: l10n.t('active'),
    planned: l10n.t('planned'),
    deprecated: l10n.t('deprecated'),
    removed: l10n.t('removed'),
  };
  return words[status];
}
