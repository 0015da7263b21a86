import { commands, l10n, Uri, window, type QuickPickItem } from 'vscode';
import type { Status } from '../../server/src/lsp/protocol.ts';

/** What a click on the status item offers: the plans first, then what can be done. */
export async function showMenu(status: Status | undefined): Promise<void> {
  const plans = (status?.plans ?? []).map(plan => ({
    label: `$(graph-line) ${plan.name}`,
    description: l10n.t('{0} events', plan.events),
    run: () => window.showTextDocument(Uri.parse(plan.uri)),
  }));
  const create = { label: `$(new-file) ${l10n.t('Create a Tracking Plan')}`, run: command('tracklint.createPlan') };
  const skipped = {
    label: `$(circle-slash) ${l10n.t('Show Skipped Files')}`,
    description: String(status?.skipped.length ?? 0),
    run: () => showSkipped(status?.skipped ?? []),
  };
  const items: Item[] = [
    ...(plans.length > 0 ? plans : [create]),
    ...(status?.skipped.length ? [skipped] : []),
    { label: `$(settings) ${l10n.t('Open Configuration')}`, run: command('tracklint.openConfig') },
    { label: `$(output) ${l10n.t('Show Output')}`, run: command('tracklint.showOutput') },
    { label: `$(debug-restart) ${l10n.t('Restart Server')}`, run: command('tracklint.restart') },
  ];
  const chosen = await window.showQuickPick(items, { title: 'Tracklint', placeHolder: summary(status) });
  await chosen?.run();
}

interface Item extends QuickPickItem {
  run(): Thenable<unknown>;
}

function command(id: string): () => Thenable<unknown> {
  return () => commands.executeCommand(id);
}

function summary(status: Status | undefined): string {
  if (!status) return l10n.t('The server is not running.');
  return l10n.t(
    '{0} code files read, {1} skipped; {2} calls, {3} of them with a name made at run time',
    status.files,
    status.skipped.length,
    status.calls,
    status.dynamic,
  );
}

async function showSkipped(skipped: Status['skipped']): Promise<void> {
  const items = skipped.map(({ uri, why }) => ({ label: Uri.parse(uri).path, description: why, uri }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Files that were not checked') });
  if (chosen) await window.showTextDocument(Uri.parse(chosen.uri));
}
