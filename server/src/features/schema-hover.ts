import type { Hover } from 'vscode-languageserver';
import type { Position, Uri } from '../base/text.ts';
import type { JsonSchema } from '../plan/json-schema.ts';
import { planSchema } from '../plan/schema.ts';
import { locateYaml } from '../plan/yaml/locate.ts';
import { keysOf, schemaAt, valuesOf } from '../plan/yaml/schema-at.ts';
import { ruleById } from '../rules/index.ts';
import { configSchema } from '../workspace/config-schema.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { code, paragraphs } from './describe.ts';
import { isSchemaElsewhere, type Editor } from './editor.ts';

/** What the schema of plans and configs says about the key or the value under the cursor, and what a config's rule finds. */
export function schemaHover(snapshot: Snapshot, uri: Uri, position: Position, editor: Editor): Hover | null {
  const text = snapshot.text(uri);
  const config = snapshot.configFile(uri);
  const isOurPlan = snapshot.planFiles.get(uri)?.format === 'yaml';
  if (text === undefined || (!config && !isOurPlan) || isSchemaElsewhere(snapshot, uri, editor)) return null;
  const place = locateYaml(text, position);
  if (!place || place.token === '') return null;
  const root = config ? configSchema : planSchema;
  const { path, at, token, range } = place;
  const rule = config && at === 'key' && path[0] === 'rules' && path.length === 1 ? ruleById(token) : undefined;
  const schema = schemaAt(root, path);
  const said = rule ? { description: rule.summary, schema: {} } : schema && choiceAt(root, schema, at, token);
  const value = said && paragraphs(said.description, ...more(said.schema));
  return value ? { contents: { kind: 'markdown', value }, range } : null;
}

function choiceAt(root: JsonSchema, schema: JsonSchema, at: 'key' | 'value', token: string) {
  return at === 'key'
    ? keysOf(root, schema).find(({ value }) => value === token)
    : valuesOf(root, schema)
        .map(choice => ({ ...choice, schema: {} }))
        .find(({ value }) => String(value) === token);
}

function more({ default: standard, examples = [] }: JsonSchema): readonly string[] {
  return [
    ...(standard === undefined ? [] : [`*Default:* ${code(JSON.stringify(standard))}`]),
    ...(examples.length === 0 ? [] : [`*For example:* ${examples.map(each => code(JSON.stringify(each))).join(', ')}`]),
  ];
}
