import type { Fix } from '../../base/finding.ts';
import type { Payload, SentProperty, SentType, SentValue, TrackCall } from '../../code/track-call.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import type { EventDraft, PropertyDraft } from '../../plan/format.ts';
import type { EventDefinition, EventKind, TrackingPlan, TraitsDefinition } from '../../plan/plan.ts';
import { formatById } from '../../plan/formats/index.ts';
import { typeOf } from '../../plan/value.ts';
import { quote } from '../phrase.ts';

/** Adds an event to the plan, with the properties that a call sends and their types. */
export function addEvent(name: string, kind: EventKind, call: TrackCall, plan: TrackingPlan): readonly Fix[] {
  const draft: EventDraft = { kind, name, properties: draftsOf(call.payload, plan) };
  for (const file of filesFor(kind, plan)) {
    const edits = formatById(file.format)?.write?.addEvent(file, draft);
    if (edits) return [{ kind: 'add-event', title: `Add ${quote(name)} to the tracking plan`, edits }];
  }
  return [];
}

/** Adds a property that a call sends to an event, or to the traits, of the plan. */
export function addProperty(
  sent: SentProperty,
  owner: EventDefinition | TraitsDefinition,
  plan: TrackingPlan,
): readonly Fix[] {
  const file = plan.files.find(file => file.uri === owner.location.uri);
  const draft = { ...draftOf(sent), required: false };
  const edits = file && formatById(file.format)?.write?.addProperty(file, owner, draft);
  return edits ? [{ kind: 'add-property', title: `Add ${quote(sent.name)} to the tracking plan`, edits }] : [];
}

/** The files of the plan, those that hold events of the kind first. */
function filesFor(kind: EventKind, { files }: TrackingPlan): TrackingPlan['files'] {
  const holds = (file: TrackingPlan['files'][number]): number =>
    file.events.some(event => event.kind === kind) ? 0 : 1;
  return [...files].sort((a, b) => holds(a) - holds(b));
}

function draftsOf(payload: Payload, { common }: TrackingPlan): readonly PropertyDraft[] {
  return payload.properties.filter(({ name }) => !common.has(name) && !name.startsWith('$')).map(draftOf);
}

function draftOf({ name, always, value }: SentProperty): PropertyDraft {
  return { name, ...shapeOf(value), ...(always && value.optional !== true && { required: true }) };
}

function shapeOf({ types, values, items, members }: SentValue): Omit<PropertyDraft, 'name' | 'required'> {
  const known = types?.map(planType) ?? values?.map(typeOf);
  // A number without a fraction in one call may have one in the next.
  const widened = [...new Set(known?.map(type => (type === 'integer' ? 'number' : type)))];
  const properties = members?.properties.map(draftOf);
  return {
    ...(widened.length > 0 && widened.every(type => type !== undefined) && { types: widened }),
    ...(items && { items: shapeOf(items) }),
    ...(properties && properties.length > 0 && { properties }),
  };
}

function planType(type: SentType): ValueType | undefined {
  if (type === 'date') return 'string';
  if (type === 'bigint') return 'number';
  return type === 'function' ? undefined : type;
}
