import { l10n } from 'vscode';
import type { PlanBranch, PlanTree, PlanTreeEvent } from '../../../server/src/lsp/protocol.ts';
import { fits } from './event-filter.ts';

/** What the tree of plans is made of. Places of calls are looked up when an event is opened. */
export type PlanNode =
  | { readonly kind: 'plan'; readonly plan: PlanBranch; readonly children: readonly PlanNode[] }
  | GroupNode
  | EventNode
  | UnplannedNode
  | { readonly kind: 'unplannedGroup'; readonly children: readonly UnplannedNode[] }
  | { readonly kind: 'dynamicGroup'; readonly children: readonly PlaceNode[] }
  | PlaceNode;

/** Events that have something in common. */
export interface GroupNode {
  readonly kind: 'group';
  readonly name: string;
  readonly children: readonly EventNode[];
}

export interface EventNode {
  readonly kind: 'event';
  readonly plan: PlanBranch;
  readonly event: PlanTreeEvent;
}

export interface UnplannedNode {
  readonly kind: 'unplanned';
  readonly name: string;
  readonly children: readonly PlaceNode[];
}

export interface PlaceNode {
  readonly kind: 'place';
  readonly place: PlainPlace;
}

/** A place in the protocol's plain words. */
export type PlainPlace = PlanBranch['dynamic'][number];

/** What events can be grouped by. */
export const groupings = ['object', 'owner', 'source', 'status'] as const;

export type Grouping = (typeof groupings)[number];

/** The roots of the tree: the parts of the only plan, or one root for each of several. */
export function nodesOf(tree: PlanTree, by: Grouping, filter: string): readonly PlanNode[] {
  const plans = tree.plans.map(plan => ({ kind: 'plan', plan, children: partsOf(plan, by, filter) }) as const);
  const [only] = plans;
  return only && plans.length === 1 ? only.children : plans;
}

/** How many of the events that the code is expected to send it does send. */
export function shareOf(events: readonly PlanTreeEvent[]): { readonly sent: number; readonly expected: number } {
  const expected = events.filter(({ isExpected }) => isExpected);
  return { sent: expected.filter(({ calls }) => calls > 0).length, expected: expected.length };
}

/** The groups that an event is in; an event that says nothing is in a group of its own kind. */
export function groupsOf(event: PlanTreeEvent, by: Grouping): readonly string[] {
  switch (by) {
    case 'object':
      return [event.object];
    case 'owner':
      return [event.owner ?? l10n.t('No owner')];
    case 'source':
      return event.sources.length > 0 ? event.sources : [l10n.t('Any source')];
    case 'status':
      return [event.status];
  }
}

function partsOf(plan: PlanBranch, by: Grouping, filter: string): readonly PlanNode[] {
  const groups = new Map<string, { name: string; children: EventNode[] }>();
  for (const event of plan.events.filter(event => fits(event, filter))) {
    for (const name of groupsOf(event, by)) {
      // `order completed` and `Order Refunded` are about the same.
      const key = name.toLowerCase();
      const group = groups.get(key) ?? { name, children: [] };
      group.children.push({ kind: 'event', plan, event });
      groups.set(key, group);
    }
  }
  const sorted = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ kind: 'group', ...group }) as const);
  return filter === '' ? [...sorted, ...beyond(plan)] : sorted;
}

/** What the code sends and the plan says nothing about. */
function beyond({ unplanned, dynamic }: PlanBranch): readonly PlanNode[] {
  const places = (list: readonly PlainPlace[]) => list.map(place => ({ kind: 'place', place }) as const);
  const names = unplanned.map(({ name, calls }) => ({ kind: 'unplanned', name, children: places(calls) }) as const);
  return [
    ...(names.length > 0 ? [{ kind: 'unplannedGroup', children: names } as const] : []),
    ...(dynamic.length > 0 ? [{ kind: 'dynamicGroup', children: places(dynamic) } as const] : []),
  ];
}
