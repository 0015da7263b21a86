import type { RunCommand } from '../command.ts';
import { findScope } from '../scope.ts';

export const mcp: RunCommand = async (input, terminal) => {
  await terminal.serveAgents(findScope(input.operands, terminal).root);
  return 0;
};
