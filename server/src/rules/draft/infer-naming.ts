import { beginsWithVerb, endsInPast, endsInVerb } from '../../base/event-words.ts';
import type { NameCase } from '../../base/vocabulary.ts';
import { isInCase, splitWords } from '../../base/words.ts';
import { joinPlan } from '../../plan/join.ts';
import type { Naming } from '../../plan/plan.ts';
import { eventNamingFault, plainNamingFault } from '../names/naming.ts';

/** The convention that most names follow, and the names that do not. */
export interface InferredNaming {
  readonly naming?: Pick<Naming, 'events' | 'properties'>;
  readonly outliers: readonly string[];
}

/** The convention of names as they are. Few names, or names of every kind, have none. */
export function inferNaming(events: readonly string[], properties: readonly string[]): InferredNaming {
  const eventCase = commonCase(events);
  const propertyCase = commonCase(properties);
  const framework = eventCase && frameworkOf(events);
  const naming: Pick<Naming, 'events' | 'properties'> = {
    ...(eventCase && {
      events: {
        ...(framework && { framework: framework.name, ...(framework.tense && { tense: framework.tense }) }),
        case: eventCase,
      },
    }),
    ...(propertyCase && { properties: { case: propertyCase } }),
  };
  const plan = { ...joinPlan('file:///', []), naming: { ...naming, range: { start, end: start } } };
  const outliers = [
    ...events.filter(name => eventNamingFault(name, plan)),
    ...properties.filter(name => plainNamingFault(name, naming.properties)),
  ];
  return { ...((eventCase ?? propertyCase) && { naming }), outliers: [...new Set(outliers)] };
}

const start = { line: 0, character: 0 };

const cases: readonly NameCase[] = [
  'snake_case',
  'camelCase',
  'kebab-case',
  'Title Case',
  'Sentence case',
  'lower case',
  'PascalCase',
  'SCREAMING_SNAKE_CASE',
];

/** Fewer names than this are no convention. */
const FEWEST = 4;

/** This many of the names that can tell must agree. */
const SHARE = 0.8;

function commonCase(names: readonly string[]): NameCase | undefined {
  // A single word is in several cases at once, so it tells nothing.
  const telling = [...new Set(names)].filter(name => splitWords(name).length > 1);
  if (telling.length < FEWEST) return undefined;
  const counted = cases.map(nameCase => ({ nameCase, count: telling.filter(name => isInCase(name, nameCase)).length }));
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count >= telling.length * SHARE ? best.nameCase : undefined;
}

interface Framework {
  readonly name: 'object-action' | 'action-object';
  readonly tense?: 'past';
}

function frameworkOf(names: readonly string[]): Framework | undefined {
  const telling = [...new Set(names)].filter(name => splitWords(name).length > 1);
  const fitting = (fits: (name: string) => boolean): boolean => telling.filter(fits).length >= telling.length * SHARE;
  if (telling.length < FEWEST) return undefined;
  if (fitting(endsInPast)) return { name: 'object-action', tense: 'past' };
  if (fitting(endsInVerb)) return { name: 'object-action' };
  return fitting(beginsWithVerb) ? { name: 'action-object' } : undefined;
}
