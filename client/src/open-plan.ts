import { commands, l10n, Uri, window } from 'vscode';
import type { PlanStatus } from '../../server/src/lsp/protocol.ts';

/** Opens the workspace's plan; asks where there are several, and offers to create one where there is none. */
export async function openPlan(plans: readonly PlanStatus[]): Promise<void> {
  if (plans.length === 0) {
    const create = l10n.t('Create a Tracking Plan');
    const answer = await window.showInformationMessage(l10n.t('This workspace has no tracking plan yet.'), create);
    if (answer === create) await commands.executeCommand('tracklint.createPlan');
    return;
  }
  const items = plans.map(plan => ({ label: plan.name, description: Uri.parse(plan.uri).path, uri: plan.uri }));
  const chosen = items.length === 1 ? items[0] : await window.showQuickPick(items);
  if (chosen) await window.showTextDocument(Uri.parse(chosen.uri));
}
