import type { Fix } from '../../base/finding.ts';
import type { TextEdit } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { CodeWriter } from '../../code/language.ts';
import type { Payload } from '../../code/track-call.ts';
import type { PropertyDefinition, ValueConstraint } from '../../plan/plan.ts';
import { allowedTypes } from '../../plan/value.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { list, quote } from '../phrase.ts';
import { insertEntries } from './insert-entries.ts';

/** Adds properties to a payload with placeholders of their types, for a person to fill in. */
export function insertProperties(
  { insertion, chain }: Payload,
  missing: readonly PropertyDefinition[],
  snapshot: Snapshot,
): readonly Fix[] {
  if (!insertion && chain) return putProperties(chain, missing);
  const writer = insertion && languageOf(insertion.uri)?.write;
  if (!insertion || !writer) return [];
  const entries = missing.map(property => ({ name: property.name, value: placeholder(property, writer) }));
  const edit = insertEntries(insertion, entries, snapshot);
  return edit ? [added(missing, edit)] : [];
}

/** The same where calls put the properties in, one behind the other. */
function putProperties(chain: NonNullable<Payload['chain']>, missing: readonly PropertyDefinition[]): readonly Fix[] {
  const writer = languageOf(chain.uri)?.write;
  if (!writer) return [];
  const calls = missing.map(
    property => `.${chain.method}(${writer.literal(property.name)}, ${placeholder(property, writer)})`,
  );
  return [added(missing, { uri: chain.uri, range: chain.range, newText: calls.join('') })];
}

function added(missing: readonly PropertyDefinition[], edit: TextEdit): Fix {
  const title = `Add ${list(missing.map(property => quote(property.name)))}`;
  return { kind: 'insert-properties', title, edits: [edit], preferred: true };
}

/** What stands for a value until someone writes the right one: the value that the plan gives where it gives one. */
export function placeholder(constraint: ValueConstraint, writer: CodeWriter): string {
  const given = constraint.const ?? constraint.enum?.[0];
  if (given) return writer.literal(given.value);
  const type = allowedTypes(constraint)?.find(type => type !== 'null') ?? 'string';
  if (type !== 'object' || !constraint.properties) return writer.placeholder(type);
  const required = constraint.properties.filter(property => property.required);
  return writer.payload(required.map(property => writer.entry(property.name, placeholder(property, writer))));
}
