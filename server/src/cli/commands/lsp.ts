import type { RunCommand } from '../command.ts';

export const lsp: RunCommand = async (_input, terminal) => {
  await terminal.serve();
  return 0;
};
