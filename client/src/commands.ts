import { commands, l10n, Location, Position, Range, Uri, window } from 'vscode';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { showReferencesCommand } from '../../server/src/lsp/protocol.ts';
import { createPlan } from './create-plan.ts';
import { openConfig } from './open-config.ts';
import { openPlan } from './open-plan.ts';
import { showMenu } from './menu.ts';
import type { StatusItem } from './status-item.ts';

/** What the commands act on. */
export interface Surroundings {
  readonly output: LogOutputChannel;
  readonly status: StatusItem;
  readonly restart: () => Promise<void>;
  readonly client: BaseLanguageClient;
}

/** Everything in the command palette, and what lenses and views call. */
export function registerCommands(context: ExtensionContext, { output, status, restart, client }: Surroundings): void {
  const table: Record<string, (...args: never[]) => unknown> = {
    'tracklint.restart': restart,
    'tracklint.showOutput': () => {
      output.show();
    },
    'tracklint.showStatus': () => showMenu(status.status),
    'tracklint.openPlan': () => openPlan(status.status?.plans ?? []),
    'tracklint.createPlan': () => createPlan(client, context.extensionUri),
    'tracklint.openConfig': openConfig,
    'tracklint.openDocumentation': () =>
      commands.executeCommand('markdown.showPreview', Uri.joinPath(context.extensionUri, 'README.md')),
    'tracklint.openWalkthrough': () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    [showReferencesCommand]: showReferences,
  };
  for (const [id, run] of Object.entries(table)) context.subscriptions.push(commands.registerCommand(id, run));
}

/** The server speaks in the protocol's plain objects; the editor's own command wants its classes. */
async function showReferences(uri: string, position: PlainPosition, places: readonly PlainLocation[]): Promise<void> {
  const locations = places.map(place => new Location(Uri.parse(place.uri), rangeOf(place.range)));
  if (locations.length === 0) void window.showInformationMessage(l10n.t('No call in the code sends this event.'));
  else await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), positionOf(position), locations);
}

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

interface PlainLocation {
  readonly uri: string;
  readonly range: PlainRange;
}

function positionOf({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(positionOf(start), positionOf(end));
}
