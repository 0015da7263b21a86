import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../base/finding.ts';
import type { Uri } from '../base/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { isSchemaElsewhere, type Editor } from './editor.ts';
import { shownFindings } from './findings.ts';

/** The findings of one file, or `unchanged` where the editor already has them. */
export function diagnostics(
  snapshot: Snapshot,
  { textDocument, previousResultId }: Pick<DocumentDiagnosticParams, 'textDocument' | 'previousResultId'>,
  editor: Editor,
): DocumentDiagnosticReport {
  const items = diagnosticsOf(snapshot, textDocument.uri, editor);
  const resultId = resultIdOf(items);
  return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

export function diagnosticsOf(snapshot: Snapshot, uri: Uri, editor: Editor): Diagnostic[] {
  const isSaidElsewhere = isSchemaElsewhere(snapshot, uri, editor);
  return shownFindings(snapshot, uri, editor.log)
    .filter(({ bySchema }) => !(bySchema && isSaidElsewhere))
    .map(finding => toDiagnostic(finding, editor));
}

export function toDiagnostic({ rule, severity, range, message, tags, related }: Finding, editor: Editor): Diagnostic {
  const href = editor.rulePage(rule);
  return {
    range,
    severity: severities[severity],
    code: rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'tracklint',
    message,
    ...(tags && { tags: tags.map(tag => tagNumbers[tag]) }),
    ...(related && {
      relatedInformation: related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

const tagNumbers = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;

/** The same diagnostics have the same id, so that no answer needs to be remembered. */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  return digest(JSON.stringify(diagnostics));
}

/** 53 bits that differ when the text does (cyrb53). */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
