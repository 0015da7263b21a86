import type { Scalar } from '../../base/vocabulary.ts';

/** What an unquoted word means by YAML 1.2's core schema: nothing, a truth value, a number or a text. */
export function coreScalar(word: string): Scalar {
  const first = word.charCodeAt(0);
  // Most words begin with a letter that no other meaning begins with.
  const isText = (first > 57 && !others.has(first)) || first < 43;
  if (isText && first !== 126) return word;
  if (/^(?:~|null|Null|NULL)$/.test(word)) return null;
  if (/^(?:true|True|TRUE)$/.test(word)) return true;
  if (/^(?:false|False|FALSE)$/.test(word)) return false;
  if (/^[-+]?[0-9]+$/.test(word)) return Number(word);
  if (/^0o[0-7]+$/.test(word)) return Number.parseInt(word.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(word)) return Number.parseInt(word.slice(2), 16);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(word)) return Number(word);
  if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/.test(word)) {
    return /nan/i.test(word) ? NaN : word.startsWith('-') ? -Infinity : Infinity;
  }
  return word;
}

/** The beginnings of `null`, `true`, `false` and `~`, in either case. */
const others: ReadonlySet<number> = new Set(Array.from('nNtTfF~', letter => letter.charCodeAt(0)));
