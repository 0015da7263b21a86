import type {
  DidChangeNotebookDocumentParams,
  DidOpenNotebookDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Uri } from '../base/text.ts';
import { canonicalUri } from '../base/uri.ts';
import { cellFiles, type CellFile } from './notebook.ts';
import { endingOf, fileOf } from './unfiled.ts';

/**
 * The documents that the editor has open, with the text that it shows, and the files that they are to the engine. Most
 * are one file each; what was never saved counts as a file in the first folder, and the cells of a notebook are parts of one.
 */
export class OpenDocuments {
  readonly #documents = new Map<Uri, Opened>();
  readonly #notebooks = new Map<Uri, Notebook>();
  readonly #folders: () => readonly Uri[];

  constructor(folders: () => readonly Uri[]) {
    this.#folders = folders;
  }

  /** By canonical URI, as the editor names them. */
  get shown(): readonly Uri[] {
    return [...this.#documents.keys()];
  }

  /** As the engine names them. */
  get files(): readonly Uri[] {
    return [...new Set([...this.#documents.values()].map(({ file }) => file))];
  }

  /** Whether any of them has another name or other lines in the engine than in the editor. */
  get needTranslation(): boolean {
    for (const [uri, { file }] of this.#documents) if (uri !== file) return true;
    return false;
  }

  open(item: TextDocumentItem): FileText {
    const { file, document } = this.#add(item, fileOf(item.uri, endingOf(item.languageId), this.#folders()));
    return { file, text: document.getText() };
  }

  /** The new text; undefined where the document is not open, so that there is nothing to apply the changes to. */
  change(uri: Uri, version: number, changes: TextDocumentContentChangeEvent[]): FileText | undefined {
    const opened = this.#documents.get(canonicalUri(uri));
    if (!opened) return undefined;
    return { file: opened.file, text: TextDocument.update(opened.document, changes, version).getText() };
  }

  close(uri: Uri): FileText {
    const opened = this.#documents.get(canonicalUri(uri));
    this.#documents.delete(canonicalUri(uri));
    return { file: opened?.file ?? canonicalUri(uri), text: undefined };
  }

  openNotebook({ notebookDocument: { uri, cells }, cellTextDocuments }: DidOpenNotebookDocumentParams): FileText[] {
    this.#notebooks.set(uri, { order: cells.map(({ document }) => document), files: [], version: 0 });
    for (const item of cellTextDocuments) this.#add(item, uri);
    return this.#joined(uri);
  }

  changeNotebook({ notebookDocument: { uri }, change: { cells } }: DidChangeNotebookDocumentParams): FileText[] {
    const notebook = this.#notebooks.get(uri);
    if (!notebook || !cells) return [];
    if (cells.structure) {
      const { array, didOpen = [], didClose = [] } = cells.structure;
      const added = (array.cells ?? []).map(({ document }) => document);
      notebook.order = notebook.order.toSpliced(array.start, array.deleteCount, ...added);
      for (const item of didOpen) this.#add(item, uri);
      for (const { uri } of didClose) this.#documents.delete(canonicalUri(uri));
    }
    for (const { document, changes } of cells.textContent ?? []) this.change(document.uri, document.version, changes);
    return this.#joined(uri);
  }

  /** Tells which of the cells are gone with it. */
  closeNotebook(uri: Uri): { readonly cells: readonly Uri[]; readonly texts: readonly FileText[] } {
    const { order: cells = [], files = [] } = this.#notebooks.get(uri) ?? {};
    this.#notebooks.delete(uri);
    for (const cell of cells) this.#documents.delete(canonicalUri(cell));
    return { cells, texts: files.map(({ uri }) => ({ file: uri, text: undefined })) };
  }

  /** Where a document stands in the engine; one that is not open counts as the file of its name. */
  placeOf(uri: Uri): Place {
    const shown = canonicalUri(uri);
    const opened = this.#documents.get(shown);
    const file = opened?.file ?? shown;
    const cell = this.#cellFile(file)?.cells.find(cell => canonicalUri(cell.uri) === shown);
    return { uri: opened?.uri ?? uri, file, line: cell?.line ?? 0, end: cell?.end ?? Infinity };
  }

  /** What the editor shows for a line of a file. */
  shownAt(file: Uri, line: number): Place {
    const joined = this.#cellFile(file);
    const cell = joined?.cells.find(({ end }) => line < end) ?? joined?.cells.at(-1);
    if (cell) return { ...cell, file };
    const own = this.#documents.get(file);
    const opened = own?.file === file ? own : [...this.#documents.values()].find(each => each.file === file);
    return { uri: opened?.uri ?? file, file, line: 0, end: Infinity };
  }

  /** The documents that a file is made of, by canonical URI. */
  shownOf(file: Uri): readonly Uri[] {
    return [...this.#documents].filter(([, opened]) => opened.file === file).map(([uri]) => uri);
  }

  /** The version that the editor last sent of a document; null for one that it has not opened. */
  shownVersion(uri: Uri): number | null {
    return this.#documents.get(canonicalUri(uri))?.document.version ?? null;
  }

  /** The version of a file's text, whatever it is made of; null where it is not open. */
  version(file: Uri): number | null {
    const joined = this.#notebookOf(file);
    return joined ? joined.version : this.shownVersion(this.shownAt(file, 0).uri);
  }

  text(file: Uri): string | undefined {
    return (
      this.#cellFile(file)?.text ?? this.#documents.get(canonicalUri(this.shownAt(file, 0).uri))?.document.getText()
    );
  }

  #add({ uri, languageId, version, text }: TextDocumentItem, file: Uri): Opened {
    const opened = { uri, file, document: TextDocument.create(uri, languageId, version, text) };
    this.#documents.set(canonicalUri(uri), opened);
    return opened;
  }

  /** Joins the cells anew, and tells what has become of the files. */
  #joined(uri: Uri): FileText[] {
    const notebook = this.#notebooks.get(uri);
    if (!notebook) return [];
    const before = notebook.files;
    const documents = notebook.order.flatMap(cell => this.#documents.get(canonicalUri(cell)) ?? []);
    notebook.files = cellFiles(
      fileOf(uri, '', this.#folders()),
      documents.map(({ uri, document }) => ({ uri, language: document.languageId, text: document.getText() })),
    );
    notebook.version++;
    for (const file of notebook.files)
      for (const { uri: cell } of file.cells) {
        const opened = this.#documents.get(canonicalUri(cell));
        if (opened) this.#documents.set(canonicalUri(cell), { ...opened, file: file.uri });
      }
    const gone = before.filter(old => !notebook.files.some(({ uri }) => uri === old.uri));
    return [
      ...gone.map(({ uri }) => ({ file: uri, text: undefined })),
      ...notebook.files.map(({ uri, text }) => ({ file: uri, text })),
    ];
  }

  #notebookOf(file: Uri): Notebook | undefined {
    for (const notebook of this.#notebooks.values())
      if (notebook.files.some(({ uri }) => uri === file)) return notebook;
    return undefined;
  }

  #cellFile(file: Uri): CellFile | undefined {
    return this.#notebookOf(file)?.files.find(({ uri }) => uri === file);
  }
}

/** What a file of the engine holds now; without a text, what is on disk counts again. */
export interface FileText {
  readonly file: Uri;
  readonly text: string | undefined;
}

/** A document as the editor spells it, and the lines of a file that it is: from `line` up to and without `end`. */
export interface Place {
  readonly uri: Uri;
  readonly file: Uri;
  readonly line: number;
  readonly end: number;
}

interface Opened {
  readonly uri: Uri;
  readonly file: Uri;
  readonly document: TextDocument;
}

interface Notebook {
  /** The URIs of its code cells. */
  order: readonly Uri[];
  files: readonly CellFile[];
  /** Counts changes. */
  version: number;
}
