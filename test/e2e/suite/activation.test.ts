import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('activation', () => {
  it('starts on its own where there is a plan', async () => {
    const extension = extensions.getExtension('tracklint.tracklint');
    assert.ok(extension);
    await extension.activate();
  });

  it('carries out every command that the manifest names', async () => {
    const manifest = extensions.getExtension('tracklint.tracklint')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = await commands.getCommands(true);
    for (const { command } of manifest.contributes.commands) assert.ok(known.includes(command), command);
  });
});
