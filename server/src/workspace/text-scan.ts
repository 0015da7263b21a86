import type { Uri } from '../base/text.ts';
import { deferring } from '../code/deferring.ts';
import { familyOf } from '../code/language-families.ts';
import type { LanguageId } from '../code/language-id.ts';
import { languageOf } from '../code/languages/index.ts';
import { sdks } from '../code/sdks/index.ts';
import { SdkIndex } from './sdk-index.ts';

/** Names whose declarations are looked for, by where they must stand: a folder, or the files of a family of languages. */
export type WantedNames = ReadonlyMap<string, ReadonlySet<string>>;

/** The files of a language and of those that see its declarations, as a place to look in. */
export function placeOf(language: LanguageId): string {
  return familyOf(language) ?? language;
}

/** Finds the files that may be of interest by their texts, without parsing. */
export class TextScan {
  readonly #sdkPattern = new SdkIndex(sdks).pattern();
  readonly #kept = new Map<Uri, string>();
  #keptSize = 0;
  #isLoading = true;
  /** The pattern of the words that were asked for last: a set of words is asked for in many texts. */
  #words: { readonly of: ReadonlySet<string>; readonly pattern: RegExp } | undefined;
  /** Words and names that every file was searched for; a file that changes is searched for all of them when it is read. */
  readonly #searched = new Set<string>();

  /** Whether a text may hold a call of an SDK, or of a wrapper that is known by now. */
  isCandidate(text: string, words: ReadonlySet<string>): boolean {
    if (this.#sdkPattern.test(text)) return true;
    if (words.size === 0) return false;
    if (this.#words?.of !== words) this.#words = { of: words, pattern: callPattern(words) };
    return this.#words.pattern.test(text);
  }

  /** While a workspace is loaded, texts are kept for the wrappers that are yet to be found, up to a limit. */
  keep(uri: Uri, text: string): void {
    if (!this.#isLoading || this.#keptSize > 300_000_000) return;
    this.#kept.set(uri, text);
    this.#keptSize += text.length;
  }

  release(): void {
    this.#isLoading = false;
    this.#kept.clear();
  }

  /** The files that call one of the words, declare one of the names, or import one of the modules. */
  async filesWith(
    words: ReadonlySet<string>,
    names: WantedNames,
    modules: ReadonlySet<string>,
    files: () => readonly Uri[],
    read: (uri: Uri) => Promise<string | undefined>,
  ): Promise<Uri[]> {
    const newWords = this.#unsearched(words, 'call');
    const declarations = new Map<string, RegExp>();
    for (const [place, wanted] of names) {
      const newNames = this.#unsearched(wanted, `declaration ${place}`);
      if (newNames.size > 0) declarations.set(place, declarationPattern(newNames));
    }
    const newModules = this.#unsearched(modules, 'module');
    if (newWords.size === 0 && declarations.size === 0 && newModules.size === 0) return [];
    const calls = newWords.size > 0 ? callPattern(newWords) : undefined;
    const imports = newModules.size > 0 ? importPattern(newModules) : undefined;
    const everywhere = [calls, imports].filter(pattern => pattern !== undefined);
    const found: Uri[] = [];
    for (const uri of files()) {
      const language = languageOf(uri)?.id;
      const patterns = [
        ...everywhere,
        declarations.get(uri.slice(0, uri.lastIndexOf('/'))),
        language && declarations.get(placeOf(language)),
      ].filter(pattern => pattern !== undefined);
      if (patterns.length === 0) continue;
      const text = this.#kept.get(uri) ?? (await read(uri));
      if (text !== undefined && patterns.some(pattern => pattern.test(text))) found.push(uri);
    }
    return found;
  }

  #unsearched(words: ReadonlySet<string>, what: string): ReadonlySet<string> {
    const fresh = new Set<string>();
    for (const word of words) {
      const key = `${what} ${word}`;
      if (this.#searched.has(key)) continue;
      this.#searched.add(key);
      fresh.add(word);
    }
    return fresh;
  }
}

/** A word being called, with or without type arguments, opened as an element, or handed on (`register(track)`, `= track;`). */
function callPattern(words: ReadonlySet<string>): RegExp {
  const names = [...words].map(escape).join('|');
  const called = `(?:\\.(?:${[...deferring].join('|')})\\b|\\s*(?:[!?]?\\.?\\(|\`|<[^<>()]*>\\()|\\s+[\\w"':{])`;
  const selector = `(?<=[\\w\\])]\\s+(?:${names})):`;
  const handedOn = `(?<=[(,{=:]\\s*(?:${names}))\\s*[,)};]`;
  return new RegExp(
    `(?<![\\w$])(?:${names})(?:${called}|${selector}|${handedOn})|<(?:[\\w$]+\\.)*(?:${names})(?![\\w$])`,
  );
}

/** An import of a default export from a module of one of the names. */
function importPattern(modules: ReadonlySet<string>): RegExp {
  const list = [...modules].map(escape).join('|');
  return new RegExp(`\\b(?:from|require\\(|import\\()\\s*['"](?:[^'"\\n]*/)?(?:${list})(?:/index)?(?:\\.\\w+)?['"]`);
}

/** A declaration of one of the names, in any language. */
function declarationPattern(names: ReadonlySet<string>): RegExp {
  const list = [...names].map(escape).join('|');
  return new RegExp(
    `\\b(?:class|object|enum|interface|struct|module|val|var|const|let|def|func|fun|type|typealias|static|final|define|protocol|extension|implementation|sealed|trait|record|mixin)\\b[^\\n(]{0,80}(?<![\\w$])(?:${list})(?![\\w$])|^[ \\t]*(?:${list})\\s*=[^=]|\\bfunc\\s*\\(\\s*\\w*\\s*\\*?(?:${list})\\)`,
    'm',
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
