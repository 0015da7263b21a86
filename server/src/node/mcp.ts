import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Uri } from '../base/text.ts';
import { serveAgents } from '../mcp/server.ts';
import { nodeHost } from './host.ts';
import { version } from './version.ts';

/** Answers coding agents on standard input and output, until that is closed. */
export async function serveAgentsOnStdio(root: Uri): Promise<void> {
  const host = nodeHost(line => process.stderr.write(`${line}\n`));
  const transport = new StdioServerTransport();
  process.stdin.once('end', () => void transport.close());
  await serveAgents({ host, root, version, transport });
}
