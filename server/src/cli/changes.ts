import type { Range, Uri } from '../base/text.ts';
import { encodePath } from '../base/uri.ts';
import type { Terminal } from './terminal.ts';
import { Misuse } from './terminal.ts';

/** What changed in the working tree since a git ref. */
export interface Changes {
  /** By file: the spans of lines, from zero and half-open, that are new or changed. A file that lost lines only has none. */
  readonly lines: ReadonlyMap<Uri, readonly LineSpan[]>;
  /** Texts before the change; undefined for a file that was not there. */
  before(uris: readonly Uri[]): Promise<ReadonlyMap<Uri, string | undefined>>;
}

export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Compares with the commit at which this branch left the ref, so that the ref's own progress is no change of ours. Files
 * that git does not know yet are changed as a whole. Throws `Misuse` where git cannot say.
 */
export async function changesSince(ref: string, root: Uri, terminal: Terminal): Promise<Changes> {
  const git: Git = (args, input) => terminal.git(root, args, input);
  const top = await git(['rev-parse', '--show-toplevel']);
  if (top === undefined) throw new Misuse('--since needs git and a repository.');
  const known = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (known === undefined) throw new Misuse(`git knows no ref "${ref}".`);
  const base = (await git(['merge-base', known.trim(), 'HEAD']))?.trim() ?? known.trim();

  // `--relative` gives paths from `root`; `-z` is not to be had together with hunks, so git quotes odd names.
  const diff = await git(['-c', 'core.quotePath=true', 'diff', ...diffOptions, base, '--', '.']);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  if (diff === undefined || untracked === undefined) throw new Misuse(`git cannot compare with "${ref}".`);

  const lines = new Map<Uri, readonly LineSpan[]>();
  for (const [path, spans] of readDiff(diff)) lines.set(root + encodePath(path), spans);
  for (const path of untracked.split('\0')) if (path !== '') lines.set(root + encodePath(path), [everything]);
  return { lines, before: uris => textsAt(base, uris, root, git) };
}

export function isChanged(changes: Changes, uri: Uri, range: Range): boolean {
  return changes.lines.get(uri)?.some(({ from, to }) => range.start.line < to && range.end.line >= from) ?? false;
}

type Git = (args: readonly string[], input?: string) => Promise<string | undefined>;

const everything: LineSpan = { from: 0, to: Infinity };

const diffOptions = [
  ...['--relative', '--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames'],
  ...['--ignore-submodules', '--src-prefix=a/', '--dst-prefix=b/'],
];

/** The changed spans of each file of a unified diff without context. */
export function readDiff(diff: string): Map<string, LineSpan[]> {
  const files = new Map<string, LineSpan[]>();
  let old = '';
  let spans: LineSpan[] | undefined;
  /** Lines of the hunk's body still to come: a removed line may look like a header. */
  let body = 0;
  for (const line of diff.split('\n')) {
    if (body > 0) {
      if (!line.startsWith('\\')) body--;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const [, removed = '1', start = '0', added = '1'] = hunk;
      body = Number(removed) + Number(added);
      if (Number(added) > 0) spans?.push({ from: Number(start) - 1, to: Number(start) - 1 + Number(added) });
    } else if (line.startsWith('--- ')) {
      old = pathOf(line.slice(4));
    } else if (line.startsWith('+++ ')) {
      const path = pathOf(line.slice(4));
      spans = [];
      files.set(path === '/dev/null' ? old.slice(2) : path.slice(2), spans);
    }
  }
  return files;
}

/** git puts a path with odd characters between quotes, with escapes for its bytes; one with spaces ends in a tab. */
function pathOf(text: string): string {
  if (!text.startsWith('"')) return text.replace(/\t$/, '');
  const bytes = text
    .slice(1, text.lastIndexOf('"'))
    .replace(/%/g, '%25')
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) => {
      if (code.length === 3) return `%${Number.parseInt(code, 8).toString(16).padStart(2, '0')}`;
      return letters[code] ?? code;
    });
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };

/**
 * One process for all files, since a branch may have changed thousands. Its answers are told apart by headers that begin
 * with the commit's hash, which no file of that commit can hold.
 */
async function textsAt(
  base: string,
  uris: readonly Uri[],
  root: Uri,
  git: Git,
): Promise<ReadonlyMap<Uri, string | undefined>> {
  const prefix = (await git(['rev-parse', '--show-prefix']))?.trimEnd() ?? '';
  const askable = uris.filter(uri => !uri.includes('%0A'));
  const names = askable.map(uri => `${base}:${prefix}${decodeURIComponent(uri.slice(root.length))}\n`);
  const output = await git(['cat-file', `--batch=${base} %(objecttype)`], names.join(''));
  const answers = `\n${output ?? ''}`.replace(/\n$/, '').split(`\n${base}`).slice(1);
  return new Map(
    askable.map((uri, index) => {
      const answer = answers[index] ?? '';
      return [uri, answer.startsWith(' blob\n') ? answer.slice(' blob\n'.length) : undefined];
    }),
  );
}
