import type { NameCase } from './vocabulary.ts';

/** A word of a name, with the offset where it starts in it. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

/**
 * The words of a name, split at separators and, where the name has no spaces, at changes of case: `orderCompleted`,
 * `order_completed` and `Order Completed` are two words each. In a name with spaces, `GitHub` and `Sign-Up` are one.
 */
export function splitWords(name: string): readonly Word[] {
  const spaced = /\S\s+\S/.test(name);
  const pieces = name.matchAll(spaced ? /[^\s_:|/]+/g : /[^\s_:|/.\-]+/g);
  const words: Word[] = [];
  for (const piece of pieces) {
    if (!/[\p{L}\p{N}]/u.test(piece[0])) continue;
    if (spaced) words.push({ text: piece[0], at: piece.index });
    else words.push(...splitCamel(piece[0], piece.index));
  }
  return words;
}

/** `orderCompleted` -> order, Completed; `APIKey` -> API, Key. Digits stay with the letters before them. */
function splitCamel(text: string, at: number): Word[] {
  const found = text.matchAll(/\p{Lu}+(?!\p{Ll})[\p{N}]*|\p{Lu}?[^\p{Lu}]+/gu);
  return [...found].map(match => ({ text: match[0], at: at + match.index }));
}

/** Writes words as one name in a case. `any` keeps the words as they are, with spaces. */
export function joinWords(words: readonly string[], nameCase: NameCase): string {
  const shouting = words.length > 0 && words.every(word => word === word.toUpperCase() && /\p{Lu}/u.test(word));
  const plain = shouting ? words.map(word => word.toLowerCase()) : words;
  const lower = plain.map(word => word.toLowerCase());
  switch (nameCase) {
    case 'Title Case':
      return plain.map(capitalize).join(' ');
    case 'Sentence case':
      return plain.map((word, i) => (i === 0 ? capitalize(word) : isMixed(word) ? word : word.toLowerCase())).join(' ');
    case 'lower case':
      return lower.join(' ');
    case 'snake_case':
      return lower.join('_');
    case 'kebab-case':
      return lower.join('-');
    case 'SCREAMING_SNAKE_CASE':
      return lower.join('_').toUpperCase();
    case 'camelCase':
      return lower.map((word, i) => (i === 0 ? word : capitalize(word))).join('');
    case 'PascalCase':
      return lower.map(capitalize).join('');
    case 'any':
      return words.join(' ');
  }
}

/** Words that stand in lower case inside a title. */
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into of off on onto or out over per the to up via vs with'.split(' '),
);

/** Whether a name is written in a case. Acronyms, digits and names such as `iOS` are right in Title and Sentence case. */
export function isInCase(name: string, nameCase: NameCase): boolean {
  switch (nameCase) {
    case 'Title Case':
      return isSpaced(name) && words(name).every((word, i) => isTitleWord(word) || (i > 0 && SMALL_WORDS.has(word)));
    case 'Sentence case':
      return isSpaced(name) && words(name).every((word, i) => (i === 0 ? isTitleWord(word) : !isCapitalized(word)));
    case 'lower case':
      return isSpaced(name) && name === name.toLowerCase();
    case 'snake_case':
      return /^[\p{Ll}\p{Lo}\p{N}]+(_[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(name);
    case 'kebab-case':
      return /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(name);
    case 'SCREAMING_SNAKE_CASE':
      return /^[\p{Lu}\p{Lo}\p{N}]+(_[\p{Lu}\p{Lo}\p{N}]+)*$/u.test(name);
    case 'camelCase':
      return /^[\p{Ll}\p{Lo}][\p{L}\p{N}]*$/u.test(name);
    case 'PascalCase':
      return /^[\p{Lu}\p{Lo}][\p{L}\p{N}]*$/u.test(name);
    case 'any':
      return true;
  }

  function words(text: string): string[] {
    return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word));
  }
}

/** The words of a name that are wrong in Title, Sentence or lower case; empty where its separators are wrong instead. */
export function wordsOutOfCase(
  name: string,
  nameCase: NameCase,
): readonly { readonly word: Word; readonly right: string }[] {
  if (!isSpaced(name) || !nameCase.includes(' ')) return [];
  const words = splitWords(name);
  const right = joinWords(
    words.map(word => word.text),
    nameCase,
  ).split(' ');
  return words.flatMap((word, i) => {
    const wanted = right[i];
    if (wanted === undefined || wanted === word.text) return [];
    const isFine = nameCase === 'Title Case' && (isTitleWord(word.text) || (i > 0 && SMALL_WORDS.has(word.text)));
    return isFine ? [] : [{ word, right: wanted }];
  });
}

/** A name without case and separators: what is left when two people write the same words. */
export function plainName(name: string): string {
  let plain = '';
  for (let i = 0, from = 0; i <= name.length; i++) {
    if (i < name.length && !isSeparator(name.charCodeAt(i))) continue;
    if (i > from) plain += name.slice(from, i);
    from = i + 1;
  }
  return plain.toLowerCase();
}

/** Spaces and `_`, `-`, `.`, `:`, `/`, `|`. */
function isSeparator(code: number): boolean {
  return code <= 32 || code === 95 || (code >= 45 && code <= 47) || code === 58 || code === 124 || code === 0xa0;
}

export function capitalize(word: string): string {
  return isMixed(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Gives `word` the capitals of `model`: `completed` as `Complete` is `Completed`, as `COMPLETE` is `COMPLETED`. */
export function withCapitalsOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(model) ? capitalize(word) : word.toLowerCase();
}

/** Names such as `iOS`, `eBook` and `GitHub` have their own capitals. */
function isMixed(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word);
}

function isTitleWord(word: string): boolean {
  return /^[^\p{L}]*[\p{Lu}\p{Lo}\p{Lt}]/u.test(word) || /^\p{N}/u.test(word) || isMixed(word);
}

/** `Completed`, but not `API` or `GitHub`. */
function isCapitalized(word: string): boolean {
  return /^\p{Lu}[\p{Ll}]+$/u.test(word);
}

/** Whether only spaces part the words: no underscore, and no single word that is several (`OrderCompleted`). */
function isSpaced(name: string): boolean {
  if (name.includes('_')) return false;
  return /\s/.test(name) || splitWords(name).length <= 1;
}
