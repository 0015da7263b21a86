import { amount } from '../base/amount.ts';
import { groupBy } from '../base/group-by.ts';
import type { Counts, Report } from './report.ts';
import type { TypesUsed } from './type-source.ts';

/** `3 errors and 2 warnings in 4 files. 2 can be fixed with --fix.` */
export function verdict({ findings, counts }: Report): string {
  const parts = [
    ...(counts.errors > 0 ? [amount(counts.errors, 'error')] : []),
    ...(counts.warnings > 0 ? [amount(counts.warnings, 'warning')] : []),
    ...(counts.infos > 0 ? [`${counts.infos} for information`] : []),
  ];
  const sentences = [
    parts.length === 0
      ? 'No findings.'
      : `${enumerate(parts)} in ${amount(new Set(findings.map(each => each.uri)).size, 'file')}.`,
  ];
  if (counts.fixable > 0) sentences.push(`${counts.fixable} can be fixed with --fix.`);
  if (counts.known > 0) sentences.push(`${counts.known} more ${counts.known === 1 ? 'is' : 'are'} in the baseline.`);
  return sentences.join(' ');
}

export function checkedLine({ files, calls, events }: Counts): string {
  return `Checked ${amount(calls, 'call')} in ${amount(files, 'file')} against ${amount(events, 'planned event')}.`;
}

/** Empty where all was checked. */
export function notCheckedLine({ notChecked }: Counts): string {
  const { dynamicCalls, unplannedCalls, brokenFiles, skippedFiles } = notChecked;
  const parts: string[] = [];
  if (dynamicCalls > 0) parts.push(`the event of ${amount(dynamicCalls, 'call')}, known only at run time`);
  if (unplannedCalls > 0) parts.push(`${amount(unplannedCalls, 'call')} in files that no plan covers`);
  if (brokenFiles.length > 0) parts.push(`parts of ${amount(brokenFiles.length, 'file')} with errors of syntax`);
  for (const [why, files] of groupBy(skippedFiles, each => each.why))
    parts.push(`${amount(files.length, 'file')} skipped as ${why === 'large' ? 'too large' : why}`);
  return parts.length === 0 ? '' : `Not checked: ${enumerate(parts)}.`;
}

/** Empty where the types of all values were asked for. */
export function typesLine({ why }: TypesUsed): string {
  return why === null ? '' : `Types are known as far as declarations tell them. ${why}`;
}

function enumerate(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
