import type { Uri } from '../../base/text.ts';
import type { PlanFile } from '../plan.ts';
import { readText } from '../yaml/read-text.ts';
import { Reading } from '../yaml/reading.ts';
import type { Node } from '../yaml/tree.ts';

/** A vendor's JSON or YAML as a tree with places; what is wrong with the text itself is already among the problems. */
export function openDocument(uri: Uri, text: string): { readonly reading: Reading; readonly root: Node | undefined } {
  const reading = new Reading(uri, text);
  const { root, problems } = readText(text);
  for (const { start, end, message, unread } of problems) {
    const rule = unread ? 'unread-part' : 'invalid-plan';
    reading.problems.push({ rule, range: reading.underline({ start, end }), message });
  }
  return { reading, root };
}

/** What a vendor's file says as a plan file; what it does not say is empty. */
export function vendorFile(
  format: string,
  reading: Pick<Reading, 'uri' | 'text' | 'sortedProblems'>,
  parts: Partial<PlanFile>,
): PlanFile {
  return {
    sources: [],
    destinations: [],
    properties: [],
    common: [],
    events: [],
    metrics: [],
    funnels: [],
    ...parts,
    uri: reading.uri,
    format,
    problems: reading.sortedProblems(),
    text: reading.text,
  };
}
