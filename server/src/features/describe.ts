import type { Scalar } from '../base/vocabulary.ts';
import type {
  DestinationLimits,
  EventDefinition,
  PropertyDefinition,
  TrackingPlan,
  ValueConstraint,
} from '../plan/plan.ts';
import { membersOf } from './payload-owner.ts';

/** What a plan says about an event, as Markdown: for hover and for the documentation of a completion. */
export function describeEvent(plan: TrackingPlan, event: EventDefinition): string {
  const facts = [
    event.kind === 'track' ? undefined : event.kind,
    event.status === 'active' ? undefined : statusText(event),
    event.owner && `owner ${event.owner.value}`,
    event.sources && `sent from ${event.sources.map(source => source.value).join(', ')}`,
    event.tags.length > 0 ? event.tags.join(', ') : undefined,
    event.version !== undefined ? `version ${event.version}` : undefined,
  ].filter(fact => fact !== undefined && fact !== '');
  return paragraphs(
    `**${escape(event.name)}**${facts.length > 0 ? ` — ${escape(facts.join(' · '))}` : ''}`,
    event.description?.value,
    event.why && `*Why:* ${event.why.value}`,
    payloadText(event),
    usedIn(plan, event),
  );
}

function statusText({ status, replacedBy, removeAfter }: EventDefinition): string {
  const instead = replacedBy ? `, use ${replacedBy.value} instead` : '';
  return `${status}${instead}${removeAfter ? `, to be removed after ${removeAfter.value}` : ''}`;
}

function payloadText({ properties, open }: EventDefinition): string | undefined {
  if (!properties) return undefined;
  if (properties.length === 0) return open ? undefined : 'Sends no properties.';
  return propertyTable(properties) + (open ? '\n\nFurther properties may be sent.' : '');
}

/** Required properties come first, since those are what a call must not forget. */
export function propertyTable(properties: readonly PropertyDefinition[]): string {
  const rows = [...properties]
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map(property => {
      const name = `${cell(code(property.name))}${property.required ? ' \\*' : ''}`;
      const about = [property.deprecated && 'Deprecated.', property.pii && 'Personal data.', property.description];
      return `| ${name} | ${cell(code(typeText(property)))} | ${cell(about.filter(Boolean).join(' '))} |`;
    });
  const hasRequired = properties.some(property => property.required);
  return ['| property | type | |', '| --- | --- | --- |', ...rows].join('\n') + (hasRequired ? '\n\n\\* required' : '');
}

/** What a plan says about a property, as Markdown. `place` says where it is sent, such as `Order Completed`. */
export function describeProperty(property: PropertyDefinition, place: string): string {
  const facts = [
    property.required ? 'required' : undefined,
    property.deprecated
      ? `deprecated${property.replacedBy ? `, use ${property.replacedBy.value} instead` : ''}`
      : undefined,
    property.pii ? 'personal data' : undefined,
    property.ref ? `from the shared property ${property.ref.value}` : undefined,
  ].filter(fact => fact !== undefined);
  const members = membersOf(property);
  return paragraphs(
    `**${escape(property.name)}**: ${code(typeText(property))} — ${escape([place, ...facts].join(' · '))}`,
    property.description,
    constraintText(property),
    property.examples?.length ? `*Examples:* ${property.examples.map(code).join(', ')}` : undefined,
    members?.length ? propertyTable(members) : undefined,
  );
}

/** A type in few words: `string`, `"EUR" | "USD"`, `array of string`, `number | null`, `any`. */
export function typeText(constraint: ValueConstraint): string {
  if (constraint.const) return valueText(constraint.const.value);
  if (constraint.enum) {
    const shown = constraint.enum.slice(0, shownValues).map(entry => valueText(entry.value));
    const hidden = constraint.enum.length - shown.length;
    return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(' | ');
  }
  if (!constraint.types) return 'any';
  return constraint.types
    .map(type => (type === 'array' && constraint.items ? `array of ${typeText(constraint.items)}` : type))
    .join(' | ');
}

const shownValues = 8;

/** A value as it stands in JSON. */
export function valueText(value: Scalar): string {
  return JSON.stringify(value);
}

function constraintText(constraint: ValueConstraint): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, minItems, maxItems } = constraint;
  const said = [
    constraint.format !== undefined && `format ${constraint.format}`,
    constraint.pattern && `matches ${code(constraint.pattern.value)}`,
    minimum !== undefined && `at least ${minimum}`,
    exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
    maximum !== undefined && `at most ${maximum}`,
    exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
    minLength !== undefined && `at least ${plural(minLength, 'character')}`,
    maxLength !== undefined && `at most ${plural(maxLength, 'character')}`,
    minItems !== undefined && `at least ${plural(minItems, 'item')}`,
    maxItems !== undefined && `at most ${plural(maxItems, 'item')}`,
  ].filter(part => part !== false && part !== undefined);
  return said.length > 0 ? `${said.join(', ')}.`.replace(/^./, first => first.toUpperCase()) : undefined;
}

function usedIn(plan: TrackingPlan, event: EventDefinition): string | undefined {
  const metrics = plan.metrics.filter(metric => metric.events.some(({ value }) => value === event.name));
  const funnels = plan.funnels.filter(funnel => funnel.steps.some(({ value }) => value === event.name));
  const used = [
    ...metrics.map(({ name }) => `metric ${escape(name)}`),
    ...funnels.map(({ name }) => `funnel ${escape(name)}`),
  ];
  return used.length > 0 ? `*Used in:* ${used.join(', ')}` : undefined;
}

/** What a destination takes, as a list in Markdown; empty where it has no limits. */
export function limitsText(limits: DestinationLimits): string {
  const { eventNameLength, propertyNameLength, propertyCount, valueLength, namePattern } = limits;
  const said = [
    eventNameLength !== undefined && `event names of at most ${plural(eventNameLength, 'character')}`,
    propertyNameLength !== undefined && `property names of at most ${plural(propertyNameLength, 'character')}`,
    propertyCount !== undefined && `at most ${propertyCount} properties in a call`,
    valueLength !== undefined && `values of at most ${plural(valueLength, 'character')}`,
    namePattern !== undefined && `names that match ${code(namePattern)}`,
    limits.reservedNames?.length && `reserved names: ${limits.reservedNames.map(code).join(', ')}`,
    limits.reservedPrefixes?.length && `reserved prefixes: ${limits.reservedPrefixes.map(code).join(', ')}`,
  ].filter(part => typeof part === 'string');
  return said.map(part => `- ${part}`).join('\n');
}

/** `1 call`, `2 calls`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The parts that say something, as paragraphs. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** Inline code, whatever the text holds. */
export function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** Text of a plan inside a line of Markdown that is ours: it must not turn into emphasis, links or HTML. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, character => `\\${character}`).replace(/\s+/g, ' ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
