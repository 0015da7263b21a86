import type { Uri } from '../../base/text.ts';
import type { Language } from '../language.ts';
import { javascriptReact } from './javascript/javascript-react.ts';
import { javascript } from './javascript/javascript.ts';
import { typescriptReact } from './javascript/typescript-react.ts';
import { typescript } from './javascript/typescript.ts';
import { csharp } from './csharp/csharp.ts';
import { dart } from './dart/dart.ts';
import { go } from './go/go.ts';
import { java } from './java/java.ts';
import { kotlin } from './kotlin/kotlin.ts';
import { astro } from './markup/astro.ts';
import { html } from './markup/html.ts';
import { svelte } from './markup/svelte.ts';
import { vue } from './markup/vue.ts';
import { objectiveC } from './objective-c/objective-c.ts';
import { php } from './php/php.ts';
import { python } from './python/python.ts';
import { ruby } from './ruby/ruby.ts';
import { swift } from './swift/swift.ts';

/** Every language that is read, in the order in which they are documented. */
export const languages: readonly Language[] = [
  javascript,
  javascriptReact,
  typescript,
  typescriptReact,
  vue,
  svelte,
  astro,
  html,
  python,
  ruby,
  go,
  java,
  kotlin,
  swift,
  objectiveC,
  php,
  csharp,
  dart,
];

/** The language of a file, by the ending of its name; undefined where none is known. */
export function languageOf(uri: Uri): Language | undefined {
  const dot = uri.lastIndexOf('.');
  if (dot < 0 || uri.includes('/', dot)) return undefined;
  const extension = uri.slice(dot);
  return byExtension.get(extension) ?? byExtension.get(extension.toLowerCase());
}

const byExtension = new Map(languages.flatMap(language => language.extensions.map(extension => [extension, language])));
