import type { Call, Expr, Unit } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { LanguageId } from '../language-id.ts';
import type { Range } from '../../base/text.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { membersOfType } from '../evaluate/type-members.ts';
import { unknown, type Alternative, type Field, type ObjectValue, type Value } from '../evaluate/value.ts';
import type { Locator } from '../sdk.ts';
import type { Payload, PayloadInsertion, SentProperty, SentValue } from '../track-call.ts';
import { placeOfCall, type CallSite } from './call-site.ts';
import { offsetIn } from '../unit-places.ts';
import { isWithin, locationOf, rangeOf } from './places.ts';
import { sentValue, type MembersReader } from './sent-value.ts';

/** The properties that a payload's value brings, over all that it can be. */
export function payloadOf(
  evaluator: Evaluator,
  value: Value | undefined,
  site: CallSite,
  omit: readonly string[],
  depth = 0,
): Payload {
  const { objects, isMaybeMissing, ...found } = objectsIn(evaluator, value, site);
  const open = found.open ?? objects.find(object => object.open !== undefined)?.open;
  const names = new Set(objects.flatMap(object => [...object.fields.keys()]));
  for (const name of omit) names.delete(name);
  const isWhole = !isMaybeMissing && !(open !== undefined && (value?.length ?? 0) > objects.length);
  const properties: SentProperty[] = [];
  const added: string[] = [];
  for (const name of names) {
    const fields = objects.map(object => object.fields.get(name)).filter(field => field !== undefined);
    const [field] = fields;
    if (!field) continue;
    if (field.level > 0) {
      added.push(name);
      continue;
    }
    const always = isWhole && fields.length === objects.length && fields.every(each => each.always);
    properties.push(propertyOf(evaluator, name, field, fields, always, objects, site, depth));
  }
  const range = rangeInCall(objects, value, site);
  return {
    properties,
    added,
    open: open !== undefined,
    ...(range && { range }),
    ...(open !== undefined && { why: open }),
    dynamicKeys: objects.flatMap(object =>
      object.dynamicKeys.map(place => (isWithin(place, placeOfCall(site)) ? rangeOf(place) : site.fallback)),
    ),
  };
}

/** The objects that a payload can be, and what else it can be. */
function objectsIn(
  evaluator: Evaluator,
  value: Value | undefined,
  site: CallSite,
): { objects: ObjectValue[]; open: string | undefined; isMaybeMissing: boolean } {
  const objects: ObjectValue[] = [];
  let open: string | undefined;
  let isMaybeMissing = false;
  for (const alternative of value ?? []) {
    if (alternative.v === 'object') objects.push(alternative);
    // An empty list in PHP is an empty map as well.
    else if (alternative.v === 'array' && alternative.items.length === 0 && alternative.open === undefined) continue;
    else if (alternative.v === 'scalar' && (alternative.value === undefined || alternative.value === null))
      isMaybeMissing = true;
    else {
      const type = alternative.v === 'typed' || alternative.v === 'parameter' ? alternative.type : undefined;
      const members =
        type && membersOfType(evaluator, type, alternative, { file: site.file, unit: site.unit, env: evaluator.site });
      if (members) objects.push(members);
      open ??= whyOpen(alternative);
    }
  }
  return { objects, open, isMaybeMissing };
}

/** Why a payload may have properties that are not seen. */
function whyOpen(alternative: Alternative): string {
  if (alternative.v === 'unknown') return alternative.why;
  if (alternative.v === 'scalar') return 'it is no object';
  return alternative.v === 'parameter' ? 'it is given by the caller' : 'it is known by its type only';
}

function propertyOf(
  evaluator: Evaluator,
  name: string,
  field: Field,
  fields: readonly Field[],
  always: boolean,
  objects: readonly ObjectValue[],
  site: CallSite,
  depth: number,
): SentProperty {
  const whole = placeOfCall(site);
  const range = isWithin(field.key, whole)
    ? rangeOf(field.key)
    : field.use && isWithin(field.use, whole)
      ? rangeOf(field.use)
      : (rangeInCall(objects, undefined, site) ?? site.fallback);
  const value = fields.length === 1 ? field.value() : fields.flatMap(each => each.value());
  const inside =
    field.expr && isWithin({ ...field.key, at: field.expr.at, end: field.expr.end }, whole)
      ? rangeOf({ ...field.key, at: field.expr.at, end: field.expr.end })
      : range;
  return {
    name,
    key: locationOf(field.key),
    range,
    always,
    shorthand: field.shorthand,
    ...(isRemovable(field, objects) && { entry: locationOf(field.entry) }),
    value:
      depth > 4
        ? { range: inside }
        : withExpressions(
            sentValue(
              evaluator,
              value.length === 0 ? unknown('it has no value') : value,
              field.expr,
              inside,
              membersIn(evaluator, site),
              depth,
            ),
            fields,
          ),
  };
}

/**
 * Whether the entry stands alone in a literal, or is a call in a chain of them: what is given to a call (`put(key, value)`) cannot be
 * left out of it otherwise.
 */
function isRemovable({ entry, key, shorthand }: Field, objects: readonly ObjectValue[]): boolean {
  const isChained = objects.every(({ literal }) => literal?.expr.k === 'object' && literal.expr.puts !== undefined);
  if (isChained && objects.length > 0) return entry.at < key.at;
  if (objects.some(({ literal }) => literal?.expr.k === 'object' && literal.expr.composed)) return false;
  return entry.at !== key.at || entry.end !== key.end || shorthand;
}

/** Adds where a type checker can be asked, unless everything is known anyway. */
function withExpressions(value: SentValue, fields: readonly Field[]): SentValue {
  if (value.values) return value;
  const places = fields.map(field => field.from);
  return places.every(each => each !== undefined) ? { ...value, expressions: places.flat().map(locationOf) } : value;
}

/** The argument through which a payload comes, as far as it stands in the call. */
function rangeInCall(objects: readonly ObjectValue[], value: Value | undefined, site: CallSite): Range | undefined {
  const whole = placeOfCall(site);
  const literal = objects.find(object => object.literal && isWithin(object.literal, whole))?.literal;
  if (literal) return rangeOf(literal);
  const use = [...objects, ...(value ?? [])].map(each => each.use).find(place => place && isWithin(place, whole));
  return use && rangeOf(use);
}

/**
 * Where new entries, or the whole payload, can be written into the call; undefined where there is no plain place. `isFirst` says
 * that the event is yet to be written, right before it.
 */
export function insertionFor(
  value: Value | undefined,
  locator: Locator | undefined,
  site: CallSite,
  isFirst = false,
): PayloadInsertion | undefined {
  const { unit, call } = site;
  const whole = placeOfCall(site);
  const object = value?.find(
    alternative =>
      alternative.v === 'object' && alternative.literal !== undefined && isWithin(alternative.literal, whole),
  );
  if (object?.v === 'object' && object.literal) return insideObject(object.literal.expr, site);
  if (!locator) return undefined;
  if (value !== undefined) return insteadOfNull(locator, site);
  const [key, ...deeper] = locator.path ?? [];
  if (key === undefined) {
    const [options] = call.args;
    const isInOptions = locator.inOptions && call.args.length === 1 && options?.value.k === 'object';
    if (isInOptions && options.name === undefined) return asOption(options.value, locator.keyword ?? '', site);
    return furtherArgument(locator, site, isFirst);
  }
  const holder = locator.arg === undefined ? undefined : call.args[locator.arg]?.value;
  return deeper.length > 0 ? undefined : asOption(fieldsOf(holder, unit), key, site);
}

/** The fields of a struct that is made in the argument's place. */
function fieldsOf(expr: Expr | undefined, unit: Unit): Expr | undefined {
  if (expr?.k !== 'call') return expr;
  return unit.calls[expr.call]?.args[0]?.value;
}

/** The payload as a member of an object that holds the event as well. */
function asOption(holder: Expr | undefined, key: string, site: CallSite): PayloadInsertion | undefined {
  const inside = holder?.k === 'object' ? insideObject(holder, site) : undefined;
  const separator = site.file.language === 'php' ? `'${key}' => ` : `${key}: `;
  return inside && { ...inside, kind: 'argument', before: `${inside.before}${separator}` };
}

/** `track("x", null)` has room for a payload where the null stands. */
function insteadOfNull({ arg, keyword, path }: Locator, { file, unit, call }: CallSite): PayloadInsertion | undefined {
  const named = call.args.find(({ name }) => keyword !== undefined && name === keyword);
  const given = (named ?? (arg === undefined ? undefined : call.args[arg]))?.value;
  const isNull = given?.k === 'literal' && (given.value === null || given.value === undefined);
  if (!isNull || path) return undefined;
  const range = file.lines.range(offsetIn(unit, given.at), offsetIn(unit, given.end));
  return { uri: file.uri, range, kind: 'argument', before: '', after: '' };
}

/** Behind the last argument; on a line of its own where the arguments have theirs. */
function furtherArgument(
  locator: Locator,
  { file, unit, call }: CallSite,
  isFirst: boolean,
): PayloadInsertion | undefined {
  const before = argumentBefore(file.language, call, locator, isFirst ? 1 : 0);
  if (before === undefined) return undefined;
  const last = call.args.at(-1);
  const at = offsetIn(unit, last?.value.end ?? call.argsAt);
  const place = { uri: file.uri, range: file.lines.range(at, at), kind: 'argument', before, after: '' } as const;
  const start = last && file.lines.position(offsetIn(unit, last.nameAt ?? last.value.at));
  if (
    !last ||
    !start ||
    !before.startsWith(', ') ||
    start.line === file.lines.position(offsetIn(unit, call.argsAt)).line
  )
    return place;
  const indent = ' '.repeat(start.character);
  const range = { start, end: file.lines.position(at) };
  return { ...place, before: `,\n${indent}${before.slice(2)}`, indent, last: { range, value: range } };
}

/** Where a further call can put a property into a payload that is put together by calls (`NewProperties().Set("a", 1)`). */
export function chainFor(value: Value | undefined, site: CallSite): Payload['chain'] {
  const { file, unit } = site;
  const whole = placeOfCall(site);
  const [object, other] = value ?? [];
  if (object?.v !== 'object' || other || !object.literal || !isWithin(object.literal, whole)) return undefined;
  const { expr } = object.literal;
  if (expr.k !== 'object' || !expr.puts) return undefined;
  const { method, at } = expr.puts;
  return { uri: file.uri, range: file.lines.range(offsetIn(unit, at), offsetIn(unit, at)), method };
}

/** What stands before the value of a further argument: its label, where one is usual; undefined where it can have no place. */
function argumentBefore(
  language: LanguageId,
  { args, unfinished }: Call,
  { arg, keyword }: Locator,
  /** Arguments that will be written before it. */
  others: number,
): string | undefined {
  if (args.some(({ trailing }) => trailing) || (unfinished && !isJavaScript(language))) return undefined;
  const count = args.length + others;
  const comma = count > 0 ? ', ' : '';
  const isLabelled = args.some(({ name }) => name !== undefined);
  const label = keyword === undefined ? undefined : labels[language]?.(keyword);
  const isBehind = arg === undefined || isLabelled || arg > count || language === 'dart';
  if (label !== undefined && isBehind) return language === 'objective-c' ? label : comma + label;
  return arg === count && !isLabelled ? comma : undefined;
}

/** How a language writes the name of an argument. */
const labels: Partial<Record<LanguageId, (name: string) => string>> = {
  python: name => `${name}=`,
  kotlin: name => `${name} = `,
  swift: name => `${name}: `,
  ruby: name => `${name}: `,
  dart: name => `${name}: `,
  csharp: name => `${name}: `,
  'objective-c': name => ` ${name}:`,
};

/** The end of an object literal, as a place for new entries; undefined where it is put together in another way. */
export function insideObject(expr: Expr, { file, unit, call }: CallSite): PayloadInsertion | undefined {
  if (expr.k === 'object' && expr.composed && expr.entries.length > 0) return undefined;
  const isScript = isJavaScript(file.language);
  const entries = expr.k === 'object' ? expr.entries : [];
  const last = entries.at(-1);
  if (!last && !isScript && call.unfinished) return undefined;
  // An empty map is written with brackets of its own, such as `mapOf()` and `[:]`.
  const offset = last?.end ?? (isScript ? expr.at + 1 : expr.end - 1);
  const from = !last && file.language === 'swift' ? expr.at + 1 : offset;
  const range = file.lines.range(offsetIn(unit, from), offsetIn(unit, offset));
  const first = entries[0];
  const start = first && file.lines.position(offsetIn(unit, first.at));
  const rangeIn = (from: number, to: number): Range => file.lines.range(offsetIn(unit, from), offsetIn(unit, to));
  const ownLine = start !== undefined && start.line > file.lines.position(offsetIn(unit, expr.at)).line;
  const indent = ownLine ? ' '.repeat(start.character) : undefined;
  const padding = isScript ? ' ' : '';
  return {
    uri: file.uri,
    range,
    kind: 'entries',
    before: last ? (indent === undefined ? ', ' : `,\n${indent}`) : padding,
    after: last ? '' : padding,
    ...(indent !== undefined && { indent }),
    ...(last
      ? {
          last: {
            range: rangeIn(last.at, last.end),
            value: rangeIn(last.value.at, last.value.end),
            ...(typeof last.key === 'string' && { key: rangeIn(last.keyAt, last.keyEnd) }),
          },
        }
      : { whole: rangeIn(expr.at, expr.end) }),
  };
}

/** Reads the members of object values inside a payload. */
export function membersIn(evaluator: Evaluator, site: CallSite): MembersReader {
  return (value, depth) => {
    const insertion = insertionFor(value, undefined, site);
    return { ...payloadOf(evaluator, value, site, [], depth), ...(insertion && { insertion }) };
  };
}
