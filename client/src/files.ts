import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readDirectoryRequest, readFileRequest, type DirectoryEntry } from '../../server/src/lsp/protocol.ts';

/** Lends the server the editor's file system: it has none of its own in a browser, nor for virtual workspaces. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFileRequest, async ({ uri }: { uri: string }): Promise<string | null> => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
  client.onRequest(readDirectoryRequest, async ({ uri }: { uri: string }): Promise<DirectoryEntry[]> => {
    try {
      return (await workspace.fs.readDirectory(Uri.parse(uri))).flatMap(entry);
    } catch {
      return [];
    }
  });
}

/** A symbolic link to a folder is left out, since it may lead round in a circle. */
function entry([name, type]: [string, FileType]): DirectoryEntry[] {
  if (type === FileType.Directory) return [{ name, type: 'folder' }];
  return type & FileType.File ? [{ name, type: 'file' }] : [];
}
