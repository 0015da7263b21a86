import { groupBy } from '../../base/group-by.ts';
import type { EventDefinition } from '../plan.ts';

/**
 * Of several versions of an event the newest, which is renamed together with the older ones. Two events of one version are
 * both kept: which of them counts is for the plan to say.
 */
export function newestOf(events: readonly EventDefinition[]): {
  readonly newest: readonly EventDefinition[];
  readonly superseded: readonly EventDefinition[];
} {
  const byName = groupBy(events, event => `${event.kind} ${event.name}`);
  const superseded = new Set<EventDefinition>();
  const newest = new Set<EventDefinition>();
  for (const versions of byName.values()) {
    const latest = versions.reduce((a, b) => (compareVersions(b.version, a.version) > 0 ? b : a));
    const older = versions.filter(event => compareVersions(event.version, latest.version) < 0);
    const names = older.flatMap(namesOf);
    for (const event of versions) {
      if (older.includes(event)) superseded.add(event);
      else newest.add(names.length === 0 ? event : { ...event, names: [...namesOf(event), ...names] });
    }
  }
  return { newest: [...newest], superseded: [...superseded] };
}

function namesOf(event: EventDefinition): NonNullable<EventDefinition['names']> {
  return event.names ?? [event.location];
}

/** `2` and `1-0-2` alike, number by number; none is the oldest. */
export function compareVersions(a: string | undefined, b: string | undefined): number {
  const [first, second] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const difference = (first[i] ?? -1) - (second[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string | undefined): readonly number[] {
  return (version?.match(/\d+/g) ?? []).map(Number);
}
