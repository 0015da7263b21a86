import type { Fix } from '../../base/finding.ts';
import type { Location } from '../../base/text.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { CodeWriter } from '../../code/language.ts';
import type { Payload } from '../../code/track-call.ts';
import type { PropertyDefinition, ValueConstraint } from '../../plan/plan.ts';
import { allowedTypes } from '../../plan/value.ts';
import { list, quote } from '../phrase.ts';

/** Adds properties to a payload with placeholders of their types, for a person to fill in. */
export function insertProperties(payload: Payload, missing: readonly PropertyDefinition[]): readonly Fix[] {
  const { insertion, chain } = payload;
  if (!insertion && chain) return putProperties(chain, missing);
  const writer = insertion && languageOf(insertion.uri)?.write;
  if (!insertion || !writer) return [];
  const entries = missing.map(property => writer.entry(property.name, placeholder(property, writer)));
  const separator = insertion.indent === undefined ? ', ' : `,\n${insertion.indent}`;
  const inserted = insertion.kind === 'argument' ? writer.payload(entries) : entries.join(separator);
  return [added(missing, insertion, insertion.before + inserted + insertion.after)];
}

/** The same where calls put the properties in, one behind the other. */
function putProperties(chain: NonNullable<Payload['chain']>, missing: readonly PropertyDefinition[]): readonly Fix[] {
  const writer = languageOf(chain.uri)?.write;
  if (!writer) return [];
  const calls = missing.map(
    property => `.${chain.method}(${writer.literal(property.name)}, ${placeholder(property, writer)})`,
  );
  return [added(missing, chain, calls.join(''))];
}

function added(missing: readonly PropertyDefinition[], { uri, range }: Location, newText: string): Fix {
  const title = `Add ${list(missing.map(property => quote(property.name)))}`;
  return { kind: 'insert-properties', title, edits: [{ uri, range, newText }], preferred: true };
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
