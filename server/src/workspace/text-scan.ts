import type { IndexedFile, Interest } from '../base/file-index.ts';
import type { Host } from '../base/host.ts';
import { Pace } from '../base/slices.ts';
import type { Uri } from '../base/text.ts';
import { deferring } from '../code/deferring.ts';
import { familyOf } from '../code/language-families.ts';
import type { LanguageId } from '../code/language-id.ts';
import { languageOf } from '../code/languages/index.ts';
import { sdks } from '../code/sdks/index.ts';
import { mayBeUnfit } from './fitness.ts';
import { SdkIndex } from './sdk-index.ts';

/** Names whose declarations are looked for, by where they must stand: a folder, or the files of a family of languages. */
export type WantedNames = ReadonlyMap<string, ReadonlySet<string>>;

/** The files of a language and of those that see its declarations, as a place to look in. */
export function placeOf(language: LanguageId): string {
  return familyOf(language) ?? language;
}

/** What is done with the texts. */
export type Look = Pick<Interest, 'isWanted' | 'see' | 'goOn'>;

interface Search {
  readonly pattern: RegExp;
  /** Whether the file is to be read for it. */
  readonly mayBeIn: (uri: Uri) => boolean;
}

const index = new SdkIndex(sdks);
const sdkPattern = index.pattern();
const sdkNames = index.tellingNames();

/** The places in which a file lies: its folder, and its language's family. */
function placesOf(uri: Uri): readonly string[] {
  const language = languageOf(uri)?.id;
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return language ? [folder, placeOf(language)] : [folder];
}

/** Whether a text may hold a call of an SDK. */
export function mentionsSdk(text: string): boolean {
  return sdkPattern.test(text);
}

/** Finds the files that may be of interest by their texts, without parsing. */
export class TextScan {
  readonly #host: Pick<Host, 'readFile' | 'index' | 'pause'>;
  /** The pattern of the words that were asked for last: a set of words is asked for in many texts. */
  #words: (Search & { readonly of: ReadonlySet<string> }) | undefined;
  /** Words and names that every file was searched for; a file that changes is searched for all of them when it is read. */
  readonly #searched = new Set<string>();

  constructor(host: Pick<Host, 'readFile' | 'index' | 'pause'>) {
    this.#host = host;
  }

  /** Whether a file may hold a call of a wrapper that is known by now. */
  mayCall(uri: Uri, file: IndexedFile, words: ReadonlySet<string>): boolean {
    if (words.size === 0) return false;
    if (this.#words?.of !== words) this.#words = { of: words, ...this.#search(words, callPattern(words)) };
    // Of a text that was just read, the pattern alone decides.
    if (file.note !== undefined && !this.#words.mayBeIn(uri)) return false;
    const text = file.text();
    return text !== undefined && this.#words.pattern.test(text);
  }

  /** Tells of those files that may be candidates, or are wanted; undefined for a file that cannot be read. */
  async look(uris: readonly Uri[], words: ReadonlySet<string>, look: Look): Promise<void> {
    if (this.#host.index) {
      await this.#host.index.look(uris, { ...look, names: sdkNames, also: words, isSuspicious: mayBeUnfit });
      return;
    }
    let done = 0;
    for (const uri of uris) {
      const text = await this.#host.readFile(uri);
      look.see(uri, text === undefined ? undefined : { text: () => text });
      if (++done % 200 !== 0) continue;
      if (!look.goOn(done)) return;
      await this.#host.pause();
    }
  }

  /** The files that call one of the words, declare one of the names, or import one of the modules. */
  async filesWith(
    words: ReadonlySet<string>,
    names: WantedNames,
    modules: ReadonlySet<string>,
    files: () => Iterable<Uri>,
    read: (uri: Uri) => Promise<string | undefined>,
  ): Promise<Uri[]> {
    const searches = new Map<string, Search>();
    for (const [place, wanted] of names) {
      const newNames = this.#unsearched(wanted, `declaration ${place}`);
      if (newNames.size > 0) searches.set(place, this.#search(newNames, declarationPattern(newNames)));
    }
    const newWords = this.#unsearched(words, 'call');
    const newModules = this.#unsearched(modules, 'module');
    const everywhere: Search[] = [];
    if (newWords.size > 0) everywhere.push(this.#search(newWords, callPattern(newWords)));
    if (newModules.size > 0) everywhere.push(this.#search(newModules, importPattern(newModules)));
    if (everywhere.length === 0 && searches.size === 0) return [];
    const found: Uri[] = [];
    const pace = new Pace(() => this.#host.pause());
    for (const uri of files()) {
      await pace.turn();
      const here = everywhere.filter(search => search.mayBeIn(uri));
      if (searches.size > 0) here.push(...placesOf(uri).flatMap(place => searches.get(place) ?? []));
      if (!here.some(search => search.mayBeIn(uri))) continue;
      const text = await read(uri);
      if (text !== undefined && here.some(search => search.pattern.test(text))) found.push(uri);
    }
    return found;
  }

  #search(names: ReadonlySet<string>, pattern: RegExp): Search {
    return { pattern, mayBeIn: this.#host.index?.finder(names) ?? (() => true) };
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
    `\\b(?:class|object|enum|interface|struct|module|val|var|const|let|def|func|fun|type|typealias|static|final|define|protocol|extension|implementation|sealed|trait|record|mixin)\\b[^\\n(]{0,80}(?<![\\w$])(?:${list})(?![\\w$])|^[ \\t]*(?:${list})\\s*=[^=]|\\bfunc\\s*\\(\\s*(?:\\w+[\\s*]+|\\*)?(?:${list})\\)`,
    'm',
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
