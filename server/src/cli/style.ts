import type { Severity } from '../base/finding.ts';

type Paint = (text: string) => string;

/** Colours of the screen, or none. */
export interface Style extends Readonly<Record<Severity, Paint>> {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly place: Paint;
}

export function styleOf(terminal: { readonly colours: boolean }): Style {
  const paint =
    (open: number, close: number): Paint =>
    text =>
      terminal.colours && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    error: paint(31, 39),
    warning: paint(33, 39),
    info: paint(34, 39),
    off: paint(2, 22),
    bold: paint(1, 22),
    dim: paint(2, 22),
    good: paint(32, 39),
    place: paint(36, 39),
  };
}

/**
 * A text from a file as it may be shown on a screen: a tab takes two columns, and control characters, which could move
 * the cursor or change colours, become visible marks.
 */
export function printable(text: string): string {
  // eslint would have control characters out of patterns; code points say the same.
  let shown = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\t') shown += '  ';
    else if (code < 32 || (code >= 127 && code < 160) || isDirectionMark(code)) shown += '·';
    else shown += character;
  }
  return shown;
}

/** How many columns a text takes: East Asian wide characters and emoji take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /\p{Mn}|\u200d|\ufe0f/u.test(character) ? 0 : isWide(character) ? 2 : 1;
  return columns;
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u.test(
    character,
  );
}

/** Characters that reverse the direction of text can make code look like other code. */
function isDirectionMark(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
