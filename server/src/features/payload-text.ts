import type { CodeWriter } from '../code/language.ts';
import type { PayloadInsertion, TrackCall } from '../code/track-call.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan/plan.ts';
import type { Placeholders } from './placeholders.ts';

/** The text that sends properties, to be inserted at the place that a call has for it. */
export function payloadText(
  write: CodeWriter,
  properties: readonly PropertyDefinition[],
  into: Placeholders,
  { insertion, quote }: { readonly insertion: PayloadInsertion; readonly quote: string | undefined },
): string {
  const entries = properties.map(property => entryText(write, property, into, quote));
  const { before, after, indent, kind } = insertion;
  const between = indent === undefined ? ', ' : `,\n${indent}`;
  const text = kind === 'entries' ? entries.join(between) : wrap(write, entries, into, indent);
  return into.text(before) + text + into.text(after);
}

/** `order_id: ''`: a property's name and a place for its value. */
export function entryText(
  write: CodeWriter,
  property: PropertyDefinition,
  into: Placeholders,
  quote: string | undefined,
): string {
  // Places are numbered as they are written, and the name stands before the value.
  const [before = '', after = ''] = write.entry(property.name, mark).split(mark);
  return into.text(before) + valueText(write, property, into, quote) + into.text(after);
}

/** A place for a value: the first of the allowed ones, a pair of quotes, zero. Objects hold what they require. */
export function valueText(
  write: CodeWriter,
  constraint: ValueConstraint,
  into: Placeholders,
  quote: string | undefined,
): string {
  const values = allowedValues(constraint);
  if (values) return into.choice(values.map(value => write.literal(value, quote)));
  const type = constraint.types?.find(type => type !== 'null') ?? 'string';
  const required = constraint.properties?.filter(member => member.required && !member.deprecated) ?? [];
  if (type === 'object' && required.length > 0) {
    return wrap(
      write,
      required.map(member => entryText(write, member, into, quote)),
      into,
    );
  }
  const placeholder = type === 'string' ? write.literal('', quote) : write.placeholder(type);
  // The cursor is wanted between the quotes or brackets.
  if (type !== 'string' && type !== 'array' && type !== 'object') return into.place(placeholder);
  const middle = placeholder.length / 2;
  if (!Number.isInteger(middle)) return into.place(placeholder);
  return into.text(placeholder.slice(0, middle)) + into.place('') + into.text(placeholder.slice(middle));
}

/** The values that a property can take, where the plan lists them; both for a boolean. */
export function allowedValues(constraint: ValueConstraint) {
  if (constraint.const) return [constraint.const.value];
  if (constraint.enum) return constraint.enum.map(entry => entry.value);
  return constraint.types?.length === 1 && constraint.types[0] === 'boolean' ? [true, false] : undefined;
}

/** The delimiter of strings that a call already uses, so that what is added looks like it. */
export function quoteOf({ event, payload }: TrackCall): string | undefined {
  const used = [
    ...event.names.map(({ literal }) => literal?.quote),
    ...payload.properties.map(({ value }) => value.literal?.quote),
  ];
  return used.find(quote => quote === '"' || quote === "'");
}

/** Brackets around entries that may hold places. */
function wrap(write: CodeWriter, entries: readonly string[], into: Placeholders, indent?: string): string {
  const parts = write
    .payload(
      entries.map(() => mark),
      indent,
    )
    .split(mark);
  return parts.map((part, index) => into.text(part) + (entries[index] ?? '')).join('');
}

/** Stands for a part that is written later; no plan and no code holds it. */
const mark = '\u0000';
