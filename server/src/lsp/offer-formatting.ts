import { DocumentFormattingRequest, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { Editor } from '../features/editor.ts';

/**
 * Offers to format plans and configs by the names that they have without any configuration. For those alone: an editor
 * with two formatters for a file asks which to take, and code has its own. So does YAML where another extension is at work.
 */
export function offerFormatting(
  connection: Connection,
  { capabilities }: InitializeParams,
  { schemaElsewhere }: Editor,
): void {
  if (!capabilities.textDocument?.formatting?.dynamicRegistration || schemaElsewhere.has('yaml')) return;
  const documentSelector = patterns.map(pattern => ({ pattern }));
  connection.client.register(DocumentFormattingRequest.type, { documentSelector }).catch(() => undefined);
}

const patterns = [
  '**/tracking-plan.{yaml,yml}',
  '**/{tracking-plan,.tracking-plan}/**/*.{yaml,yml}',
  '**/.tracklint.{yaml,yml}',
];
