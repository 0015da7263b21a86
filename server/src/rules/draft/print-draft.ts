import { objectOf } from '../../base/event-words.ts';
import { groupBy } from '../../base/group-by.ts';
import type { EventKind, Naming, Vocabulary } from '../../plan/plan.ts';
import { writtenEvent, writtenNaming, writtenTraits, writtenVocabulary } from '../../plan/export/written-plan.ts';
import { plain } from '../../plan/yaml/spell.ts';
import { printEntry, type Layout, type Written } from '../../plan/yaml/print.ts';
import { amount } from '../../base/amount.ts';
import type { Draft, DraftEvent } from './merge-calls.ts';

export interface PrintedDraft extends Omit<Draft, 'dynamic'> {
  readonly name: string;
  readonly naming?: Pick<Naming, 'events' | 'properties'>;
  readonly vocabulary?: Vocabulary;
  /** Names a place for people, such as `src/a.ts:12`. */
  placeOf(event: DraftEvent): string;
}

/** A drafted plan in our own YAML: events grouped by what they are about, each with how it was found. */
export function printDraft(draft: PrintedDraft): string {
  const sections = [
    '# Drafted from the calls in the code. Say what each event means and why it is sent, and keep it true.',
    entry('version', 1),
    entry('name', draft.name),
    ...(draft.naming ? [entry('naming', writtenNaming(draft.naming))] : []),
    ...(draft.vocabulary ? [entry('vocabulary', writtenVocabulary(draft.vocabulary))] : []),
    ...(draft.added.length > 0
      ? [
          entry('common', {
            inline: false,
            entries: draft.added.map(name => [name, { inline: true, entries: [] }] as const),
          }),
        ]
      : []),
    ...(['track', 'page', 'screen'] as const).flatMap(kind => events(draft, kind)),
    ...(['identify', 'group'] as const).flatMap(kind => {
      const traits = draft[kind];
      return traits ? [entry(kind, writtenTraits(traits))] : [];
    }),
  ];
  return `${sections.join('\n')}\n`;
}

const layout: Layout = { shape: 'block', json: false, column: 0, step: 2, indent: ' ', eol: '\n' };

function entry(key: string, value: Written): string {
  return printEntry(key, value, layout);
}

const names: Readonly<Record<EventKind, string>> = { track: 'events', page: 'pages', screen: 'screens' };

function events(draft: PrintedDraft, kind: EventKind): readonly string[] {
  const own = draft.events.filter(each => each.event.kind === kind);
  if (own.length === 0) return kind === 'track' ? ['events: {}'] : [];
  const byName = own.toSorted((a, b) => (a.event.name < b.event.name ? -1 : 1));
  const groups = [...groupBy(byName, each => objectOf(each.event.name).toLowerCase())].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  // A heading above each event alone would be noise.
  const isGrouped = groups.length < own.length && kind === 'track';
  const lines = groups.flatMap(([, members], i) => {
    const [first] = members;
    const heading = isGrouped && first ? [`${i === 0 ? '' : '\n'}  # ${oneLine(objectOf(first.event.name))}`] : [];
    return [...heading, ...members.flatMap(member => eventLines(draft, member))];
  });
  return [`${names[kind]}:`, ...lines];
}

function eventLines(draft: PrintedDraft, drafted: DraftEvent): readonly string[] {
  const { calls, openCalls, event } = drafted;
  const open =
    openCalls === 0 ? '' : openCalls === calls.length ? ' that may send more' : `, ${openCalls} of which may send more`;
  const found =
    calls.length === 0 ? [] : [`  # ${amount(calls.length, 'call')}${open}; ${oneLine(draft.placeOf(drafted))}`];
  const text = `  ${printEntry(event.name, writtenEvent(event), { ...layout, column: 2 })}`;
  return [...found, withDoubts(text, drafted.doubts ?? new Map())];
}

/** What is not sure of a property stands behind its line. */
function withDoubts(text: string, doubts: ReadonlyMap<string, string>): string {
  const heads = new Map([...doubts].map(([name, doubt]) => [`      ${plain(name)}:`, doubt]));
  const lines = text.split('\n').map(line => {
    const head = [...heads.keys()].find(each => line.startsWith(`${each} `) || line === each);
    return head === undefined ? line : `${line} # ${oneLine(heads.get(head) ?? '')}`;
  });
  return lines.join('\n');
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
