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

/** A finding's message without the numbers of lines in it, which change when code above them does. */
export function messageKey({ message }: Pick<Finding, 'message'>): string {
  return message.replace(/(:|\blines? )\d+(:\d+)?/g, '$1?');
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
