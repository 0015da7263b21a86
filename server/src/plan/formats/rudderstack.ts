import type { PlanFormat } from '../format.ts';
import { linkCatalog } from '../vendor/rudderstack-catalog.ts';
import { linked } from '../vendor/linked.ts';
import { renameOnly } from '../vendor/rename-only.ts';

/**
 * RudderStack's plans as code, `rudder/v0.1` and `rudder/v1`: tracking plans whose rules refer to a catalog of events,
 * properties and custom types, each kind in files of its own. An event is defined where a rule names it; its name and those
 * of its properties stand in the catalog.
 */
export const rudderstack: PlanFormat = {
  id: 'rudderstack',
  title: 'RudderStack tracking plan (YAML)',
  extensions: ['.yaml', '.yml'],

  // The version stands at the top; large plans of others are not searched through.
  recognizes: (_uri, text) =>
    /^version:\s*["']?rudder\/v?\d/m.test(text.slice(0, 4_000)) && /^kind:/m.test(text.slice(0, 4_000)),

  ...linked('rudderstack', linkCatalog),

  write: renameOnly,
};
