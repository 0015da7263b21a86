/**
 * A plan that is exported and read again says the same, up to what the format can say. Plans are made up; each is first
 * exported and read once, so that what the format cannot say is gone, and from then on nothing may change.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { ExportedFile, Exporter } from '../server/src/plan/export/exporter.ts';
import { exporters } from '../server/src/plan/export/index.ts';
import { everything, eventsOf, lossesOf } from '../server/src/plan/export/losses.ts';
import { joinPlan } from '../server/src/plan/join.ts';
import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../server/src/plan/plan.ts';
import { readPlanFile } from '../server/src/plan/read.ts';
import { plainPlan } from './support/plain-plan.ts';
import { planTexts } from './support/random-plans.ts';

const readable = exporters.filter(({ id }) =>
  ['yaml', 'segment', 'rudderstack', 'json-schema', 'mixpanel', 'amplitude'].includes(id),
);

suite('round trips', () => {
  for (const exporter of readable) {
    test(`${exporter.id}: nothing changes on the second way`, () => {
      fc.assert(
        fc.property(planTexts, text => {
          const once = through(exporter, read([{ path: 'tracking-plan.yaml', text }]));
          const twice = through(exporter, once);
          assert.deepEqual(plainPlan(twice), plainPlan(once));
        }),
        { numRuns: 60 },
      );
    });

    test(`${exporter.id}: what it says that it carries arrives`, () => {
      fc.assert(
        fc.property(planTexts, text => {
          const plan = read([{ path: 'tracking-plan.yaml', text }]);
          const arrived = through(exporter, plan);
          // Counted in parts: nothing that the format claims to carry may become less.
          const before = countsOf(plan, exporter);
          assert.deepEqual(countsOf(arrived, exporter), before);
        }),
        { numRuns: 60 },
      );
    });
  }
});

function through(exporter: Exporter, plan: TrackingPlan): TrackingPlan {
  return read(exporter.write(plan));
}

function read(files: readonly ExportedFile[]): TrackingPlan {
  const plan = joinPlan(
    'file:///tracking-plan/',
    files.map(({ path, text }) => readPlanFile(`file:///tracking-plan/${path}`, text)),
  );
  const problems = plan.files.flatMap(file => [...file.problems, ...(plan.problems.get(file.uri) ?? [])]);
  assert.deepEqual(
    problems.map(problem => problem.message),
    [],
  );
  return plan;
}

/** Every part that the format carries, with how often the plan says it, of the events that it takes. */
function countsOf(plan: TrackingPlan, { carries }: Exporter): unknown {
  const taken = eventsOf(plan).filter(event => isTaken(event, carries));
  const kept = carries.has('nested properties') ? taken : taken.map(withoutNested);
  const ofKept = {
    ...plan,
    events: {
      track: new Map(kept.filter(({ kind }) => kind === 'track').map(event => [event.name, event])),
      page: new Map(kept.filter(({ kind }) => kind === 'page').map(event => [event.name, event])),
      screen: new Map(kept.filter(({ kind }) => kind === 'screen').map(event => [event.name, event])),
    },
  };
  const others = new Set([...everything].filter(part => !carries.has(part)));
  return { events: kept.map(({ kind, name }) => `${kind} ${name}`).sort(), parts: lossesOf(ofKept, others) };
}

function isTaken({ kind, status }: EventDefinition, carries: Exporter['carries']): boolean {
  if (status === 'removed' && !carries.has('removed events')) return false;
  return kind === 'track' || carries.has(kind === 'page' ? 'pages' : 'screens');
}

/** What stands inside of what is lost is lost with it. */
function withoutNested(event: EventDefinition): EventDefinition {
  const flat = event.properties?.map(property => {
    const copy: { -readonly [K in keyof PropertyDefinition]: PropertyDefinition[K] } = { ...property };
    delete copy.properties;
    if (copy.items?.properties) copy.items = { types: ['object'] };
    return copy;
  });
  return { ...event, ...(flat && { properties: flat }) };
}
