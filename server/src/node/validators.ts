import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../plan/json-schema.ts';

/**
 * The text of a module that exports `validate` for a schema. Compiled ahead of time, since the server must run where
 * `eval` is forbidden, and without ajv in the bundle.
 */
export function validatorModule(schema: JsonSchema): string {
  const ajv = new Ajv({
    allErrors: true,
    // Each error brings the schema that it broke, which the messages are made of.
    verbose: true,
    // Keys of names, such as `enumDescriptions`, are for editors; unions of types are what short forms are.
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standalone(ajv, ajv.compile(withoutProse(schema) as JsonSchema));
  return `// Generated from the schema by \`npm run generate\`; not to be edited.\n${code}\n`;
}

/** Descriptions would be repeated in the code, and no validator reads them. */
function withoutProse(value: unknown, isSchema = true): unknown {
  if (Array.isArray(value)) return value.map(item => withoutProse(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !isSchema || !prose.has(key));
  return Object.fromEntries(
    kept.map(([key, child]) => [key, withoutProse(child, !mapsOfSchemas.has(key) || !isSchema)]),
  );
}

const prose = new Set(['$schema', 'description', 'examples', 'default', 'enumDescriptions']);

/** Their keys are names, not keywords: a property may well be called `description`. */
const mapsOfSchemas = new Set(['properties', 'patternProperties', 'definitions']);
