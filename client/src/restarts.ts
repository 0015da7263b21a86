import { l10n } from 'vscode';
import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { CloseHandlerResult, ErrorHandler, ErrorHandlerResult } from 'vscode-languageclient';

/**
 * Brings a server that died back, a little later each time, and gives up where it dies again and again. The client opens
 * all documents anew after a restart, so the findings come back by themselves.
 */
export class Restarts implements ErrorHandler {
  /** Called when no further start is tried. */
  onGivenUp: () => void = () => undefined;
  #deaths: number[] = [];

  /** Forgets past deaths: the user asked for a new start. */
  forget(): void {
    this.#deaths = [];
  }

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  async closed(): Promise<CloseHandlerResult> {
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter(time => now - time < window), now];
    if (this.#deaths.length > patience) {
      this.onGivenUp();
      return { action: CloseAction.DoNotRestart, message: l10n.t('Tracklint stopped: its server ended too often.') };
    }
    await new Promise(done => setTimeout(done, firstPause * 2 ** (this.#deaths.length - 1)));
    return { action: CloseAction.Restart, handled: true };
  }
}

/** Deaths in so many milliseconds count together; after so many of them no further start is tried. */
const window = 180_000;
const patience = 5;

/** Milliseconds before the first new start; doubled with each further one. */
const firstPause = 200;
