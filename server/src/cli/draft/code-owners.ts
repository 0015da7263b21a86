/** Who owns a path, by a `CODEOWNERS` file; undefined where nobody is said to. */
export type OwnerOf = (path: string) => string | undefined;

/** Where GitHub, GitLab and Bitbucket look for it. */
export const codeOwnersPaths: readonly string[] = [
  'CODEOWNERS',
  '.github/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  'docs/CODEOWNERS',
];

/** Reads a `CODEOWNERS` file: of the patterns that fit a path the last one counts, and of its owners the first. */
export function readCodeOwners(text: string): OwnerOf {
  const rules = text.split(/\r?\n/).flatMap(line => {
    const [pattern = '', owner] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    return pattern === '' || /^\^?\[/.test(pattern) ? [] : [{ fits: matcher(pattern), owner }];
  });
  return path => rules.findLast(rule => rule.fits.test(path))?.owner?.replace(/^@(?:[^/]+\/)?/, '');
}

/** As git ignores: a slash in front or within binds the pattern to the root, and a folder covers all that is in it. */
function matcher(pattern: string): RegExp {
  const isBound = pattern.replace(/\/$/, '').includes('/');
  const source = pattern
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .split(/(\*\*\/|\/\*\*$|\*\*|\*|\?)/)
    .map(part => wildcards.get(part) ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`^${isBound ? '' : '(?:.*/)?'}${source}(?:/.*)?$`);
}

const wildcards: ReadonlyMap<string, string> = new Map([
  ['**/', '(?:.*/)?'],
  ['/**', '/.*'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);
