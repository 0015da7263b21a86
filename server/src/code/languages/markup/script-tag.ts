import type { Dialect } from '../javascript/parser.ts';
import type { OpenTag } from './scan.ts';

export function isScriptOrStyle({ name }: OpenTag): boolean {
  return /^(?:script|style)$/i.test(name);
}

/** The text of an attribute of a tag; undefined where the tag does not have it. */
export function attributeText({ attributes }: OpenTag, name: string, text: string): string | undefined {
  const value = attributes.find(attribute => attribute.name === name)?.value;
  return value && text.slice(value.at, value.end);
}

/** What a script element of HTML holds by its `type`; undefined for data, templates and shaders. */
export function plainDialect(tag: OpenTag, text: string): Dialect | undefined {
  const type = attributeText(tag, 'type', text);
  if (
    type === undefined ||
    type === '' ||
    /^(?:module|(?:text|application)\/(?:javascript|ecmascript|babel|jsx))$/i.test(type)
  )
    return 'js';
  return /typescript$/i.test(type) ? 'ts' : undefined;
}

/** What a script of a component holds by its `lang`. */
export function componentDialect(tag: OpenTag, text: string): Dialect | undefined {
  const lang = attributeText(tag, 'lang', text);
  if (lang === 'ts' || lang === 'typescript') return 'ts';
  if (lang === 'tsx') return 'tsx';
  return lang === undefined || lang === 'js' || lang === 'jsx' ? plainDialect(tag, text) : undefined;
}
