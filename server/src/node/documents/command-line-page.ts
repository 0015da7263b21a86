import { callsOutput } from '../../cli/calls-output.ts';
import { coverageOutput } from '../../cli/coverage-output.ts';
import { diffOutput } from '../../cli/diff-output.ts';
import { checkOutput } from '../../cli/check-output.ts';
import type { Command } from '../../cli/command.ts';
import { commands } from '../../cli/commands/index.ts';
import { formats } from '../../cli/reporters/index.ts';
import type { JsonSchema } from '../../cli/shape.ts';
import { block, notice, table } from './markdown.ts';

/** Every command with its options, what each format is for, and the shapes of the JSON that is printed. */
export async function commandLinePage(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(formats).map(async ([name, load]) => [`\`${name}\``, (await load()).summary]),
  );
  return (
    [
      notice,
      '# Command line',
      'Exit code 0: nothing to complain about. 1: errors, or more warnings than `--max-warnings` allows. 2: misuse, or nothing could be checked.',
      'What is checked: the topmost folder of the repository, at or above the paths, that holds a plan or a `.tracklint.yaml` is read as a whole; reported is what lies in the paths.',
      ...commands.map(chapter),
      '## Formats of `check`',
      table(['Format', ''], rows),
      '## JSON of `check`',
      'As a schema: [check-output.schema.json](check-output.schema.json).',
      ...members('', checkOutput.schema),
      '## JSON of `calls`',
      'As a schema: [calls-output.schema.json](calls-output.schema.json).',
      ...members('', callsOutput.schema),
      '## JSON of `coverage`',
      'As a schema: [coverage-output.schema.json](coverage-output.schema.json).',
      ...members('', coverageOutput.schema),
      '## JSON of `diff`',
      'As a schema: [diff-output.schema.json](diff-output.schema.json).',
      ...members('', diffOutput.schema),
    ].join('\n\n') + '\n'
  );
}

function chapter({ name, operands, operandsHelp, summary, options, examples }: Command): string {
  const rows = options.map(option => [`\`${`${option.name} ${option.value ?? ''}`.trim()}\``, option.summary]);
  if (operands !== '') rows.unshift([`\`${operands}\``, operandsHelp]);
  return [
    `## tracklint ${name}`,
    summary,
    ...(rows.length === 0 ? [] : [table(['', ''], rows)]),
    block('sh', examples.join('\n')),
  ].join('\n\n');
}

/** A list of the members of an object, and of those below it. */
function members(path: string, schema: JsonSchema): string[] {
  const lines: string[] = [];
  const visit = (at: string, depth: number, each: JsonSchema) => {
    const properties = (each.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
    for (const [name, member] of Object.entries(properties)) {
      lines.push(`${'  '.repeat(depth)}- \`${name}\` ${typeName(member)}: ${member.description ?? ''}`);
      visit(`${at}.${name}`, depth + 1, innermost(member));
    }
  };
  visit(path, 0, schema);
  return [lines.join('\n')];
}

function innermost(schema: JsonSchema): JsonSchema {
  const [first] = (schema.anyOf ?? []) as readonly JsonSchema[];
  if (first) return innermost(first);
  return schema.items === undefined ? schema : innermost(schema.items as JsonSchema);
}

function typeName(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return (schema.anyOf as readonly JsonSchema[]).map(typeName).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined)
    return (schema.enum as readonly unknown[]).map(each => `\`${String(each)}\``).join(', ');
  if (schema.type === 'array') return `list of ${typeName(schema.items as JsonSchema)}`;
  return Array.isArray(schema.type) ? schema.type.join(' or ') : String(schema.type);
}
