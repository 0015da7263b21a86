import type { PlanFormat } from '../format.ts';
import { amplitude } from './amplitude.ts';
import { amplitudeApi } from './amplitude-api.ts';
import { analyticsGen } from './analytics-gen.ts';
import { avo } from './avo.ts';
import { buffer } from './buffer.ts';
import { codegenConfig } from './codegen-config.ts';
import { gitlab } from './gitlab.ts';
import { glean } from './glean.ts';
import { jsonSchema } from './json-schema.ts';
import { mixpanel } from './mixpanel.ts';
import { mparticle } from './mparticle.ts';
import { openTelemetry } from './opentelemetry.ts';
import { posthog } from './posthog.ts';
import { rudderstack } from './rudderstack.ts';
import { segment } from './segment.ts';
import { segmentConfig } from './segment-config.ts';
import { segmentRules } from './segment-rules.ts';
import { snowplow } from './snowplow.ts';
import { spreadsheet } from './spreadsheet.ts';
import { yaml } from './yaml.ts';

/**
 * Every format that a plan can be written in. The first that recognizes a file reads it: those that know their files by the
 * surest signs come first, JSON Schema, which others hold inside, after them, and ours, the most general, last.
 */
export const formats: readonly PlanFormat[] = [
  codegenConfig,
  rudderstack,
  segment,
  segmentConfig,
  segmentRules,
  mparticle,
  mixpanel,
  avo,
  snowplow,
  posthog,
  amplitudeApi,
  amplitude,
  spreadsheet,
  jsonSchema,
  glean,
  openTelemetry,
  gitlab,
  buffer,
  analyticsGen,
  yaml,
];

/** The format of this id, for edits of a file that it read. */
export function formatById(id: string): PlanFormat | undefined {
  return formats.find(format => format.id === id);
}
