import type { Uri } from '../base/text.ts';

/** What a folder holds that tells where a project begins. */
export interface ProjectFolder {
  /** Ends in `/`. */
  readonly folder: Uri;
  /** Whether it holds one of `projectMarks`. */
  readonly isMarked: boolean;
  /** Whether it is the top of a repository. */
  readonly isRepository: boolean;
}

/** Names of plans and configs, files and folders, as they are found without any configuration. */
export const projectMarks = [
  ...['tracking-plan.yaml', 'tracking-plan.yml', 'tracking-plan.json', 'tracking-plan', '.tracking-plan'],
  ...['.tracklint.yaml', '.tracklint.yml'],
];

/**
 * The folder that is read as a whole for what lies in the first of these folders, which lie in each other: the topmost of
 * the repository that is marked, so that a part is seen exactly as in the whole. Outside of a repository the nearest one.
 */
export function projectRoot(folders: Iterable<ProjectFolder>): Uri | undefined {
  const marked: Uri[] = [];
  for (const { folder, isMarked, isRepository } of folders) {
    if (isMarked) marked.push(folder);
    if (isRepository) return marked.at(-1);
  }
  return marked[0];
}

/** The top of a disk is no project, whatever it holds. */
export function isTop(folder: Uri): boolean {
  return folder === 'file:///';
}
