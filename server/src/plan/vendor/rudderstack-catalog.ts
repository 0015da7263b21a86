import type { Location } from '../../base/text.ts';
import type {
  EventDefinition,
  EventKind,
  PlanFile,
  PropertyDefinition,
  TraitsDefinition,
  ValueConstraint,
} from '../plan.ts';
import { booleanOf, textOf, type Reading } from '../yaml/reading.ts';
import { locatedText } from '../yaml/read-property.ts';
import { entryOf, valueOf, type Node } from '../yaml/tree.ts';
import { eventOf } from './event-of.ts';
import { itemsOf } from './items-of.ts';
import type { LinkedDocument, LinkDocuments } from './linked.ts';
import { RudderstackTypes } from './rudderstack-types.ts';

/** Brings the files of a RudderStack project together: what rules refer to, and what no rule uses. */
export const linkCatalog: LinkDocuments = documents => {
  const catalog = new Catalog(documents);
  const plans = documents.map(document =>
    kindOf(document) === 'tp' || kindOf(document) === 'tracking-plan' ? catalog.readPlan(document) : {},
  );
  return documents.map((document, i) => {
    if (kindOf(document) === 'events') return catalog.unusedEvents(document);
    if (kindOf(document) === 'properties') return catalog.sharedProperties(document);
    return plans[i] ?? {};
  });
};

function kindOf({ root }: LinkedDocument): string {
  return textOf(valueOf(root, 'kind')) ?? '';
}

/** An entry of the catalog, with the file that it stands in. */
interface Entry {
  readonly node: Node;
  readonly reading: Reading;
}

class Catalog {
  readonly #entries = new Map<string, Entry>();
  readonly #used = new Set<Node>();
  /** The first property of each name. */
  readonly #shared = new Map<string, Node>();
  readonly #types: RudderstackTypes;

  constructor(documents: readonly LinkedDocument[]) {
    for (const document of documents) this.#index(document);
    this.#types = new RudderstackTypes(ref => this.#entries.get(ref)?.node);
  }

  /** By both spellings of a reference: `#/events/<file>/<id>` and `#event:<id>`. */
  #index({ reading, root }: LinkedDocument): void {
    const file = textOf(valueOf(valueOf(root, 'metadata'), 'name')) ?? '';
    const spec = valueOf(root, 'spec');
    const kind = textOf(valueOf(root, 'kind')) ?? '';
    for (const [plural, section, singular] of kinds) {
      if (kind !== plural) continue;
      for (const node of itemsOf(valueOf(spec, section))) {
        const id = textOf(valueOf(node, 'id'));
        const name = textOf(valueOf(node, 'name'));
        if (id === undefined) continue;
        if (plural === 'properties' && name !== undefined && !this.#shared.has(name)) this.#shared.set(name, node);
        this.#entries.set(`#/${plural}/${file}/${id}`, { node, reading });
        this.#entries.set(`#${singular}:${id}`, { node, reading });
      }
    }
  }

  // ------------------------------------------------------------------------------------------------ tracking plans

  readPlan({ reading, root }: LinkedDocument): Partial<PlanFile> {
    const spec = valueOf(root, 'spec');
    const name = locatedText(reading, valueOf(spec, 'display_name'));
    const events: EventDefinition[] = [];
    const traits: { identify?: TraitsDefinition; group?: TraitsDefinition } = {};
    for (const rule of itemsOf(valueOf(spec, 'rules'))) {
      const at = valueOf(valueOf(rule, 'event'), '$ref') ?? valueOf(rule, 'event');
      const found = this.#follow(at, reading, 'event');
      if (!at || !found) continue;
      const type = textOf(valueOf(found.node, 'event_type')) ?? 'track';
      const members = this.#members(rule, reading);
      if (type === 'identify' || type === 'group') traits[type] ??= { location: reading.location(at), ...members };
      else {
        const event = this.#event(rule, at, found, type, members, reading);
        if (event) events.push(event);
      }
    }
    return { ...(name && { name }), events, ...traits };
  }

  #event(
    rule: Node,
    at: Node,
    { node, reading: home }: Entry,
    type: string,
    members: Pick<TraitsDefinition, 'properties' | 'open'>,
    reading: Reading,
  ): EventDefinition | undefined {
    this.#used.add(node);
    const label = valueOf(node, 'name');
    const name = textOf(label);
    const kind = eventKinds.get(type);
    if (!kind || !label || name === undefined || name === '') {
      reading.unread(at, kind ? `A rule for all ${kind} calls is not checked.` : 'This type of event is not checked.');
      return undefined;
    }
    if (/\{\{.*\}\}/.test(name)) {
      reading.unread(at, `The name of this event, \`${name}\`, is filled in later, so the event is not checked.`);
      return undefined;
    }
    const event = eventOf(reading, { kind, name, at, whole: rule, names: [home.location(label)], ...members });
    const description = textOf(valueOf(node, 'description'))?.trim() ?? '';
    const category = textOf(valueOf(node, 'category'));
    return {
      ...event,
      ...(description !== '' && { description: reading.located(description, at) }),
      tags: category === undefined ? [] : [category.replace(/^.*[/:]/, '')],
    };
  }

  /** The properties of a rule or of a property below it. */
  #members(rule: Node, reading: Reading): Pick<TraitsDefinition, 'properties' | 'open'> {
    const event = valueOf(rule, 'event');
    const isOpen =
      booleanOf(
        valueOf(event, 'allow_unplanned') ?? valueOf(rule, 'additional_properties') ?? valueOf(rule, 'allow_unplanned'),
      ) ?? true;
    const listed = itemsOf(valueOf(rule, 'properties')).flatMap(item => this.#property(item, reading, true));
    const variants = entryOf(rule, 'variants');
    if (!variants) return { properties: listed, open: isOpen };
    reading.unread(variants.key, 'Which of these cases a call is in is not looked at, so only the names are checked.');
    const cases = itemsOf(variants.value).flatMap(variant => [
      ...itemsOf(valueOf(variant, 'cases')).flatMap(each => itemsOf(valueOf(each, 'properties'))),
      ...itemsOf(valueOf(variant, 'default')),
      ...itemsOf(valueOf(valueOf(variant, 'default'), 'properties')),
    ]);
    const own = new Set(listed.map(({ name }) => name));
    const others = new Map(cases.flatMap(item => this.#property(item, reading, false)).map(each => [each.name, each]));
    return { properties: [...listed, ...[...others.values()].filter(({ name }) => !own.has(name))], open: isOpen };
  }

  #property(item: Node, reading: Reading, countsRequired: boolean): readonly PropertyDefinition[] {
    const at = valueOf(item, '$ref') ?? valueOf(item, 'property');
    const found = this.#follow(at, reading, 'property');
    const label = valueOf(found?.node, 'name');
    const name = textOf(label);
    if (!at || !found || !label || name === undefined) return [];
    const description = textOf(valueOf(found.node, 'description'))?.trim() ?? '';
    const nested = entryOf(item, 'properties') ? this.#members(item, reading) : undefined;
    const constraint = this.#constraint(name, at, found, reading);
    const isList = constraint.types?.includes('array') === true;
    const names: readonly Location[] = [found.reading.location(label)];
    return [
      {
        name,
        location: reading.location(at),
        range: reading.wholeEntry(item),
        required: countsRequired && booleanOf(valueOf(item, 'required')) === true,
        pii: false,
        deprecated: false,
        names,
        ...(description !== '' && { description }),
        ...constraint,
        ...(nested && !isList && { types: constraint.types ?? ['object'], ...nested }),
        ...(nested && isList && { items: { ...constraint.items, ...nested } }),
      },
    ];
  }

  /** Of several properties of one name the first is the shared one. */
  #constraint(name: string, at: Node, found: Entry, reading: Reading): ValueConstraint {
    const constraint = this.#types.constraint(found.node, reading, at);
    if (this.#shared.get(name) === found.node) return { ...constraint, ref: reading.located(name, at) };
    return constraint;
  }

  #follow(at: Node | undefined, reading: Reading, what: 'event' | 'property'): Entry | undefined {
    const ref = textOf(at);
    if (!at || ref === undefined) return undefined;
    const found = this.#entries.get(ref);
    if (!found)
      reading.problems.push({
        rule: 'unresolved-reference',
        range: reading.underline(at),
        message: `No file of the plan has the ${what} \`${ref}\`.`,
      });
    return found;
  }

  // ------------------------------------------------------------------------------------------------ the catalog

  /** Events that no rule uses are in the plan by their names alone; those that a rule uses are mentioned. */
  unusedEvents({ reading, root }: LinkedDocument): Partial<PlanFile> {
    const events: EventDefinition[] = [];
    const mentions: NonNullable<PlanFile['mentions']>[number][] = [];
    for (const node of itemsOf(valueOf(valueOf(root, 'spec'), 'events'))) {
      const at = valueOf(node, 'name');
      const name = textOf(at);
      const kind = eventKinds.get(textOf(valueOf(node, 'event_type')) ?? 'track');
      if (!at || name === undefined || name === '' || !kind || /\{\{.*\}\}/.test(name)) continue;
      if (this.#used.has(node)) mentions.push(reading.located(name, at));
      else events.push(eventOf(reading, { kind, name, at, whole: node, description: valueOf(node, 'description') }));
    }
    return { events, mentions };
  }

  /** Several properties of one name are told apart by their types, so only the first is listed. */
  sharedProperties({ reading, root }: LinkedDocument): Partial<PlanFile> {
    const found = new Map<string, PropertyDefinition>();
    for (const node of itemsOf(valueOf(valueOf(root, 'spec'), 'properties'))) {
      const at = valueOf(node, 'name');
      const name = textOf(at);
      if (!at || name === undefined || this.#shared.get(name) !== node) continue;
      const description = textOf(valueOf(node, 'description'))?.trim() ?? '';
      found.set(name, {
        name,
        location: reading.location(at),
        range: reading.wholeEntry(node),
        required: false,
        pii: false,
        deprecated: false,
        ...(description !== '' && { description }),
        ...this.#types.constraint(node, reading, undefined),
      });
    }
    return { properties: [...found.values()] };
  }
}

const kinds = [
  ['events', 'events', 'event'],
  ['properties', 'properties', 'property'],
  ['custom-types', 'types', 'custom-type'],
  ['categories', 'categories', 'category'],
] as const;

const eventKinds: ReadonlyMap<string, EventKind> = new Map([
  ['track', 'track'],
  ['page', 'page'],
  ['screen', 'screen'],
]);
