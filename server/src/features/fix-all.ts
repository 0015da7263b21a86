import { CodeActionKind } from 'vscode-languageserver';
import { comparePositions, isSameRange, type Range, type TextEdit, type Uri } from '../base/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Action } from './action.ts';
import { findingsOf } from './findings.ts';

/** Kind of the action that applies every safe fix of a file, for `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.tracklint`;

/** Every safe fix of a file that changes nothing but the file. Of fixes that touch each other the first is applied. */
export function fixAll(snapshot: Snapshot, uri: Uri): readonly Action[] {
  const edits: TextEdit[] = [];
  for (const { fixes } of findingsOf(snapshot, uri)) {
    const fix = fixes?.().find(fix => fix.safe && fix.edits.every(edit => edit.uri === uri));
    const added = fix?.edits.filter(edit => !edits.some(other => isSame(edit, other))) ?? [];
    if (!added.some(edit => edits.some(other => overlap(edit.range, other.range)))) edits.push(...added);
  }
  if (edits.length === 0) return [];
  return [{ title: 'Fix all Tracklint problems that have a safe fix', kind: fixAllKind, edits: () => edits }];
}

/** Several findings may be repaired by one edit, as where a constant holds a wrong name. */
function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.newText === b.newText && isSameRange(a.range, b.range);
}

/** Whether two edits share a character, or both insert at one place: then their order would matter. */
function overlap(a: Range, b: Range): boolean {
  if (comparePositions(a.start, b.start) === 0) return true;
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}
