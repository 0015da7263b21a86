import type { JsonSchema } from '../../plan/json-schema.ts';
import { keysOf, schemaAt, valuesOf, type Choice } from '../../plan/yaml/schema-at.ts';
import type { Suggestion } from './suggestion.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';
import { entrySuggestion } from './yaml-suggestion.ts';

/** The keys and values that a schema has at the place. Keys that are required come first. */
export function schemaSuggestions(question: YamlQuestion, root: JsonSchema): readonly Suggestion[] {
  const { path, at, siblings } = question.place;
  const schema = schemaAt(root, path);
  if (!schema) return [];
  if (at === 'key') {
    const keys = keysOf(root, schema).filter(({ value }) => value !== '$schema' && !siblings.includes(value));
    return keys.map(choice => entrySuggestion(question, keyChoice(choice)));
  }
  // Behind the dash of a list of maps a key may begin.
  const isItem = /^\d+$/.test(path.at(-1) ?? '') && !question.place.flow;
  const asKey: YamlQuestion = { ...question, place: { ...question.place, at: 'key' } };
  return [
    ...valuesOf(root, schema)
      .filter(({ value }) => value !== null && !siblings.includes(String(value)))
      .map(choice => valueSuggestion(question, choice)),
    ...(isItem ? keysOf(root, schema).map(choice => entrySuggestion(asKey, keyChoice(choice))) : []),
  ];
}

function keyChoice({ value: name, description, schema }: Choice<string>): NamedChoice {
  return {
    name,
    kind: 'Property',
    ...(description !== undefined && { documentation: description }),
    holds: holdsOf(schema),
  };
}

/** Of several forms the short one is offered: a scalar, then a list. */
function holdsOf({ type, enum: listed }: JsonSchema): NonNullable<NamedChoice['holds']> {
  const types = [type ?? []].flat();
  if (listed || types.length === 0) return 'scalar';
  if (types[0] === 'object') return 'map';
  return types[0] === 'array' ? 'list' : 'scalar';
}

function valueSuggestion(
  question: YamlQuestion,
  { value, description }: Choice<string | number | boolean | null>,
): Suggestion {
  const name = String(value);
  const documentation = description === undefined ? {} : { documentation: description };
  if (typeof value === 'string') return entrySuggestion(question, { name, kind: 'EnumMember', ...documentation });
  // A number or `true` in quotes would be text.
  return { label: name, kind: 'EnumMember', ...documentation, range: question.place.range, newText: name };
}
