import { exporters } from '../../plan/export/index.ts';
import { templateNames } from '../draft/templates/index.ts';
import type { Command, Option } from '../command.ts';
import { cacheOptions } from '../cache-options.ts';
import { formats } from '../reporters/index.ts';

const pathsHelp = 'Files and folders to report on; without any, the current folder.';

const format = (choices: readonly string[]): Option => ({
  name: '--format',
  value: '<format>',
  choices,
  summary: `What to print: ${choices.map(each => `\`${each}\``).join(', ')}. Without it, \`text\`.`,
});

const noTypes: Option = {
  name: '--no-types',
  summary:
    'Do not ask TypeScript (version 7, of the project or installed beside Tracklint) for types that declarations do not tell. Faster.',
};

const output = (summary: string): Option => ({ name: '--output', value: '<path>', summary });

const force: Option = { name: '--force', summary: 'Write over a file that is already there.' };

/** Every command, in the order of the help. Adding one means adding it here, with its file beside this one. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    operands: '[paths]',
    operandsHelp: pathsHelp,
    summary: 'Compare the tracking calls in the code with the tracking plan.',
    options: [
      format(Object.keys(formats)),
      {
        name: '--rule',
        value: '<rule>',
        isList: true,
        summary: 'Report on this rule only. May be repeated, or list several with commas.',
      },
      {
        name: '--level',
        value: '<severity>',
        choices: ['info', 'warning', 'error'],
        summary: 'Leave out findings that are less severe.',
      },
      {
        name: '--max-warnings',
        value: '<number>',
        isCount: true,
        summary: 'Fail if there are more warnings than this. Without it, only errors fail.',
      },
      noTypes,
      { name: '--fix', summary: 'Repair what can be repaired without changing what the program means.' },
      { name: '--unsafe', summary: 'With `--fix`: also repair where a person should look at the result.' },
      { name: '--dry-run', summary: 'With `--fix`: print what would change, and change nothing.' },
      {
        name: '--baseline',
        value: '<file>',
        summary: 'Leave out the findings that this file knows. Only findings beyond them fail.',
      },
      {
        name: '--update-baseline',
        summary:
          'Write the `--baseline` file: all findings if there is none yet; otherwise forget those that are gone. It never grows.',
      },
      {
        name: '--since',
        value: '<git ref>',
        summary:
          'Report only on lines changed since the ref (since the branch left it), and what those changes cause elsewhere.',
      },
      ...cacheOptions,
    ],
    examples: [
      'tracklint check',
      'tracklint check apps/web --max-warnings 0',
      'tracklint check --fix --dry-run',
      'tracklint check --since origin/main --format github',
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'calls',
    operands: '[paths]',
    operandsHelp: pathsHelp,
    summary: 'List every tracking call that is recognised, with the names and properties that it can send.',
    options: [format(['text', 'json']), noTypes, ...cacheOptions],
    examples: ['tracklint calls', 'tracklint calls apps/web --format json'],
    load: async () => (await import('./calls.ts')).calls,
  },
  {
    name: 'init',
    operands: '[paths]',
    operandsHelp: 'Files and folders whose calls the draft is made of; without any, the current folder.',
    summary: 'Draft a plan from the calls in the code, from a database schema, or from a template.',
    options: [
      output('The file to write, or `-` to print. Without it, `tracking-plan.yaml`.'),
      {
        name: '--schema',
        value: '<file>',
        isList: true,
        summary: "A Prisma schema, SQL with `CREATE TABLE`, or Rails' `schema.rb`: its models become planned events.",
      },
      {
        name: '--template',
        value: '<name>',
        choices: templateNames,
        summary: 'Write a plan of the field instead: what is usually tracked there, all of it planned.',
      },
      noTypes,
      force,
      ...cacheOptions,
    ],
    examples: ['tracklint init', 'tracklint init --schema prisma/schema.prisma', 'tracklint init --template saas'],
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'import',
    operands: '<paths>',
    operandsHelp: 'Files and folders of one plan, in any format that is read.',
    summary: 'Write a plan of any format as our own YAML, and tell what of it could not be taken over.',
    options: [
      output('The file to write, or `-` to print. Without it, `tracking-plan.yaml`.'),
      { name: '--name', value: '<name>', summary: 'What the plan is called. Without it, what it calls itself.' },
      force,
    ],
    examples: ['tracklint import plan.json', 'tracklint import rudder/ --output -'],
    load: async () => (await import('./import.ts')).importPlan,
  },
  {
    name: 'export',
    operands: '<format>',
    operandsHelp: exporters.map(({ id, title }) => `\`${id}\`: ${title}`).join('; '),
    summary: "Write the plan in a vendor's format, or as a catalogue, declarations or warehouse models.",
    options: [
      output('The file or folder to write. Without it, the text is printed.'),
      { name: '--plan', value: '<path>', summary: 'The plan that is meant, where there are several.' },
      ...cacheOptions,
    ],
    examples: [
      'tracklint export segment',
      'tracklint export html --output catalogue.html',
      'tracklint export json-schema --output schemas',
    ],
    load: async () => (await import('./export.ts')).exportPlan,
  },
  {
    name: 'diff',
    operands: '<old> <new>',
    operandsHelp: 'Two plans, each a file, a folder or a git ref; without the second, the plan as it is now.',
    summary: 'Say what differs between two plans, what of it is breaking, and which calls that concerns.',
    options: [
      format(['text', 'markdown', 'json']),
      { name: '--fail-on-breaking', summary: 'Exit with 1 if a difference is breaking.' },
      ...cacheOptions,
    ],
    examples: ['tracklint diff origin/main', 'tracklint diff old.yaml new.yaml --format markdown'],
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'coverage',
    operands: '[paths]',
    operandsHelp: 'Files and folders of the workspace that is meant; without any, the current folder.',
    summary: 'Say what of the plan is sent, and what is sent beyond it, by owner, source and object.',
    options: [format(['text', 'markdown', 'json', 'html']), ...cacheOptions],
    examples: ['tracklint coverage', 'tracklint coverage --format markdown'],
    load: async () => (await import('./coverage.ts')).coverage,
  },
  {
    name: 'explain',
    operands: '[rule]',
    operandsHelp: 'The rule to explain; without one, all are listed.',
    summary: 'Say what a rule finds and why it matters, with examples.',
    options: [],
    examples: ['tracklint explain unknown-event'],
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'lsp',
    operands: '',
    operandsHelp: '',
    summary: 'Run the language server, for editors.',
    options: [{ name: '--stdio', summary: 'Talk on standard input and output. The only way there is.' }],
    examples: ['tracklint lsp --stdio'],
    load: async () => (await import('./lsp.ts')).lsp,
  },
  {
    name: 'mcp',
    operands: '[paths]',
    operandsHelp: 'A folder of the workspace that is meant; without one, the current folder.',
    summary: 'Answer coding agents about plan and code, by the Model Context Protocol.',
    options: [{ name: '--stdio', summary: 'Talk on standard input and output. The only way there is.' }],
    examples: ['tracklint mcp'],
    load: async () => (await import('./mcp.ts')).mcp,
  },
];
