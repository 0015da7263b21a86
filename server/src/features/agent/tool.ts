import type { Uri } from '../../base/text.ts';
import { relativePath } from '../../base/uri.ts';
import type { JsonSchema } from '../../plan/json-schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A question that a coding agent can ask about plan and code. The answer is Markdown. */
export interface AgentTool {
  readonly name: string;
  readonly title: string;
  /** For the agent: what it answers, and when to ask it. */
  readonly description: string;
  readonly input: JsonSchema & { readonly properties: Readonly<Record<string, JsonSchema>> };
  /** Agents may send anything: what is missing or of another type is answered in words. */
  run(desk: AgentDesk, input: ToolInput): string | Promise<string>;
}

/** What a tool works on. */
export interface AgentDesk {
  readonly workspace: Workspace;
  /** The folder that paths are relative to. Ends in `/`. */
  readonly root: Uri;
  /** The text of a document that an editor has open. */
  openText(uri: Uri): string | undefined;
}

export type ToolInput = Readonly<Record<string, unknown>>;

export function textIn(input: ToolInput, key: string): string | undefined {
  const value = input[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** `src/checkout.ts:12`, as agents name places. */
export function placeText({ root }: AgentDesk, uri: Uri, line: number): string {
  return `${relativePath(root, uri)}:${line + 1}`;
}
