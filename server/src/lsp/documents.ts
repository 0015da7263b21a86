import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../base/text.ts';
import { canonicalUri } from '../base/uri.ts';

/** The documents that the editor has open, with the text that it shows. */
export class OpenDocuments {
  readonly #documents = new Map<Uri, Opened>();

  /** By canonical URI. */
  get uris(): readonly Uri[] {
    return [...this.#documents.keys()];
  }

  open(uri: Uri, language: string, version: number, text: string): Opened {
    const opened = { uri, document: TextDocument.create(uri, language, version, text) };
    this.#documents.set(canonicalUri(uri), opened);
    return opened;
  }

  /** The new text; undefined where the document is not open, so that there is nothing to apply the changes to. */
  change(uri: Uri, version: number, changes: TextDocumentContentChangeEvent[]): string | undefined {
    const opened = this.#documents.get(canonicalUri(uri));
    if (!opened) return undefined;
    return TextDocument.update(opened.document, changes, version).getText();
  }

  close(uri: Uri): void {
    this.#documents.delete(canonicalUri(uri));
  }

  /** The version that the editor last sent; null for a file that it has not opened. */
  version(uri: Uri): number | null {
    return this.#documents.get(uri)?.document.version ?? null;
  }

  text(uri: Uri): string | undefined {
    return this.#documents.get(uri)?.document.getText();
  }

  /** The URI as the editor spells it. */
  spelling(uri: Uri): Uri {
    return this.#documents.get(uri)?.uri ?? uri;
  }
}

interface Opened {
  readonly uri: Uri;
  readonly document: TextDocument;
}
