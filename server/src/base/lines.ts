import type { Position, Range } from './text.ts';

/** The offsets at which lines start, and the length of the text. */
export interface LineStarts {
  readonly at: Uint32Array;
  readonly length: number;
}

/**
 * The line starts of a text: turns offsets into positions and back. Lines end at `\n`, `\r\n` or a lone `\r`, as in the
 * Language Server Protocol. Keeps no reference to the text.
 */
export class Lines {
  readonly #starts: Uint32Array;
  readonly #length: number;

  constructor(text: string | LineStarts) {
    if (typeof text !== 'string') {
      this.#starts = text.at;
      this.#length = text.length;
      return;
    }
    const starts = [0];
    // Most texts have line feeds alone, which are found fast.
    if (text.includes('\r')) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
        if (code === 10 || code === 13) starts.push(i + 1);
      }
    } else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = Uint32Array.from(starts);
    this.#length = text.length;
  }

  get starts(): LineStarts {
    return { at: this.#starts, length: this.#length };
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; positions outside the text are clamped to it. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#length;
    const next = this.#starts[position.line + 1] ?? this.#length;
    return Math.min(start + Math.max(0, position.character), next);
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
