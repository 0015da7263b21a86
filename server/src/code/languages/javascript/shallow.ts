/**
 * A text with what is nested deeper than people write replaced by spaces, so that a parser that descends recursively can
 * read the rest. All offsets stay. Brackets in strings are counted too, which matters for no text that a person wrote.
 */
export function makeShallow(text: string): string {
  let depth = 0;
  let result = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isOpening = code === 40 || code === 91 || code === 123;
    const isClosing = code === 41 || code === 93 || code === 125;
    if (isOpening && ++depth === deepest) {
      result += text.slice(kept, i + 1);
      kept = i + 1;
    } else if (isClosing && depth > 0 && depth-- === deepest) {
      result += text.slice(kept, i).replace(/[^\r\n]/g, ' ');
      kept = i;
    }
  }
  return result + (depth >= deepest ? text.slice(kept).replace(/[^\r\n]/g, ' ') : text.slice(kept));
}

const deepest = 100;
