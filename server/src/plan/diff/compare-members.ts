import type { Located } from '../../base/text.ts';
import type { Scalar, ValueType } from '../../base/vocabulary.ts';
import type { PropertyDefinition, ValueConstraint } from '../plan.ts';
import type { PlanChange } from './plan-change.ts';

/** The differences of two lists of properties, at any depth. `wasOpen` and `isOpen`: whether others may be sent as well. */
export function compareMembers(
  owner: string,
  event: PlanChange['event'],
  before: readonly PropertyDefinition[],
  after: readonly PropertyDefinition[],
  wasOpen: boolean,
  isOpen: boolean,
): readonly PlanChange[] {
  const now = new Map(after.map(property => [property.name, property]));
  const then = new Set(before.map(property => property.name));
  const say = (name: string, kind: PlanChange['kind'], breaking: boolean, says: string): PlanChange => ({
    kind,
    breaking,
    ...(event && { event }),
    property: name,
    subject: `${owner}: ${name}`,
    says,
  });
  return [
    ...before.flatMap(old => {
      const same = now.get(old.name);
      // What is sent without being listed is fine where the list is open.
      if (!same) return [say(old.name, 'removed', !isOpen, 'is no longer in the plan')];
      return compareProperty(`${owner}: ${old.name}`, event, old, same);
    }),
    ...after
      .filter(({ name }) => !then.has(name))
      .map(property => {
        if (property.required) return say(property.name, 'added', true, 'is new, and must be sent');
        const isNarrower = wasOpen && restricts(property);
        return say(
          property.name,
          'added',
          isNarrower,
          isNarrower ? 'is new: what was sent by that name so far must fit' : 'is new',
        );
      }),
  ];
}

function restricts({ types, enum: values, const: constant, pattern }: PropertyDefinition): boolean {
  return Boolean(types ?? values ?? constant ?? pattern);
}

function compareProperty(
  subject: string,
  event: PlanChange['event'],
  before: PropertyDefinition,
  after: PropertyDefinition,
): readonly PlanChange[] {
  const found: PlanChange[] = [];
  const say = (kind: PlanChange['kind'], says: string): void => {
    found.push({ kind, breaking: kind === 'tightened', ...(event && { event }), property: before.name, subject, says });
  };
  if (!before.required && after.required) say('tightened', 'must be sent now');
  if (before.required && !after.required) say('loosened', 'need not be sent any more');
  if (before.pii && !after.pii) say('tightened', 'may not hold personal data any more');
  if (!before.deprecated && after.deprecated) say('described', 'is deprecated now');
  if (before.description !== after.description) say('described', 'has another description');
  compareValue(before, after, say);
  const [inner, outer] = [before.properties ?? before.items?.properties, after.properties ?? after.items?.properties];
  if (inner && outer) {
    const open = (of: ValueConstraint): boolean => (of.properties ? of.open : of.items?.open) !== false;
    found.push(...compareMembers(subject, event, inner, outer, open(before), open(after)));
  } else if (!inner && outer) say('tightened', 'says what it holds now');
  else if (inner && !outer) say('loosened', 'may hold anything now');
  return found;
}

type Say = (kind: PlanChange['kind'], says: string) => void;

function compareValue(before: ValueConstraint, after: ValueConstraint, say: Say): void {
  compareTypes(before.types, after.types, say);
  compareLists(before.enum ?? single(before.const), after.enum ?? single(after.const), say);
  for (const word of ['pattern', 'format'] as const) {
    const [old, now] = [textOf(before[word]), textOf(after[word])];
    if (old === now) continue;
    say(
      now === undefined ? 'loosened' : 'tightened',
      now === undefined ? `has no \`${word}\` any more` : `must follow the ${word} \`${now}\``,
    );
  }
  for (const [word, isFloor] of limits) {
    const [old, now] = [before[word], after[word]];
    if (old === now) continue;
    const isLooser = now === undefined || (old !== undefined && (isFloor ? now < old : now > old));
    say(
      isLooser ? 'loosened' : 'tightened',
      now === undefined ? `has no \`${word}\` any more` : `has the \`${word}\` ${now} now`,
    );
  }
  if (before.items && after.items) {
    compareTypes(before.items.types, after.items.types, (kind, says) => {
      say(kind, `${says} (its items)`);
    });
    compareLists(before.items.enum, after.items.enum, say);
  }
}

function compareTypes(
  before: readonly ValueType[] | undefined,
  after: readonly ValueType[] | undefined,
  say: Say,
): void {
  if (before?.join() === after?.join()) return;
  const allows = (types: readonly ValueType[] | undefined, type: ValueType): boolean =>
    !types || types.includes(type) || (type === 'integer' && types.includes('number'));
  const isTighter = before ? before.some(type => !allows(after, type)) : after !== undefined;
  const isWider = after ? after.some(type => !allows(before, type)) : before !== undefined;
  if (isTighter)
    say('tightened', `must be ${after?.join(' or ') ?? 'anything'} now${before ? `, not ${before.join(' or ')}` : ''}`);
  else if (isWider) say('loosened', `may be ${after?.join(' or ') ?? 'anything'} now`);
}

function compareLists(
  before: readonly Located<Scalar>[] | undefined,
  after: readonly Located<Scalar>[] | undefined,
  say: Say,
): void {
  if (!before && !after) return;
  if (!after) {
    say('loosened', 'may have any value now');
    return;
  }
  const values = (list: readonly Located<Scalar>[]): string =>
    list.map(({ value }) => JSON.stringify(value)).join(', ');
  if (!before) {
    say('tightened', `must be one of ${values(after)} now`);
    return;
  }
  const gone = before.filter(old => !after.some(({ value }) => value === old.value));
  const fresh = after.filter(now => !before.some(({ value }) => value === now.value));
  if (gone.length > 0) say('tightened', `may not be ${values(gone)} any more`);
  if (fresh.length > 0) say('loosened', `may be ${values(fresh)} as well`);
}

function single(constant: Located<Scalar> | undefined): readonly Located<Scalar>[] | undefined {
  return constant && [constant];
}

function textOf(value: Located<string> | string | undefined): string | undefined {
  return typeof value === 'object' ? value.value : value;
}

const limits = [
  ['minimum', true],
  ['exclusiveMinimum', true],
  ['minLength', true],
  ['minItems', true],
  ['maximum', false],
  ['exclusiveMaximum', false],
  ['maxLength', false],
  ['maxItems', false],
] as const;
