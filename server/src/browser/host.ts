import type { Connection } from 'vscode-languageserver/browser';
import type { FileEntry, Host } from '../base/host.ts';
import { holdsInstalledPackages } from '../base/installed-packages.ts';
import type { Uri } from '../base/text.ts';
import { readDirectoryRequest, readFileRequest, type DirectoryEntry } from '../lsp/protocol.ts';

/** A worker has no files of its own: it asks the editor for them. */
export function browserHost(connection: Connection): Host {
  const list = (uri: Uri): Promise<DirectoryEntry[]> => connection.sendRequest(readDirectoryRequest, { uri });
  return {
    readFile: async uri => (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined,
    findFiles: roots => walk(roots, list),
    kindOf: async uri => {
      const [folder, name] = [uri.slice(0, uri.lastIndexOf('/')), uri.slice(uri.lastIndexOf('/') + 1)];
      return (await list(folder)).find(entry => entry.name === decodeURIComponent(name))?.type;
    },
    today,
    pause: () => new Promise(resolve => setTimeout(resolve)),
    log: message => {
      connection.console.log(message);
    },
  };
}

/** Folders of one level are asked for together, since each question goes to the editor and back. */
async function walk(
  roots: readonly Uri[],
  list: (folder: Uri) => Promise<readonly DirectoryEntry[]>,
): Promise<readonly FileEntry[]> {
  const found = new Set<Uri>();
  let folders = roots.map(root => root.replace(/\/$/, ''));
  while (folders.length > 0) {
    const lists = await Promise.all(folders.map(async folder => ({ folder, entries: await list(folder) })));
    folders = [];
    for (const { folder, entries } of lists) {
      const names = new Set(entries.map(({ name }) => name));
      if (holdsInstalledPackages(folder.slice(folder.lastIndexOf('/') + 1), name => names.has(name))) continue;
      for (const { name, type } of entries) {
        const uri = `${folder}/${encodeURIComponent(name)}`;
        if (type === 'file') found.add(uri);
        else if (!leftOut.has(name)) folders.push(uri);
      }
    }
  }
  return [...found].map(uri => ({ uri }));
}

const leftOut: ReadonlySet<string> = new Set(['node_modules', '.git']);

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
