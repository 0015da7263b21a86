import type { PlanFormat } from '../format.ts';
import type { PlanFile, PropertyDefinition, ValueConstraint } from '../plan.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import { eventOf } from '../vendor/event-of.ts';
import { itemsOf } from '../vendor/items-of.ts';
import { linked, type LinkedDocument } from '../vendor/linked.ts';
import { propertyOf } from '../vendor/property-of.ts';
import { renameOnly } from '../vendor/rename-only.ts';
import { textOf, type Reading } from '../yaml/reading.ts';
import { entryOf, valueOf, type Node } from '../yaml/tree.ts';

/**
 * Events of an OpenTelemetry semantic conventions registry: `groups[]` of `type: event`, with attributes described in place
 * or by `ref` to another group, in whatever file that is.
 */
export const openTelemetry: PlanFormat = {
  id: 'opentelemetry',
  title: 'OpenTelemetry semantic conventions',
  extensions: ['.yaml', '.yml'],

  recognizes: (_uri, text) =>
    /^groups:[ \t]*$/m.test(text.slice(0, 4_000)) &&
    /^[ \t]+(?:- )?type: (?:event|attribute_group|span|metric|entity|resource)\b/m.test(text),

  ...linked('opentelemetry', documents => {
    const known = attributesById(documents);
    return documents.map(document => readFile(document, known));
  }),

  write: renameOnly,
};

function groupsOf(root: Node | undefined): readonly Node[] {
  return itemsOf(valueOf(root, 'groups'));
}

/** Every attribute that some group describes, by its id; a prefix of its group stands before it. */
function attributesById(documents: readonly LinkedDocument[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const group of documents.flatMap(({ root }) => groupsOf(root))) {
    const prefix = textOf(valueOf(group, 'prefix'));
    for (const attribute of itemsOf(valueOf(group, 'attributes'))) {
      const id = textOf(valueOf(attribute, 'id'));
      if (id !== undefined) found.set(prefix === undefined ? id : `${prefix}.${id}`, attribute);
    }
  }
  return found;
}

function readFile({ reading, root }: LinkedDocument, known: ReadonlyMap<string, Node>): Partial<PlanFile> {
  const events = groupsOf(root)
    .filter(group => textOf(valueOf(group, 'type')) === 'event')
    .flatMap(group => {
      const id = valueOf(group, 'id');
      const at = valueOf(group, 'name') ?? id;
      const name = textOf(at);
      if (!at || name === undefined) return [];
      const body = entryOf(group, 'body');
      if (body) {
        reading.unread(body.key, 'The body of an event is not checked, only its attributes are.');
      }
      const deprecated = entryOf(group, 'deprecated');
      return eventOf(reading, {
        name,
        at,
        whole: group,
        description: valueOf(group, 'brief'),
        status: deprecated ? 'deprecated' : 'active',
        statusAt: deprecated,
        properties: itemsOf(valueOf(group, 'attributes')).flatMap(each => readAttribute(reading, each, known)),
        // A recorder adds what it knows of the resource.
        open: true,
        ...(at === id && { names: [] }),
      });
    });
  return { events };
}

function readAttribute(reading: Reading, node: Node, known: ReadonlyMap<string, Node>): readonly PropertyDefinition[] {
  const at = valueOf(node, 'ref') ?? valueOf(node, 'id');
  const name = textOf(at);
  if (!at || name === undefined) return [];
  const described = known.get(name) ?? node;
  const parts = {
    name,
    at,
    whole: node,
    required: textOf(valueOf(node, 'requirement_level') ?? valueOf(described, 'requirement_level')) === 'required',
    deprecated: entryOf(described, 'deprecated') !== undefined,
    description: textOf(valueOf(node, 'brief') ?? valueOf(described, 'brief')),
  };
  // The place of another file's description is no place of this one.
  const here = described === node || valueOf(node, 'type') !== undefined;
  return [propertyOf(reading, parts, constraintOf(reading, valueOf(here ? node : described, 'type'), here))];
}

function constraintOf(reading: Reading, type: Node | undefined, isHere: boolean): ValueConstraint {
  const word = textOf(type);
  if (word !== undefined) {
    const plain = word.replace(/^template\[(.*)\]$/, '$1');
    const item = typeWords.get(plain.replace('[]', ''));
    if (plain.endsWith('[]')) return { types: ['array'], ...(item && { items: { types: [item] } }) };
    return item ? { types: [item] } : {};
  }
  const members = itemsOf(valueOf(type, 'members')).flatMap(member => valueOf(member, 'value') ?? []);
  const values = members.flatMap(value => (value.kind === 'scalar' ? [{ value, scalar: value.value }] : []));
  if (values.length === 0) return {};
  const types = [...new Set(values.map(({ scalar }) => typeOfScalar(scalar)))];
  // A registry's list is open: other values may be sent where `allow_custom_values` is not false.
  const isOpen = textOf(valueOf(type, 'allow_custom_values')) !== 'false';
  return isOpen || !isHere
    ? { types }
    : { types, enum: values.map(({ value, scalar }) => reading.located(scalar, value)) };
}

function typeOfScalar(value: Scalar): ValueType {
  if (value === null) return 'null';
  return typeof value === 'number' ? 'integer' : typeof value === 'boolean' ? 'boolean' : 'string';
}

const typeWords: ReadonlyMap<string, ValueType> = new Map([
  ['string', 'string'],
  ['int', 'integer'],
  ['double', 'number'],
  ['boolean', 'boolean'],
  ['enum', 'string'],
  ['map', 'object'],
]);
