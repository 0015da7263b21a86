import { objectOf } from '../base/event-words.ts';
import type { Finding } from '../base/finding.ts';
import type { Location, Uri } from '../base/text.ts';
import type { TrackCall } from '../code/track-call.ts';
import type { EventDefinition, EventKind, EventStatus } from '../plan/plan.ts';
import { coverageOf } from '../workspace/coverage.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { problemsIn } from './event-problems.ts';
import { countedFindings } from './findings.ts';

/** The plans held against the code, for an editor that shows them as a tree or as a report. */
export interface PlanTree {
  /** Whether every file has been read: before that, nothing can be said to be missing. */
  readonly isComplete: boolean;
  readonly plans: readonly PlanBranch[];
}

export interface PlanBranch {
  readonly name: string;
  /** The file to open for it. */
  readonly uri: Uri;
  readonly events: readonly PlanTreeEvent[];
  /** Names that the code sends and the plan does not have. */
  readonly unplanned: readonly {
    readonly kind: EventKind;
    readonly name: string;
    readonly calls: readonly Location[];
  }[];
  /** Calls whose event, or one of the possible ones, is known only at run time. */
  readonly dynamic: readonly Location[];
}

export interface PlanTreeEvent {
  readonly kind: EventKind;
  readonly name: string;
  /** What it is about, such as `Order`. */
  readonly object: string;
  readonly owner?: string;
  readonly sources: readonly string[];
  readonly status: EventStatus;
  readonly description?: string;
  /** The name in the plan. */
  readonly location: Location;
  /** Whether calls of the code are expected to send it: it counts for coverage. */
  readonly isExpected: boolean;
  readonly weight: number;
  readonly calls: number;
  /** Findings in its calls, and how severe the worst of them is. */
  readonly problems: number;
  readonly worst?: Finding['severity'];
  /** Required properties that no call sends. */
  readonly unsent: readonly string[];
}

/** Does the longest part of the work, and pauses after each file, so that nobody has to wait for the rest. */
export function* preparePlanTree(snapshot: Snapshot): Generator<undefined, void> {
  for (const uri of new Set([...snapshot.allCalls()].map(call => call.uri))) {
    countedFindings(snapshot, uri);
    yield;
  }
}

/** All plans of the workspace. What is shown of them, and in which groups, is the editor's affair. */
export function planTree(snapshot: Snapshot): PlanTree {
  return {
    isComplete: snapshot.isComplete,
    plans: snapshot.plans.map(plan => {
      const coverage = coverageOf(plan, snapshot);
      const expected = new Map(coverage.expected.map(covered => [covered.event, covered]));
      const events = Object.values(plan.events).flatMap(byName => [...byName.values()]);
      return {
        name: plan.name,
        uri: plan.files[0]?.uri ?? plan.root,
        events: events.map(event => {
          const covered = expected.get(event);
          return {
            ...facts(event),
            isExpected: covered !== undefined,
            calls: snapshot.callsTo(plan, event).length,
            unsent: covered?.unsent.map(({ name }) => name) ?? [],
            ...problems(problemsIn(snapshot, plan, event)),
          };
        }),
        unplanned: coverage.unplanned.map(({ kind, name, calls }) => ({ kind, name, calls: calls.map(placeOf) })),
        dynamic: coverage.dynamic.map(placeOf),
      };
    }),
  };
}

function facts(event: EventDefinition): EventFacts {
  let known = factsOf.get(event);
  if (!known) factsOf.set(event, (known = readFacts(event)));
  return known;
}

/** What the plan says of an event, for as long as it says it: to look for the object in a name takes time. */
const factsOf = new WeakMap<EventDefinition, EventFacts>();

type EventFacts = Omit<PlanTreeEvent, 'isExpected' | 'calls' | 'problems' | 'worst' | 'unsent'>;

function readFacts(event: EventDefinition): EventFacts {
  const { kind, name, owner, sources, status, description, location, weight } = event;
  return {
    kind,
    name,
    object: objectOf(name),
    ...(owner && { owner: owner.value }),
    sources: (sources ?? []).map(({ value }) => value),
    status,
    ...(description && { description: description.value }),
    location,
    weight,
  };
}

function problems(findings: readonly Finding[]): Pick<PlanTreeEvent, 'problems' | 'worst'> {
  const worst = (['error', 'warning', 'info'] as const).find(each =>
    findings.some(({ severity }) => severity === each),
  );
  return { problems: findings.length, ...(worst && { worst }) };
}

function placeOf({ uri, calleeRange }: TrackCall): Location {
  return { uri, range: calleeRange };
}
