import { Range, ThemeColor, window, workspace, type Disposable, type TextEditor } from 'vscode';
import { SemanticTokensRequest, type BaseLanguageClient, type SemanticTokensMiddleware } from 'vscode-languageclient';
import { treeChangedNotification } from '../../server/src/lsp/protocol.ts';
import { isPlanLanguage } from './documents.ts';

/**
 * Colours the names of events in code. The server gives them as semantic tokens; here they become decorations, since the
 * editor takes the tokens of one extension for a document only, and those of the language's own are worth more.
 */
export class EventNames implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #decoration = window.createTextEditorDecorationType({ color: new ThemeColor('tracklint.eventForeground') });
  readonly #disposables: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const soon = () => {
      this.#colourSoon();
    };
    this.#disposables = [
      client.onNotification(treeChangedNotification, soon),
      window.onDidChangeVisibleTextEditors(soon),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('tracklint.eventNames')) soon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of [...this.#disposables, this.#decoration]) each.dispose();
  }

  #colourSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const editor of window.visibleTextEditors) void this.#colour(editor);
    }, 100);
  }

  async #colour(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (isPlanLanguage(document.languageId) || !this.#client.isRunning()) return;
    const isOn = workspace.getConfiguration('tracklint', document).get<boolean>('eventNames.highlight', true);
    const { version } = document;
    const tokens = isOn ? await this.#tokens(editor) : [];
    // Tokens of an older text would stand in wrong places; the next notification asks again.
    if (document.version === version) editor.setDecorations(this.#decoration, rangesOf(tokens));
  }

  async #tokens({ document }: TextEditor): Promise<readonly number[]> {
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const tokens = await this.#client.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    return tokens?.data ?? [];
  }
}

/** Tokens of plans, which have no others, are the editor's own affair; those of code are decorations. */
export const provideSemanticTokens: NonNullable<SemanticTokensMiddleware['provideDocumentSemanticTokens']> = (
  document,
  token,
  next,
) => (isPlanLanguage(document.languageId) ? next(document, token) : undefined);

/** Five numbers each: lines down, characters along, length, kind, modifiers. */
function rangesOf(data: readonly number[]): Range[] {
  let line = 0;
  let character = 0;
  const ranges: Range[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0] = data.slice(at, at + 3);
    character = down > 0 ? along : character + along;
    line += down;
    ranges.push(new Range(line, character, line, character + length));
  }
  return ranges;
}
