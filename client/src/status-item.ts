import { commands, l10n, MarkdownString, StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import { State } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol.ts';

/** The item in the status bar: the plan's name, and on hover what is read, skipped and not checked. */
export class StatusItem implements Disposable {
  readonly #item = window.createStatusBarItem('tracklint.status', StatusBarAlignment.Right, 100);
  #status: Status | undefined;

  constructor() {
    this.#item.name = 'Tracklint';
    this.#item.command = 'tracklint.showStatus';
    this.#show('$(loading~spin) Tracklint', l10n.t('Tracklint is starting.'));
    this.#item.show();
  }

  /** What the server said last; undefined until it has said anything. */
  get status(): Status | undefined {
    return this.#status;
  }

  show(status: Status): void {
    this.#status = status;
    const plan = planText(status) + unsavedText(status);
    if (status.state === 'indexing') this.#show(`$(loading~spin) ${plan}`, describe(status));
    else this.#show(`$(graph-line) ${plan}`, describe(status));
    void commands.executeCommand('setContext', 'tracklint.hasPlan', status.plans.length > 0);
    void commands.executeCommand('setContext', 'tracklint.ready', status.state === 'ready');
  }

  /** Between starts; a running server speaks for itself. */
  showState(state: State): void {
    if (state === State.Starting) this.#show('$(loading~spin) Tracklint', l10n.t('Tracklint is starting.'));
    else if (state === State.StartFailed) this.showGivenUp();
  }

  showGivenUp(): void {
    this.#show('$(error) Tracklint', l10n.t('Tracklint has stopped. Click to see why, or to start it again.'));
    this.#item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(text: string, tooltip: string): void {
    this.#item.text = text;
    this.#item.tooltip = new MarkdownString(tooltip, true);
    this.#item.backgroundColor = undefined;
    this.#item.accessibilityInformation = { label: `Tracklint: ${tooltip}` };
  }
}

function planText({ plans }: Status): string {
  if (plans.length > 1) return l10n.t('{0} plans', plans.length);
  return plans[0]?.name ?? l10n.t('No plan');
}

/** What saving would break, while there is time to think of it. */
function unsavedText({ unsaved }: Status): string {
  if (!unsaved || unsaved.calls === 0) return '';
  return ` $(warning) ${unsaved.calls === 1 ? l10n.t('breaks 1 call') : l10n.t('breaks {0} calls', unsaved.calls)}`;
}

/** Everything that a person may want to know before trusting a clean file. One fact a line, as Markdown. */
function describe(status: Status): string {
  const lines = status.plans.map(plan =>
    l10n.t('**{0}**: {1} events in {2} files', plan.name, plan.events, plan.files),
  );
  if (lines.length === 0) lines.push(l10n.t('No tracking plan: nothing is checked.'));
  if (status.state === 'indexing') lines.push(l10n.t('Still reading the workspace.'));
  lines.push(l10n.t('Read: {0} code files, {1} of them with tracking calls in reach', status.files, status.parsed));
  lines.push(l10n.t('Calls: {0}, of which {1} have a name that is made at run time', status.calls, status.dynamic));
  if (status.unsaved)
    lines.push(
      l10n.t(
        'Not saved yet: {0} breaking changes of the plan, which break {1} calls',
        status.unsaved.breaking,
        status.unsaved.calls,
      ),
    );
  if (status.skipped.length > 0) lines.push(l10n.t('Skipped: {0} files', status.skipped.length));
  lines.push(status.types);
  return lines.join('  \n');
}
