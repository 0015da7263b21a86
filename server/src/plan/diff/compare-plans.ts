import { groupBy } from '../../base/group-by.ts';
import type { EventDefinition, PropertyDefinition, TrackingPlan, TraitsDefinition } from '../plan.ts';
import { compareMembers } from './compare-members.ts';
import type { PlanChange } from './plan-change.ts';

/** Every difference that matters to whoever sends or reads the events; in the order of the old plan, then of the new. */
export function comparePlans(before: TrackingPlan, after: TrackingPlan): readonly PlanChange[] {
  return [
    ...(['track', 'page', 'screen'] as const).flatMap(kind => compareEvents(before.events[kind], after.events[kind])),
    ...(['identify', 'group'] as const).flatMap(kind => compareTraits(kind, before[kind], after[kind])),
    ...compareMembers('every call', undefined, [...before.common.values()], [...after.common.values()], false, false),
  ];
}

type Events = ReadonlyMap<string, EventDefinition>;

function compareEvents(before: Events, after: Events): readonly PlanChange[] {
  const gone = [...before.values()].filter(({ name }) => !after.has(name));
  const fresh = [...after.values()].filter(({ name }) => !before.has(name));
  const renamed = new Map(renames(gone, fresh).map(([old, now]) => [old.name, now]));
  const arrived = new Set([...renamed.values()].map(({ name }) => name));
  return [
    ...[...before.values()].flatMap(old => {
      const same = after.get(old.name);
      if (same) return compareEvent(old, same);
      const now = renamed.get(old.name);
      if (now) return [change('renamed', true, old, `is called \`${now.name}\` now`)];
      const isOver = old.status === 'removed' || old.status === 'planned';
      return [change('removed', !isOver, old, 'is no longer in the plan')];
    }),
    ...fresh.filter(({ name }) => !arrived.has(name)).map(event => change('added', false, event, 'is new')),
  ];
}

/** An event that is gone and a new one with the very same payload, where no others have it. */
function renames(
  gone: readonly EventDefinition[],
  fresh: readonly EventDefinition[],
): readonly (readonly [EventDefinition, EventDefinition])[] {
  const byContent = groupBy(fresh, contentOf);
  return [...groupBy(gone, contentOf)].flatMap(([content, old]) => {
    const [first, another] = old;
    const [now, other] = byContent.get(content) ?? [];
    const says = (first?.properties?.length ?? 0) > 0 || first?.description !== undefined;
    return first && now && !another && !other && says ? [[first, now] as const] : [];
  });
}

/** What an event says beside its name, without places. */
function contentOf({ description, why, properties }: EventDefinition): string {
  return JSON.stringify([description?.value, why?.value, properties], (key, value: unknown) =>
    key === 'location' || key === 'range' || key === 'names' ? undefined : value,
  );
}

function compareEvent(before: EventDefinition, after: EventDefinition): readonly PlanChange[] {
  const { name, kind } = before;
  const found: PlanChange[] = [];
  if (before.status !== after.status) {
    const isOver = after.status === 'removed';
    const says = `is ${after.status} now${after.replacedBy ? `, replaced by \`${after.replacedBy.value}\`` : ''}`;
    found.push(change(isOver ? 'removed' : 'described', isOver, before, says));
  }
  const lostSources =
    before.sources && after.sources
      ? before.sources.filter(old => !after.sources?.some(({ value }) => value === old.value))
      : [];
  if (lostSources.length > 0)
    found.push(
      change(
        'tightened',
        true,
        before,
        `may no longer be sent by ${lostSources.map(({ value }) => `\`${value}\``).join(', ')}`,
      ),
    );
  if (!before.sources && after.sources)
    found.push(
      change(
        'tightened',
        true,
        before,
        `may be sent by ${after.sources.map(({ value }) => `\`${value}\``).join(', ')} only`,
      ),
    );
  if (before.sources && !after.sources) found.push(change('loosened', false, before, 'may be sent by any source'));
  if (before.open && !after.open)
    found.push({
      ...change('tightened', true, before, 'carries no properties beyond the listed ones now'),
      closes: true,
    });
  if (!before.open && after.open) found.push(change('loosened', false, before, 'may carry other properties now'));
  for (const word of ['description', 'why', 'owner'] as const) {
    if (before[word]?.value !== after[word]?.value)
      found.push(change('described', false, before, `has another \`${word}\``));
  }
  found.push(
    ...compareMembers(name, { kind, name }, before.properties ?? [], after.properties ?? [], before.open, after.open),
  );
  return found;
}

function compareTraits(
  kind: 'identify' | 'group',
  before: TraitsDefinition | undefined,
  after: TraitsDefinition | undefined,
): readonly PlanChange[] {
  const listed = (traits: TraitsDefinition | undefined): readonly PropertyDefinition[] => traits?.properties ?? [];
  return compareMembers(kind, undefined, listed(before), listed(after), before?.open ?? true, after?.open ?? true);
}

function change(kind: PlanChange['kind'], breaking: boolean, event: EventDefinition, says: string): PlanChange {
  const subject = event.kind === 'track' ? event.name : `${event.kind} ${event.name}`;
  return { kind, breaking, event: { kind: event.kind, name: event.name }, subject, says };
}
