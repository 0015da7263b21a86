/** Comments that make a file so long that it is read in pieces. */
export function longComment(extension: string): string {
  const mark = extension === '.py' || extension === '.rb' ? '#' : '//';
  return `${mark} Nothing of this is code, nor does it say anything of the code above.\n`.repeat(180);
}
