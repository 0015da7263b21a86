/**
 * Writes text that a person fills in afterwards: as an editor's snippet with numbered places, or plainly with what
 * stands in them for the time being.
 */
export interface Placeholders {
  /** Fixed text. */
  text(text: string): string;
  /** A place that holds `text` until something else is typed. */
  place(text: string): string;
  /** A place that takes one of several texts. */
  choice(texts: readonly string[]): string;
}

/** For editors without snippets, and for edits. */
export class PlainText implements Placeholders {
  text(text: string): string {
    return text;
  }

  place(text: string): string {
    return text;
  }

  choice([first = '']: readonly string[]): string {
    return first;
  }
}

/** In the syntax of the protocol's snippets; places are numbered in the order in which they are written. */
export class SnippetText implements Placeholders {
  #places = 0;

  text(text: string): string {
    return text.replace(/[\\$]/g, '\\$&');
  }

  place(text: string): string {
    return `\${${++this.#places}${text === '' ? '' : `:${text.replace(/[\\$}]/g, '\\$&')}`}}`;
  }

  choice(texts: readonly string[]): string {
    if (texts.length < 2) return this.place(texts[0] ?? '');
    return `\${${++this.#places}|${texts.map(text => text.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
  }
}
