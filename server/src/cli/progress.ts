import type { Terminal } from './terminal.ts';

/** One line on standard error that says how far the reading is; only where a person watches, and only after a second. */
export interface Progress {
  report(done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

export function progressOn(terminal: Terminal): Progress {
  const started = terminal.now();
  let shown = 0;
  return {
    report(done, total) {
      const now = terminal.now();
      if (!terminal.isInteractive || now - started < delay || now - shown < pause) return;
      shown = now;
      const filled = total === 0 ? 0 : Math.floor((done / total) * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      terminal.writeError(`\r\u001b[2K${bar} ${done} of ${total} files`);
    },
    end() {
      if (shown > 0) terminal.writeError('\r\u001b[2K');
    },
  };
}

/** In milliseconds: what ends sooner needs no bar, and nobody reads faster than ten times a second. */
const delay = 1000;
const pause = 100;
const barWidth = 20;
