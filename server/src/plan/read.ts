import { atOnce } from '../base/slices.ts';
import type { Uri } from '../base/text.ts';
import type { PlanFormat, ReadOptions } from './format.ts';
import { formats } from './formats/index.ts';
import { yaml } from './formats/yaml.ts';
import type { PlanFile } from './plan.ts';
import { isOwnPlanName } from './discovery.ts';

/**
 * Reads a plan file in whatever format it is written. What no format knows gives an empty file with one problem.
 * `previous` is the same file before an edit, of which a format may keep what did not change.
 */
export function readPlanFile(uri: Uri, text: string, previous?: PlanFile, options?: ReadOptions): PlanFile {
  return atOnce(readPlanFileSteps(uri, text, previous, options));
}

/** The same in steps between which others may run. */
export function* readPlanFileSteps(
  uri: Uri,
  text: string,
  previous?: PlanFile,
  options?: ReadOptions,
): Generator<undefined, PlanFile> {
  const format = sameFormat(text, previous) ?? formatOf(uri, text, options);
  if (format?.parseSteps) return yield* format.parseSteps(uri, text, previous, options);
  return format ? format.parse(uri, text, previous, options) : unknownFile(uri, text);
}

/** What a file is written in does not change while its beginning stays as it was; to look at all of a large one takes time. */
function sameFormat(text: string, previous: PlanFile | undefined): PlanFormat | undefined {
  const isSame = previous && previous.text.length > HEAD && previous.text.slice(0, HEAD) === text.slice(0, HEAD);
  return isSame ? formats.find(format => format.id === previous.format) : undefined;
}

/** In characters. Shorter files are looked at as a whole. */
const HEAD = 2_000;

/** The format that reads a file; undefined where none knows it. */
export function formatOf(uri: Uri, text: string, options?: ReadOptions): PlanFormat | undefined {
  const name = uri.toLowerCase();
  const candidates = formats.filter(format => format.extensions.some(extension => name.endsWith(extension)));
  const found = candidates.find(format => format.recognizes(uri, text, options));
  // A file of our name is meant to be ours, be it still empty or broken.
  return found ?? (isOwnPlanName(uri) ? yaml : undefined);
}

function unknownFile(uri: Uri, text: string): PlanFile {
  const start = { line: 0, character: 0 };
  const firstLine = /^[^\r\n]{0,200}/.exec(text)?.[0].length ?? 0;
  return {
    uri,
    format: 'unknown',
    sources: [],
    destinations: [],
    properties: [],
    common: [],
    events: [],
    metrics: [],
    funnels: [],
    problems:
      text.trim() === ''
        ? []
        : [
            {
              rule: 'unread-part',
              range: { start, end: { line: 0, character: firstLine } },
              message: 'This file stands among the plan files, but it is in no plan format that Tracklint knows.',
            },
          ],
    text,
  };
}
