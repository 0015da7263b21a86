import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new, empty home for one run of the editor: its settings, extensions, logs, and a copy of the workspace. */
export interface Profile {
  readonly folder: string;
  /** Arguments that keep the editor inside the profile. */
  readonly args: readonly string[];
  remove(): void;
}

/** Settings that keep the editor quiet: nothing is asked, offered, updated or sent. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'chat.commandCenter.enabled': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
};

/** Creates a profile below the system's folder for temporary files. `settings` are added to the quiet ones. */
export function makeProfile(settings: Readonly<Record<string, unknown>> = {}): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'tracklint-editor-'));
  const user = join(folder, 'user');
  writeSettings(user, settings);
  return {
    folder,
    args: [
      ...['--server-data-dir', join(folder, 'server')],
      ...['--user-data-dir', user],
      ...['--extensions-dir', join(folder, 'extensions')],
    ],
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes the user's settings of an editor whose data live in `user`. */
export function writeSettings(user: string, settings: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

/** Copies an example into the profile, so that what is edited in the editor never reaches the original. */
export function copyWorkspace(profile: Profile, workspace: string): string {
  const copy = join(profile.folder, 'shop');
  cpSync(workspace, copy, { recursive: true });
  return copy;
}
