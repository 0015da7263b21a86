import { isConstantOf } from '../code/evaluate/sdk-constants.ts';
import { isJavaScript } from '../code/language-families.ts';
import type { CodeFile } from '../code/facts.ts';
import type { LanguageId } from '../code/language-id.ts';
import type { Sdk } from '../code/sdk.ts';

/** The SDKs that count in a workspace, by module and by global name, for each language. */
export class SdkIndex {
  readonly #sdks: readonly Sdk[];
  readonly #modules = new Map<string, Sdk | undefined>();
  readonly #globals = new Map<string, Sdk | undefined>();

  constructor(sdks: readonly Sdk[]) {
    this.#sdks = sdks;
  }

  ofModule(language: LanguageId, specifier: string): Sdk | undefined {
    const key = `${language} ${specifier}`;
    if (!this.#modules.has(key))
      this.#modules.set(
        key,
        this.#sdks.find(
          sdk => sdk.languages.includes(language) && sdk.imports.some(pattern => matches(pattern, specifier)),
        ),
      );
    return this.#modules.get(key);
  }

  ofGlobal(language: LanguageId, name: string): Sdk | undefined {
    const key = `${language} ${name}`;
    if (!this.#globals.has(key))
      this.#globals.set(
        key,
        this.#sdks.find(sdk => sdk.languages.includes(language) && sdk.globals.includes(name)),
      );
    return this.#globals.get(key);
  }

  /**
   * The SDK that an import of a whole module brings into a file under a name. In Swift, what bridging headers import is there
   * in every file.
   */
  ofName(file: CodeFile, name: string, bridges: readonly CodeFile[] = []): Sdk | undefined {
    const own = this.#importedBy(file, true).find(
      sdk =>
        isConstantOf(sdk, name) ||
        (sdk.names ? sdk.names.includes(name) : sdk.languages.includes('java') && /^[A-Z]/.test(name)),
    );
    if (own || file.language !== 'swift') return own;
    return bridges
      .flatMap(bridge => this.#importedBy(bridge, false))
      .find(({ names, languages }) => languages.includes('swift') && names?.includes(name));
  }

  /** The SDK whose objects usually have a name, in a file that imports it; a name may also tell the vendor by itself. */
  ofReceiver(file: CodeFile, name: string): Sdk | undefined {
    const plain = name.replace(/^[@$_]+|^m(?=[A-Z])/g, '');
    const known = plain.charAt(0).toLowerCase() + plain.slice(1);
    return (
      this.#importedBy(file, false).find(({ receivers }) => receivers?.includes(known)) ??
      this.#ofVendor(file.language, known)
    );
  }

  /** `segment_client`, `posthogClient`: what a name like that is not known of is taken at its word, outside of JavaScript. */
  #ofVendor(language: LanguageId, name: string): Sdk | undefined {
    if (isJavaScript(language)) return undefined;
    const vendor = /^(segment|posthog|mixpanel|amplitude)_?client$/i.exec(name)?.[1]?.toLowerCase();
    return this.#sdks.find(sdk => sdk.vendor === vendor && sdk.languages.includes(language));
  }

  #importedBy({ units, language }: CodeFile, whole: boolean): Sdk[] {
    return units.flatMap(({ imports }) =>
      imports.flatMap(item => {
        const isWhole = item.local === undefined && item.name === '*';
        return whole && !isWhole ? [] : (this.ofModule(language, item.module) ?? []);
      }),
    );
  }

  /** The names of all calls: what a file must mention to be of interest. */
  words(): Set<string> {
    return new Set(
      this.#sdks.flatMap(sdk => sdk.calls.flatMap(call => [...(call.methods ?? []), ...(call.functions ?? [])])),
    );
  }

  /** Names of which each text that `pattern` finds has one. */
  tellingNames(): string[] {
    return this.#sdks
      .flatMap(sdk => [...sdk.imports.map(name => name.replace(/[/.]\*$/, '')), ...sdk.globals])
      .concat([...this.words()].filter(word => !common.has(word)));
  }

  /**
   * A pattern that finds texts that may hold a call of an SDK: its module's or its queue's name in quotes, its global with a member or as a
   * function, or one of its telling names being called. Names that everybody uses (`push`, `page`, `group`) do not tell.
   */
  pattern(): RegExp {
    const modules = this.#sdks.flatMap(sdk => sdk.imports.map(name => escape(name.replace(/[/.]\*$/, ''))));
    const others = this.#sdks.filter(sdk => !sdk.languages.includes('javascript')).flatMap(sdk => sdk.imports);
    const unquoted = others.map(name => escape(name.replace(/[/.]\*$/, '')));
    const globals = this.#sdks.flatMap(sdk => sdk.globals.map(escape));
    const queues = this.#sdks
      .filter(sdk => sdk.calls.some(({ shape }) => shape?.startsWith('queue-')))
      .flatMap(sdk => sdk.globals.map(escape));
    const telling = [...this.words()].filter(word => !common.has(word)).map(escape);
    return new RegExp(
      `['"](?:${modules.join('|')})[/'"]|['"](?:${queues.join('|')})['"]|\\b(?:import|from|using|use|require)\\s+(?:static\\s+|class\\s+|<)?\\\\?(?:${unquoted.join('|')})\\b|\\b(?:${globals.join('|')})\\b\\s*(?:\\)\\s*)?(?:[!?]?\\.|\\(|::|->)|\\b(?:${telling.join('|')})\\s*(?:[(<?\`]|:\\s*@|[ \\t]+[:'"\\w]+\\s*(?:=>|:|,))`,
    );
  }
}

const common = new Set([
  'push',
  'page',
  'group',
  'screen',
  'identify',
  'alias',
  'event',
  'link',
  'import',
  'register',
  'track_links',
  'set',
  'builder',
  'Builder',
  'time',
  'Page',
  'Screen',
  'Group',
  'Identify',
  'SelfDescribingJson',
]);

function matches(pattern: string, specifier: string): boolean {
  return /[/.]\*$/.test(pattern) ? specifier.startsWith(pattern.slice(0, -1)) : pattern === specifier;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
