import type { Finding } from '../base/finding.ts';
import type { Uri } from '../base/text.ts';
import { relativePath } from './relative-path.ts';

/**
 * A name for each finding that is the same in another state of the code, so that a server can tell old findings from
 * new ones: made of the rule, the file and the message, and of how many like it stand above in the file; not of lines.
 */
export function fingerprints(findings: readonly Finding[], cwd: Uri): string[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const key = `${finding.rule}\n${relativePath(cwd, finding.uri)}\n${messageKey(finding)}`;
    const above = seen.get(key) ?? 0;
    seen.set(key, above + 1);
    return hash(`${key}\n${above}`);
  });
}

/**
 * What a finding is about: the names and values that the first sentence of its message quotes. Not the message itself, so
 * that neither moved lines, nor other suggestions, nor other words in another version make it another finding.
 */
export function messageKey({ message }: Pick<Finding, 'message'>): string {
  const parts = message.matchAll(/"(?:\\.|[^"\\])*"|`[^`]*`|([.?!:])(?=\s|$)/g);
  const quoted: string[] = [];
  for (const [part, sentenceEnd] of parts) {
    if (sentenceEnd !== undefined) break;
    quoted.push(part.slice(1, -1));
  }
  return quoted.join(' · ');
}

/** FNV-1a with two seeds: 64 bits in hexadecimal. Nobody attacks it, and the engine has no cryptography. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map(seed => {
      let value = seed;
      for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
      return (value >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
