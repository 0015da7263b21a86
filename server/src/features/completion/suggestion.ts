import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import type { Range, TextEdit, Uri } from '../../base/text.ts';
import type { EventKind } from '../../plan/plan.ts';
import type { Editor } from '../editor.ts';

/** What is offered at a place, the most useful first. */
export interface Answer {
  readonly suggestions: readonly Suggestion[];
  /** There is more than an editor can take: it asks again at the next character. */
  readonly isIncomplete?: boolean;
  /** The place takes one of few values, which are listed. */
  readonly isOfValues?: boolean;
}

/** Something to be offered, before it is written in the protocol's words. */
export interface Suggestion {
  readonly label: string;
  readonly kind: keyof typeof CompletionItemKind;
  /** In a few words, beside the label. */
  readonly detail?: string;
  /** Markdown; long ones are left to `data`. */
  readonly documentation?: string;
  readonly deprecated?: boolean;
  /** What the text of the range is compared with; the label where nothing is said. */
  readonly filter?: string;
  readonly range: Range;
  readonly newText: string;
  readonly isSnippet?: boolean;
  /** Edits elsewhere in the same file, such as a comma that is missing before it. */
  readonly also?: readonly TextEdit[];
  /** Asks for completion again once it is inserted. */
  readonly continues?: boolean;
  readonly data?: SuggestionData;
}

/** Enough to write the documentation when the item is looked at. */
export interface SuggestionData {
  readonly root: Uri;
  readonly kind: EventKind;
  readonly event: string;
}

export function completionList({ suggestions, isIncomplete }: Answer, editor: Editor): CompletionList {
  // Editors take no completion of several lines, as in a template that is not closed.
  const fitting = suggestions.filter(({ range: { start, end } }) => start.line === end.line);
  return { isIncomplete: isIncomplete ?? false, items: fitting.map((each, index) => toItem(each, index, editor)) };
}

function toItem(suggestion: Suggestion, index: number, { suggestAgain }: Editor): CompletionItem {
  const { label, kind, detail, documentation, deprecated, filter, range, newText, also, data } = suggestion;
  return {
    label,
    kind: CompletionItemKind[kind],
    sortText: String(index).padStart(4, '0'),
    filterText: filter ?? label,
    textEdit: { range, newText },
    insertTextFormat: suggestion.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(also && also.length > 0 && { additionalTextEdits: also.map(({ range, newText }) => ({ range, newText })) }),
    ...(suggestion.continues && suggestAgain !== undefined && { command: { title: 'Suggest', command: suggestAgain } }),
    ...(data && { data }),
  };
}
