import type { Host } from '../../server/src/base/host.ts';
import type { Uri } from '../../server/src/base/text.ts';
import { rules } from '../../server/src/rules/index.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';

/** The day on which every fixture is read. */
export const TODAY = '2026-06-01';

export interface TextFile {
  readonly uri: Uri;
  readonly text: string;
}

/** A workspace of these files, read to the end. Nothing outside them exists, and nothing is written. */
export async function open(files: readonly TextFile[]): Promise<Workspace> {
  const workspace = new Workspace(hostOf(files), { ruleIds: rules.map(rule => rule.id) });
  workspace.setFolders(['file:///']);
  await workspace.load();
  return workspace;
}

/** A file system that has these files and no other. */
export function hostOf(files: readonly TextFile[]): Host {
  const texts = new Map(files.map(({ uri, text }) => [uri, text]));
  return {
    readFile: uri => Promise.resolve(texts.get(uri)),
    findFiles: () => Promise.resolve(files.map(({ uri, text }) => ({ uri, size: text.length }))),
    readFileSync: uri => texts.get(uri),
    existsSync: uri => texts.has(uri),
    pause: () => Promise.resolve(),
    today: () => TODAY,
    log: () => undefined,
  };
}
