import type { Uri } from '../../base/text.ts';
import type { PlanFormat } from '../format.ts';
import type { PlanFile } from '../plan.ts';
import { Reading } from '../yaml/reading.ts';
import type { Node } from '../yaml/tree.ts';
import { openDocument, vendorFile } from './open-document.ts';

/** One file of a plan whose files refer to each other. */
export interface LinkedDocument {
  /** Takes what is found wrong while the files are brought together. */
  readonly reading: Reading;
  readonly root: Node | undefined;
}

/** What the files say together, in their order. */
export type LinkDocuments = (documents: readonly LinkedDocument[]) => readonly Partial<PlanFile>[];

/**
 * Reading for a format whose files say something only together: a file alone is parsed and says nothing, and the plan's
 * files of the format are understood when they are joined.
 */
export function linked(id: string, link: LinkDocuments): Required<Pick<PlanFormat, 'parse' | 'link'>> {
  const roots = new WeakMap<PlanFile, Node>();
  return {
    parse(uri: Uri, text: string) {
      const { reading, root } = openDocument(uri, text);
      const file = vendorFile(id, reading, {});
      if (root) roots.set(file, root);
      return file;
    },
    link(files) {
      const documents = files.map(file => {
        const reading = new Reading(file.uri, file.text);
        reading.problems.push(...file.problems);
        return { reading, root: roots.get(file) };
      });
      const parts = link(documents);
      return documents.map(({ reading }, i) => vendorFile(id, reading, parts[i] ?? {}));
    },
  };
}
