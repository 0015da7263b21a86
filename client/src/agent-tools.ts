import { LanguageModelTextPart, LanguageModelToolResult, lm, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toolRequest, type ToolCall } from '../../server/src/lsp/protocol.ts';

/** The part of the manifest that names the tools; the server has them under the same names, without `tracklint_`. */
export interface AgentToolManifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

/** Lends the server's tools to the language models in the editor. */
export function registerAgentTools(client: BaseLanguageClient, { contributes }: AgentToolManifest): Disposable[] {
  return contributes.languageModelTools.map(({ name }) =>
    lm.registerTool<ToolCall['input']>(name, {
      invoke: async ({ input }, token) => {
        const call: ToolCall = { name: name.replace(/^tracklint_/, ''), input };
        const text: string = await client.sendRequest(toolRequest, call, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
}
