import type {
  DestinationDefinition,
  FunnelDefinition,
  MetricDefinition,
  NameCase,
  Naming,
  PlanFile,
  SourceDefinition,
  Vocabulary,
  VocabularyWord,
} from '../plan.ts';
import { checkPattern } from './check-constraint.ts';
import { readEvents, readTraits } from './read-event.ts';
import { locatedText, readProperties } from './read-property.ts';
import { readLimits } from './read-limits.ts';
import { scalarsOf, textOf, textsOf, type Reading } from './reading.ts';
import { entryOf, valueOf, type Entry, type Node } from './tree.ts';

/** What a plan file says, or a part of it. */
export type PlanParts = Omit<PlanFile, 'uri' | 'format' | 'problems' | 'text'>;

/** Reads the top-level entries of a plan that stand in a tree. What a part does not say is absent or empty. */
export function readParts(reading: Reading, root: Node | undefined): PlanParts {
  const name = locatedText(reading, valueOf(root, 'name'));
  const naming = entryOf(root, 'naming');
  const vocabulary = entryOf(root, 'vocabulary');
  const identify = entryOf(root, 'identify');
  const group = entryOf(root, 'group');
  return {
    ...(name && { name }),
    ...(naming && { naming: readNaming(reading, naming) }),
    ...(vocabulary && { vocabulary: readVocabulary(reading, vocabulary.value) }),
    sources: entriesOf(valueOf(root, 'sources')).map(entry => readSource(reading, entry)),
    destinations: entriesOf(valueOf(root, 'destinations')).map(entry => readDestination(reading, entry)),
    properties: readProperties(reading, valueOf(root, 'properties')),
    common: readProperties(reading, valueOf(root, 'common')),
    events: [
      ...readEvents(reading, 'track', valueOf(root, 'events')),
      ...readEvents(reading, 'page', valueOf(root, 'pages')),
      ...readEvents(reading, 'screen', valueOf(root, 'screens')),
    ],
    ...(identify && { identify: readTraits(reading, identify) }),
    ...(group && { group: readTraits(reading, group) }),
    metrics: entriesOf(valueOf(root, 'metrics')).map(entry => readMetric(reading, entry)),
    funnels: entriesOf(valueOf(root, 'funnels')).map(entry => readFunnel(reading, entry)),
  };
}

function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function readNaming(reading: Reading, { key, value, start, end }: Entry): Naming {
  const events = valueOf(value, 'events');
  const properties = valueOf(value, 'properties');
  const framework = oneOf(['object-action', 'action-object', 'none'] as const, valueOf(events, 'framework'));
  const eventCase = oneOf(nameCases, valueOf(events, 'case'));
  const tense = oneOf(['past', 'present', 'any'] as const, valueOf(events, 'tense'));
  const eventPattern = locatedText(reading, valueOf(events, 'pattern'));
  const propertyCase = oneOf(nameCases, valueOf(properties, 'case'));
  checkPattern(reading, valueOf(events, 'pattern'));
  checkPattern(reading, valueOf(properties, 'pattern'));
  const propertyPattern = locatedText(reading, valueOf(properties, 'pattern'));
  return {
    ...(events && {
      events: {
        ...(framework && { framework }),
        ...(eventCase && { case: eventCase }),
        ...(tense && { tense }),
        ...(eventPattern && { pattern: eventPattern }),
      },
    }),
    ...(properties && {
      properties: {
        ...(propertyCase && { case: propertyCase }),
        ...(propertyPattern && { pattern: propertyPattern }),
      },
    }),
    range: value ? reading.range({ start, end }) : reading.range(key),
  };
}

const nameCases: readonly NameCase[] = [
  'Title Case',
  'Sentence case',
  'lower case',
  'snake_case',
  'camelCase',
  'PascalCase',
  'kebab-case',
  'SCREAMING_SNAKE_CASE',
  'any',
];

function oneOf<T extends string>(words: readonly T[], node: Node | undefined): T | undefined {
  const text = textOf(node);
  return words.find(word => word === text);
}

function readVocabulary(reading: Reading, node: Node | undefined): Vocabulary {
  return {
    objects: readWords(reading, valueOf(node, 'objects')),
    actions: readWords(reading, valueOf(node, 'actions')),
  };
}

/** A map from words to what is known of them, or a bare list of words. */
function readWords(reading: Reading, node: Node | undefined): readonly VocabularyWord[] {
  if (node?.kind === 'list') {
    return scalarsOf(node).flatMap(item => {
      const name = textOf(item);
      return name === undefined ? [] : { name, location: reading.location(item), synonyms: [] };
    });
  }
  return entriesOf(node).map(({ key, value }) => {
    const description = textOf(valueOf(value, 'description'));
    return {
      name: key.name,
      location: reading.location(key),
      synonyms: scalarsOf(valueOf(value, 'synonyms')).flatMap(item => locatedText(reading, item) ?? []),
      ...(description !== undefined && { description }),
    };
  });
}

function readSource(reading: Reading, { key, value }: Entry): SourceDefinition {
  const description = textOf(valueOf(value, 'description'));
  const sdk = valueOf(value, 'sdk');
  return {
    name: key.name,
    location: reading.location(key),
    include: textsOf(valueOf(value, 'include')),
    exclude: textsOf(valueOf(value, 'exclude')),
    ...(sdk && { sdks: textsOf(sdk) }),
    origin: textOf(valueOf(value, 'origin')) === 'external' ? 'external' : 'code',
    ...(description !== undefined && { description }),
  };
}

function readDestination(reading: Reading, { key, value }: Entry): DestinationDefinition {
  checkPattern(reading, valueOf(value, 'name_pattern'));
  const limits = readLimits(value);
  return { name: key.name, location: reading.location(key), ...(limits && { limits }) };
}

function readMetric(reading: Reading, { key, value }: Entry): MetricDefinition {
  const kind = textOf(valueOf(value, 'kind'));
  const description = textOf(valueOf(value, 'description'));
  const events = value?.kind === 'list' ? value : valueOf(value, 'events');
  return {
    name: key.name,
    location: reading.location(key),
    ...(kind !== undefined && { kind }),
    ...(description !== undefined && { description }),
    events: scalarsOf(events).flatMap(event => locatedText(reading, event) ?? []),
  };
}

function readFunnel(reading: Reading, { key, value }: Entry): FunnelDefinition {
  const steps = value?.kind === 'list' ? value : valueOf(value, 'steps');
  return {
    name: key.name,
    location: reading.location(key),
    steps: scalarsOf(steps).flatMap(step => locatedText(reading, step) ?? []),
  };
}
