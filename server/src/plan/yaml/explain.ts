import { closest } from '../../base/closest.ts';
import type { JsonSchema } from '../json-schema.ts';
import { spell } from './spell.ts';
import { entryOf, type Node, type Span } from './tree.ts';
import type { Place, SchemaError, SchemaProblem } from './schema-error.ts';

/** A validator's error in words that need no knowledge of JSON Schema; undefined where it says nothing to a person. */
export function explainError(error: SchemaError, text: string, place: Place): SchemaProblem | undefined {
  const rule = error.parentSchema;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params.additionalProperty), rule, place, text);
    case 'enum':
      return notAllowed(rule, place, text);
    case 'type':
      return wrongType(rule, place);
    case 'required':
      return missingKey(String(error.params.missingProperty), rule, place);
    case 'minimum':
      return { ...spanOf(place), message: `${subject(rule, place)} must be at least ${rule.minimum ?? 0}.` };
    default:
      return { ...spanOf(place), message: `${subject(rule, place)} is not as it must be.` };
  }
}

function unknownKey(name: string, rule: JsonSchema, place: Place, text: string): SchemaProblem {
  const known = Object.keys(rule.properties ?? {});
  const key: Span = entryOf(place.node, name)?.key ?? place.span;
  const meant = closest(name, known);
  const owner = rule.title ?? 'this part';
  if (meant === undefined) {
    return {
      start: key.start,
      end: key.end,
      message: `\`${name}\` is not a key of ${owner}, which has ${list(known)}.`,
    };
  }
  const message = `\`${name}\` is not a key of ${owner}. Did you mean \`${meant}\`?`;
  // A second key of the same name would be the next error.
  if (entryOf(place.node, meant)) return { start: key.start, end: key.end, message };
  return {
    start: key.start,
    end: key.end,
    message,
    suggestion: replacement(key, text, meant),
  };
}

function missingKey(name: string, rule: JsonSchema, place: Place): SchemaProblem | undefined {
  // A misspelt key is already told, with this one as what was meant.
  const others = place.node?.kind === 'map' ? place.node.entries.map(entry => entry.key.name) : [];
  if (closest(name, others) !== undefined) return undefined;
  return { ...spanOf(place), message: `${subject(rule, place)} needs the key \`${name}\`.` };
}

function notAllowed(rule: JsonSchema, place: Place, text: string): SchemaProblem {
  const words = [...new Set((rule.enum ?? []).map(String))];
  const span = spanOf(place);
  const found = place.node;
  const expected = `${subject(rule, place)} must be ${words.length === 1 ? (words[0] ?? '') : `one of ${words.join(', ')}`}`;
  if (!found) return { ...span, message: `${expected}.` };
  const meant = found.kind === 'scalar' && typeof found.value === 'string' ? closest(found.value, words) : undefined;
  const message = `${expected}; found ${describe(found)}.`;
  if (meant === undefined) return { ...span, message };
  return {
    ...span,
    message: `${message} Did you mean \`${meant}\`?`,
    suggestion: replacement(span, text, meant),
  };
}

function wrongType(rule: JsonSchema, place: Place): SchemaProblem {
  const types = [rule.type ?? []].flat();
  const words = types.filter(type => type !== 'null').map(type => typeWords[type] ?? type);
  const span = spanOf(place);
  const expected = `${subject(rule, place)} must be ${words.join(' or ')}`;
  const found = place.node;
  if (!found) return { ...span, message: `${expected}.` };
  const message = `${expected}; found ${describe(found)}.`;
  if (found.kind !== 'scalar' || found.style !== 'plain') return { ...span, message };
  if (types.includes('string') && found.value !== null) {
    const { start, end } = span;
    const newText = spell("''", String(found.value));
    const title = `Replace by \`${newText}\``;
    return {
      ...span,
      message: `${message} Put it in quotes to make it text.`,
      suggestion: { title, start, end, newText },
    };
  }
  return { ...span, message };
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys',
  null: 'nothing',
};

/** How a message calls the value: by its key, or by the list that it stands in. */
function subject(rule: JsonSchema, { path }: Place): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (/^\d+$/.test(last) && path.length > 1) return `Each item of \`${path.at(-2) ?? ''}\``;
  return rule.title?.endsWith(' of') ? `${capitalize(rule.title)} \`${last}\`` : `\`${last}\``;
}

function describe(node: Node): string {
  if (node.kind === 'map') return 'a map of keys';
  if (node.kind === 'list') return 'a list';
  const { value } = node;
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `\`${shorten(value)}\``;
  return `${typeof value === 'number' ? 'the number ' : ''}\`${value}\``;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function spanOf(place: Place): Span {
  const { start, end } = place.node ?? place.span;
  return { start, end };
}

function replacement(span: Span, text: string, value: string): NonNullable<SchemaProblem['suggestion']> {
  const newText = spell(text.slice(span.start, span.end), value);
  return { title: `Replace by \`${value}\``, start: span.start, end: span.end, newText };
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
