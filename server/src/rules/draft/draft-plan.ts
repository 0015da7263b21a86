import type { Uri } from '../../base/text.ts';
import { relativePath } from '../../base/uri.ts';
import { inferNaming } from './infer-naming.ts';
import { inferVocabulary } from './infer-vocabulary.ts';
import type { Draft } from './merge-calls.ts';
import { printDraft } from './print-draft.ts';

export interface DraftedPlan {
  /** In our own YAML. */
  readonly text: string;
  /** Names outside of the convention, or of the vocabulary, that most follow. */
  readonly outliers: readonly string[];
}

/** The plan of what the calls below a folder (whose URI ends in `/`) say, with the conventions that most of them follow. */
export function draftPlan(draft: Draft, folder: Uri): DraftedPlan {
  const events = draft.events.map(each => each.event);
  const names = events.filter(({ kind }) => kind === 'track').map(({ name }) => name);
  const properties = events.flatMap(event => event.properties?.map(({ name }) => name) ?? []);
  const { naming, outliers } = inferNaming(names, [...new Set(properties)]);
  const { vocabulary, outliers: strangers } = inferVocabulary(names, naming?.events);
  const text = printDraft({
    ...draft,
    name: nameOf(folder),
    ...(naming && { naming }),
    ...(vocabulary && { vocabulary }),
    placeOf: ({ event: { location } }) => `${relativePath(folder, location.uri)}:${location.range.start.line + 1}`,
  });
  return { text, outliers: [...new Set([...outliers, ...strangers])] };
}

function nameOf(folder: Uri): string {
  return decodeURIComponent(folder.split('/').at(-2) ?? '') || 'Tracking plan';
}
