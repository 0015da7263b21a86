import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { Host } from '../base/host.ts';
import type { Uri } from '../base/text.ts';
import { agentTools } from '../features/agent/index.ts';
import type { ToolInput } from '../features/agent/tool.ts';
import { rules } from '../rules/index.ts';
import { Workspace } from '../workspace/workspace.ts';

export interface AgentSurroundings {
  readonly host: Host;
  /** The folder that is read as a whole. Ends in `/`. */
  readonly root: Uri;
  readonly version: string;
  readonly transport: Transport;
}

/** Answers coding agents until the transport is closed. */
export async function serveAgents({ host, root, version, transport }: AgentSurroundings): Promise<void> {
  const workspace = new Workspace(host, { ruleIds: rules.map(rule => rule.id) });
  workspace.setFolders([root]);
  const { server } = new McpServer({ name: 'tracklint', version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: agentTools.map(({ name, title, description, input }) => ({
      name,
      title,
      description,
      inputSchema: input as { type: 'object' },
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  // One after the other: each reads the files anew, since whoever asks has most likely just written some.
  let previous: Promise<unknown> = Promise.resolve();
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given = {} } }) => {
    const answer = previous.then(() => run(name, given));
    previous = answer;
    return answer;
  });
  const closed = new Promise<void>(resolve => {
    server.onclose = resolve;
  });
  await server.connect(transport);
  await closed;

  async function run(name: string, input: ToolInput) {
    const tool = agentTools.find(each => each.name === name);
    if (!tool) return failure(`There is no tool "${name}".`);
    try {
      await workspace.load();
      return { content: [{ type: 'text' as const, text: await tool.run({ workspace, root, openText }, input) }] };
    } catch (error) {
      host.log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return failure(`${name} failed; the log says why.`);
    }
  }
}

const instructions =
  'Knows the tracking plan of this project and every analytics call in its code. Ask find_events before writing a tracking call, and check_code after it.';

/** Files on disk are all there is. */
function openText(): undefined {
  return undefined;
}

function failure(text: string) {
  return { isError: true, content: [{ type: 'text' as const, text }] };
}
