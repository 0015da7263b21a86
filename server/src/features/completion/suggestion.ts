import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver';
import type { Range, TextEdit, Uri } from '../../base/text.ts';
import type { EventKind } from '../../plan/plan.ts';

/** What is offered at a place, the most useful first. */
export interface Answer {
  readonly suggestions: readonly Suggestion[];
  /** There is more than an editor can take: it asks again at the next character. */
  readonly isIncomplete?: boolean;
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

export function completionList({ suggestions, isIncomplete }: Answer): CompletionList {
  return { isIncomplete: isIncomplete ?? false, items: suggestions.map(toItem) };
}

function toItem(suggestion: Suggestion, index: number): CompletionItem {
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
    ...(suggestion.continues && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
    ...(data && { data }),
  };
}
