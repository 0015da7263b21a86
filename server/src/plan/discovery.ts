import type { Uri } from '../base/text.ts';

/** Whether a file is a plan by its name alone: `tracking-plan.yaml`, or a data file below a folder of that name. */
export function isPlanPath(uri: Uri): boolean {
  return isOwnPlanName(uri) || (planFolder.test(uri) && dataFile.test(uri));
}

/** Whether the name is the one that a plan in our own format has without any configuration. */
export function isOwnPlanName(uri: Uri): boolean {
  return ownName.test(uri);
}

/**
 * The folder whose plan files are joined into one plan: the one that holds `tracking-plan.yaml` or the folder
 * `tracking-plan/`. For a plan that only a config names, its own folder. Ends in `/`.
 */
export function planRootOf(uri: Uri): Uri {
  const folder = planFolder.exec(uri);
  return folder ? uri.slice(0, folder.index + 1) : uri.slice(0, uri.lastIndexOf('/') + 1);
}

const ownName = /(?:^|\/)tracking-plan\.(?:ya?ml|json)$/;

/** The outermost such folder: a plan folder inside a plan folder is a part of it. */
const planFolder = /(?:^|\/)\.?tracking-plan\//;

/** The endings of all plan formats, and Iglu's versions, which have none; pictures and notes may stand in the folder too. */
const dataFile = /(?:\.(?:ya?ml|json|csv|tsv)|\/jsonschema\/\d+-\d+-\d+)$/i;
