import type { Fix } from '../../base/finding.ts';
import { languageOf } from '../../code/languages/index.ts';
import type { CodeWriter } from '../../code/language.ts';
import type { Payload } from '../../code/track-call.ts';
import type { PropertyDefinition, ValueConstraint } from '../../plan/plan.ts';
import { allowedTypes } from '../../plan/value.ts';
import { list, quote } from '../phrase.ts';

/** Adds properties to a payload with placeholders of their types, for a person to fill in. */
export function insertProperties(payload: Payload, missing: readonly PropertyDefinition[]): readonly Fix[] {
  const { insertion } = payload;
  const writer = insertion && languageOf(insertion.uri)?.write;
  if (!insertion || !writer) return [];
  const entries = missing.map(property => writer.entry(property.name, placeholder(property, writer)));
  const separator = insertion.indent === undefined ? ', ' : `,\n${insertion.indent}`;
  const inserted = insertion.kind === 'argument' ? writer.payload(entries) : entries.join(separator);
  return [
    {
      title: `Add ${list(missing.map(property => quote(property.name)))}`,
      edits: [{ uri: insertion.uri, range: insertion.range, newText: insertion.before + inserted + insertion.after }],
      preferred: true,
    },
  ];
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
