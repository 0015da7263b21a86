import { amplitudeExport } from './amplitude.ts';
import { dbtExport } from './dbt.ts';
import type { Exporter } from './exporter.ts';
import { htmlExport } from './html.ts';
import { jsonSchemaExport } from './json-schema.ts';
import { markdownExport } from './markdown.ts';
import { mixpanelExport } from './mixpanel.ts';
import { rudderstackExport } from './rudderstack.ts';
import { segmentExport } from './segment.ts';
import { typescriptExport } from './typescript.ts';
import { yamlExport } from './yaml.ts';

/** Every form that a plan can be exported to, in the order of the help. */
export const exporters: readonly Exporter[] = [
  segmentExport,
  rudderstackExport,
  jsonSchemaExport,
  mixpanelExport,
  amplitudeExport,
  markdownExport,
  htmlExport,
  typescriptExport,
  dbtExport,
  yamlExport,
];
