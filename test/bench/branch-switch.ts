import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import type { Bench } from './bench.ts';
import { startServer } from './editor.ts';
import { withWorkspace } from './generated-workspace.ts';

/** Five thousand files change on disk at once; then the findings of one of them are asked for. */
export const branchSwitch: Bench = {
  name: 'branch-switch',
  title: 'A branch switch that changes 5,000 files',
  run: () =>
    withWorkspace({ files: 6_000, events: 1_000 }, async folder => {
      const editor = await startServer(folder, { trusted: false });
      try {
        const paths = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
          .filter(path => /module\d+\.ts$/.test(path))
          .slice(0, 5_000)
          .map(path => join('src', path));
        const tracking = paths.find(path => readFileSync(join(folder, path), 'utf8').includes('posthog')) ?? '';
        const values: number[] = [];
        for (let round = 0; round < 4; round++) {
          const isThere = round % 2 === 0;
          for (const path of paths) {
            const text = readFileSync(join(folder, path), 'utf8');
            const changed = isThere ? text.replaceAll("capture('", "capture('Wrong ") : text.replaceAll("'Wrong ", "'");
            writeFileSync(join(folder, path), `${changed}\n// ${round}\n`);
          }
          const started = performance.now();
          void editor.send(DidChangeWatchedFilesNotification.method, {
            changes: paths.map(path => ({ uri: pathToFileURL(join(folder, path)).href, type: FileChangeType.Changed })),
          });
          const findings = await editor.findings(tracking);
          values.push(performance.now() - started);
          if (findings.includes('unknown-event') !== isThere) throw new Error('The change was not seen.');
        }
        return [{ what: 'from the notice of the changes to findings that know of all', values }];
      } finally {
        await editor.stop();
      }
    }),
};
