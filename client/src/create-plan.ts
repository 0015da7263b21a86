import { commands, l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { planDraftRequest, type PlanDraft } from '../../server/src/lsp/protocol.ts';
import { pickFolder } from './pick-folder.ts';

/**
 * Writes a plan into a folder of the workspace and opens it: drafted from the calls in the code where there are any, or a
 * small one that explains itself. Never overwrites a plan.
 */
export async function createPlan(client: BaseLanguageClient, extension: Uri): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const plan = Uri.joinPath(folder, 'tracking-plan.yaml');
  if (!(await exists(plan)) && !(await write(client, extension, folder, plan))) return;
  await window.showTextDocument(plan);
}

/** Whether there is a plan now; the user may think better of it. */
async function write(client: BaseLanguageClient, extension: Uri, folder: Uri, plan: Uri): Promise<boolean> {
  const draft = await draftOf(client, folder);
  const example: Choice = {
    label: `$(book) ${l10n.t('A small example that explains itself')}`,
    run: async () => {
      await workspace.fs.copy(Uri.joinPath(extension, 'snippets', 'sample-plan.yaml'), plan);
      return true;
    },
  };
  if (!draft) return example.run();
  const fromCode: Choice = {
    label: `$(sparkle) ${l10n.t('A draft of what the code sends')}`,
    description: draft.events === 1 ? l10n.t('1 event') : l10n.t('{0} events', draft.events),
    run: async () => {
      await workspace.fs.writeFile(plan, new TextEncoder().encode(draft.text));
      return true;
    },
  };
  const fromTool: Choice = {
    label: `$(file-symlink-file) ${l10n.t('The plan of another tool')}`,
    description: l10n.t('is read where it stands; see how'),
    run: async () => {
      const page = Uri.joinPath(extension, 'server', 'docs', 'formats.md');
      await commands.executeCommand('markdown.showPreview', page);
      return false;
    },
  };
  const chosen = await window.showQuickPick([fromCode, example, fromTool], {
    title: l10n.t('Create a Tracking Plan'),
    placeHolder: l10n.t('What the plan begins with'),
  });
  return (await chosen?.run()) ?? false;
}

interface Choice extends QuickPickItem {
  run(): Promise<boolean>;
}

/** What the code sends; null where it sends nothing, or no server can be had. A server that is still starting is waited for. */
async function draftOf(client: BaseLanguageClient, folder: Uri): Promise<PlanDraft | null> {
  const isRunning = await client.start().then(
    () => true,
    () => false,
  );
  if (!isRunning) return null;
  const uri = client.code2ProtocolConverter.asUri(folder);
  return client.sendRequest<PlanDraft | null>(planDraftRequest, { folder: uri });
}

function exists(file: Uri): Thenable<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
