import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { parent } from '../workspace/parent-folder.ts';
import { isTop, projectMarks, projectRoot, type ProjectFolder } from '../workspace/project-root.ts';

/**
 * What is read beyond the folders that the editor has open: the whole project around a folder that has no plan itself, as
 * on the command line, and the projects of single files that are open and lie in none of the folders.
 */
export class Projects {
  readonly #host: Pick<Host, 'kindOf'>;
  #folders: readonly Uri[] = [];
  #around: readonly Uri[] = [];
  #guests: readonly Uri[] = [];

  constructor(host: Pick<Host, 'kindOf'>) {
    this.#host = host;
  }

  /** The folders that the editor has open; each ends in `/`. */
  set folders(folders: readonly Uri[]) {
    this.#folders = folders.map(folder => (folder.endsWith('/') ? folder : `${folder}/`));
    this.#around = [];
    this.#guests = this.#guests.filter(guest => !this.#isIn(guest, this.#folders));
  }

  /** Everything that is read but for guests. */
  get read(): readonly Uri[] {
    return [...this.#around, ...this.#folders.filter(folder => !this.#isIn(folder, this.#around))];
  }

  /** Projects that are read since a file of theirs is open. */
  get guests(): readonly Uri[] {
    return this.#guests;
  }

  /** What is read without being open as a folder. */
  get beyond(): readonly Uri[] {
    return [...this.#around, ...this.#guests];
  }

  /** Where no plan was found: looks for the projects that the folders are parts of. Tells whether there is more to read. */
  async lookAround(): Promise<boolean> {
    const roots = await Promise.all(this.#folders.map(folder => this.#rootOf(folder)));
    const found = new Set(roots.flatMap(root => (root === undefined || this.#folders.includes(root) ? [] : [root])));
    if ([...found].every(root => this.#around.includes(root))) return false;
    this.#around = [...found];
    return true;
  }

  /** A file was opened: tells whether it belongs to a project that is not read yet. */
  async welcome(file: Uri): Promise<boolean> {
    if (!/^[\w.+-]+:\/\/.*\//.test(file) || this.#isIn(file, [...this.read, ...this.#guests])) return false;
    const root = await this.#rootOf(file.slice(0, file.lastIndexOf('/') + 1));
    if (root === undefined) return false;
    this.#guests = [...this.#guests, root];
    return true;
  }

  /** The configs above what is read, in the same repositories. */
  async configsAbove(): Promise<readonly Uri[]> {
    const above = await Promise.all(this.read.map(folder => this.#foldersFrom(folder)));
    const configs = above.flatMap(folders =>
      folders.at(-1)?.isRepository
        ? folders.slice(1).flatMap(({ folder, marks }) => marks.filter(isConfig).map(name => folder + name))
        : [],
    );
    return [...new Set(configs)];
  }

  async #rootOf(start: Uri): Promise<Uri | undefined> {
    return projectRoot(await this.#foldersFrom(start));
  }

  /** The folders from here up to the top of the repository, or of the disk. */
  async #foldersFrom(start: Uri): Promise<readonly MarkedFolder[]> {
    const found: MarkedFolder[] = [];
    for (let folder: Uri | undefined = start; folder !== undefined && !isTop(folder); folder = parent(folder)) {
      const marks: string[] = [];
      for (const name of projectMarks) if (await this.#exists(folder + name)) marks.push(name);
      const isRepository = await this.#exists(`${folder}.git`);
      found.push({ folder, marks, isMarked: marks.length > 0, isRepository });
      if (isRepository) break;
    }
    return found;
  }

  async #exists(uri: Uri): Promise<boolean> {
    return (await this.#host.kindOf?.(uri)) !== undefined;
  }

  #isIn(uri: Uri, folders: readonly Uri[]): boolean {
    return folders.some(folder => uri.startsWith(folder));
  }
}

interface MarkedFolder extends ProjectFolder {
  readonly marks: readonly string[];
}

function isConfig(name: string): boolean {
  return name.startsWith('.tracklint.');
}
