import type { PlanFormat } from '../format.ts';
import { openDocument, vendorFile } from '../vendor/open-document.ts';

/**
 * Settings of the vendors' code generators that lie beside a plan: `typewriter.yml` and `ampli.json`. They say where the plan
 * comes from and hold no part of it.
 */
export const codegenConfig: PlanFormat = {
  id: 'codegen-config',
  title: 'Settings of Typewriter and Ampli',
  extensions: ['.yml', '.yaml', '.json'],

  recognizes: (uri, text) =>
    (/\/typewriter\.ya?ml$/.test(uri) && /^trackingPlans:/m.test(text)) ||
    (uri.endsWith('/ampli.json') && /"(?:WorkspaceId|SourceId)"\s*:/.test(text)),

  parse: (uri, text) => vendorFile('codegen-config', openDocument(uri, text).reading, {}),
};
