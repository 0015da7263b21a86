import type { Connection, InitializeParams } from 'vscode-languageserver';

/** A bar in the editor while the workspace is read. */
export interface Progress {
  /** Both in files. */
  report(done: number, total: number): void;
  done(): void;
}

/** Shows a bar where the editor can; otherwise it goes nowhere. */
export async function showProgress(connection: Connection, { capabilities }: InitializeParams): Promise<Progress> {
  if (!capabilities.window?.workDoneProgress) return { report: () => undefined, done: () => undefined };
  const bar = await connection.window.createWorkDoneProgress();
  bar.begin('Tracklint', 0, 'Reading the workspace', false);
  let shown = 0;
  return {
    report(done, total) {
      const percentage = Math.floor((100 * done) / Math.max(total, 1));
      if (percentage === shown) return;
      shown = percentage;
      bar.report(percentage);
    },
    done() {
      bar.done();
    },
  };
}
