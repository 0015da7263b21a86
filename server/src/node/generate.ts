/**
 * Writes everything that repeats what the code already says: `npm run generate`. With `--check`, only tells what it would
 * write; the unit tests do the same.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { callsOutput } from '../cli/calls-output.ts';
import { coverageOutput } from '../cli/coverage-output.ts';
import { diffOutput } from '../cli/diff-output.ts';
import { checkOutput } from '../cli/check-output.ts';
import { rules } from '../rules/index.ts';
import type { JsonSchema } from '../plan/json-schema.ts';
import { planSchema } from '../plan/schema.ts';
import { sdks } from '../code/sdks/index.ts';
import { configSchema, configSchemaFor } from '../workspace/config-schema.ts';
import { commandLinePage } from './documents/command-line-page.ts';
import { between } from './documents/markdown.ts';
import { readmeTables } from './documents/readme-tables.ts';
import { growthPlots, performancePage } from './documents/performance-page.ts';
import { formatsPage } from './documents/formats-page.ts';
import { rulePage, rulesPage } from './documents/rules-page.ts';
import { schemaPage } from './documents/schema-page.ts';
import { settingsPage } from './documents/settings-page.ts';
import { translatableTexts } from './documents/translatable.ts';
import { validatorModule } from './validators.ts';

/** The configuration's schema with the names that it may use. */
function publishedConfigSchema(): JsonSchema {
  const vendors = new Map(sdks.map(({ vendor }) => [vendor, { id: vendor, summary: `Every SDK of ${vendor}.` }]));
  const own = sdks.filter(({ id }) => !vendors.has(id)).map(({ id, title }) => ({ id, summary: title }));
  return configSchemaFor(rules, [...vendors.values(), ...own]);
}

const rulePages = 'server/docs/rules';
const draft = 'http://json-schema.org/draft-07/schema#';

/** Each file that is generated, from its present text. */
const generated: Readonly<Record<string, (current: string) => string | Promise<string>>> = {
  'README.md': current =>
    Object.entries(readmeTables()).reduce((text, [name, table]) => between(text, name, table), current),
  'server/docs/rules.md': rulesPage,
  ...Object.fromEntries(rules.map(rule => [`${rulePages}/${rule.id}.md`, () => rulePage(rule)])),
  'server/docs/command-line.md': commandLinePage,
  'server/docs/settings.md': settingsPage,
  'server/docs/formats.md': formatsPage,
  'server/docs/performance.md': performancePage,
  ...growthPlots(),
  'server/docs/plan.md': () => schemaPage('The plan', planSchema),
  'server/docs/config.md': () => schemaPage('The configuration', configSchema),
  'server/docs/plan.schema.json': () => json(planSchema),
  'server/docs/config.schema.json': () => json(publishedConfigSchema()),
  'server/docs/check-output.schema.json': () => json({ $schema: draft, ...checkOutput.schema }),
  'server/docs/calls-output.schema.json': () => json({ $schema: draft, ...callsOutput.schema }),
  'server/docs/coverage-output.schema.json': () => json({ $schema: draft, ...coverageOutput.schema }),
  'server/docs/diff-output.schema.json': () => json({ $schema: draft, ...diffOutput.schema }),
  'l10n/bundle.l10n.json': () => json(translatableTexts()),
  'server/src/plan/validate-plan.generated.js': () => validatorModule(planSchema),
  'server/src/workspace/validate-config.generated.js': () => validatorModule(configSchema),
};

/** Files that do not say what the code says. */
export async function outdated(): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, write] of Object.entries(generated)) if ((await write(read(file))) !== read(file)) stale.push(file);
  return [...stale, ...leftOver()];
}

async function generate(): Promise<void> {
  for (const file of leftOver()) rmSync(file);
  for (const [file, write] of Object.entries(generated)) {
    const text = await write(read(file));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Pages of rules that are no more. */
function leftOver(): string[] {
  const pages = existsSync(rulePages) ? readdirSync(rulePages) : [];
  return pages.map(name => `${rulePages}/${name}`).filter(file => !(file in generated));
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

if (process.argv[1]?.endsWith('generate.js')) {
  if (process.argv.includes('--check')) {
    const files = await outdated();
    for (const file of files) console.error(`${file} is not what the code says: run "npm run generate"`);
    process.exitCode = files.length === 0 ? 0 : 1;
  } else {
    await generate();
  }
}
