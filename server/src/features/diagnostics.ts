import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { amount } from '../base/amount.ts';
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
  const findings = shownFindings(snapshot, uri, editor.log).filter(({ bySchema }) => !(bySchema && isSaidElsewhere));
  if (findings.length <= mostShown) return findings.map(finding => toDiagnostic(finding, editor));
  const gravest = severitiesInOrder.flatMap(severity => findings.filter(finding => finding.severity === severity));
  const shown = new Set(gravest.slice(0, mostShown));
  const [first, ...others] = findings.filter(finding => !shown.has(finding));
  const left = first && {
    range: first.range,
    severity: DiagnosticSeverity.Information,
    source: 'tracklint',
    message: `${amount(others.length + 1, 'more finding')} not shown. \`tracklint check\` lists all.`,
  };
  const most = findings.filter(finding => shown.has(finding)).map(finding => toDiagnostic(finding, editor));
  return left ? [...most, left] : most;
}

/**
 * As many as VS Code shows of a file (`_maxDiagnosticsPerFile` in its `extHostDiagnostics.ts`): the gravest, and of equal ones
 * those that stand first. All those of a plan of ten thousand events that nobody sends yet would be sent anew with each key.
 */
const mostShown = 1_000;

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

const severitiesInOrder = ['error', 'warning', 'info'] as const;

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
