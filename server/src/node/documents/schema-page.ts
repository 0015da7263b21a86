import type { JsonSchema } from '../../plan/json-schema.ts';
import { notice, table } from './markdown.ts';

/** A page about a file that people write: a chapter for the file and for each kind of entry, with its keys. */
export function schemaPage(title: string, schema: JsonSchema): string {
  const chapters = Object.entries(schema.definitions ?? {}).filter(([, each]) => each.properties);
  return (
    [
      notice,
      `# ${title}`,
      ...chapter(schema, schema),
      ...chapters.flatMap(([name, each]) => [`## ${heading(name)}`, ...chapter(each, schema)]),
    ].join('\n\n') + '\n'
  );
}

function chapter(part: JsonSchema, schema: JsonSchema): string[] {
  return [
    ...(part.description === undefined ? [] : [part.description]),
    table(['Key', 'Value', ''], rows('', part, schema)),
  ];
}

/** A row for each key; the keys of an object that has no chapter of its own follow it, with a dot. */
function rows(path: string, part: JsonSchema, schema: JsonSchema): string[][] {
  return Object.entries(part.properties ?? {}).flatMap(([key, value]) => {
    const standing = value.default === undefined ? '' : ` Without it: \`${JSON.stringify(value.default)}\`.`;
    const description = (value.description ?? target(value, schema).description ?? '') + standing;
    return [[`\`${path}${key}\``, typeName(value, schema), description], ...rows(`${path}${key}.`, value, schema)];
  });
}

function typeName(schema: JsonSchema, whole: JsonSchema): string {
  const own = target(schema, whole);
  if (own !== schema && own.properties) return chapterLink(schema.$ref ?? '');
  if (own.enum)
    return [...new Set(own.enum.filter(each => each !== null).map(each => `\`${String(each)}\``))].join(', ');
  const names = [own.type ?? []].flat().flatMap(type => {
    if (type === 'null') return [];
    if (type === 'array' && own.items) return [`list of ${typeName(own.items, whole)}`];
    const isMap = type === 'object' && typeof own.additionalProperties === 'object' && !own.properties;
    return [isMap ? `map of names to ${typeName(own.additionalProperties, whole)}` : type];
  });
  return names.length === 0 ? 'anything' : names.sort((a, b) => a.length - b.length).join(' or ');
}

function chapterLink(reference: string): string {
  const title = heading(reference.replace('#/definitions/', ''));
  return `[${title.toLowerCase()}](#${title.toLowerCase().replaceAll(' ', '-')})`;
}

function target(schema: JsonSchema, whole: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/definitions/', '');
  return (name === undefined ? undefined : whole.definitions?.[name]) ?? schema;
}

/** `retentionRule` as `Retention rule`. */
function heading(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
