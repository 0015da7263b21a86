import type { CoverageOutput } from './coverage-output.ts';
import { printable, type Style } from './style.ts';
import { amount } from '../base/amount.ts';

type PlanCoverage = CoverageOutput['plans'][number];
type Share = PlanCoverage['total'];

/** For a person at a terminal. */
export function coverageAsText({ plans }: CoverageOutput, style: Style): string {
  return plans.map(plan => planText(plan, plans.length > 1, style)).join('\n');
}

function planText(plan: PlanCoverage, isNamed: boolean, style: Style): string {
  const sections = [
    ...(isNamed ? [style.bold(printable(plan.plan === '' ? '.' : plan.plan))] : []),
    style.bold(summaryOf(plan)),
    ...sharesText('By owner', plan.owners, style),
    ...sharesText('By source', plan.sources, style),
    ...sharesText('By object', plan.objects, style),
    ...listText('Planned, and never sent', plan.neverSent.map(named), style),
    ...listText(
      'Sent, and not planned',
      plan.notPlanned.map(
        event =>
          `${named(event)}  ${style.dim(event.calls.map(({ file, line }) => `${printable(file)}:${line}`).join(', '))}`,
      ),
      style,
    ),
    ...listText(
      'Required, and sent by no call',
      plan.neverSentProperties.map(({ event, property }) => printable(`${event}: ${property}`)),
      style,
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function sharesText(title: string, shares: readonly Share[], style: Style): readonly string[] {
  if (shares.length < 2) return [];
  const width = Math.max(...shares.map(({ name }) => printable(name).length));
  const lines = shares.map(
    share =>
      `  ${percent(share).padStart(5)}  ${printable(share.name).padEnd(width)}  ${style.dim(`${share.sent} of ${share.events}`)}`,
  );
  return [[style.bold(title), ...lines].join('\n')];
}

function listText(title: string, items: readonly string[], style: Style): readonly string[] {
  return items.length === 0 ? [] : [[style.bold(title), ...items.map(item => `  ${item}`)].join('\n')];
}

function named({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return printable(kind === 'track' ? name : `${kind} ${name}`);
}

/** For a pull request or a wiki. */
export function coverageAsMarkdown({ plans }: CoverageOutput): string {
  return plans
    .map(plan =>
      [
        `## Coverage${plan.plan === '' ? '' : ` of ${code(plan.plan)}`}`,
        summaryOf(plan),
        ...sharesTable('Owner', plan.owners),
        ...sharesTable('Source', plan.sources),
        ...sharesTable('Object', plan.objects),
        ...listMarkdown(
          'Planned, and never sent',
          plan.neverSent.map(({ name }) => code(name)),
        ),
        ...listMarkdown(
          'Sent, and not planned',
          plan.notPlanned.map(
            ({ name, calls }) => `${code(name)}: ${calls.map(({ file, line }) => code(`${file}:${line}`)).join(', ')}`,
          ),
        ),
        ...listMarkdown(
          'Required, and sent by no call',
          plan.neverSentProperties.map(({ event, property }) => `${code(property)} of ${code(event)}`),
        ),
      ].join('\n\n'),
    )
    .join('\n\n')
    .concat('\n');
}

function sharesTable(title: string, shares: readonly Share[]): readonly string[] {
  if (shares.length < 2) return [];
  const rows = shares.map(
    share => `| ${share.name.replaceAll('|', '\\|')} | ${share.sent} of ${share.events} | ${percent(share)} |`,
  );
  return [[`| ${title} | sent | weighted |`, '| --- | --- | --- |', ...rows].join('\n')];
}

function listMarkdown(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${title}`, items.map(item => `- ${item}`).join('\n')];
}

function code(text: string): string {
  return `\`${text.replace(/[`\r\n]/g, ' ')}\``;
}

/** What there is to say of the whole plan. */
export function summaryOf(plan: PlanCoverage): string {
  return sentence(plan.total) + rest(plan);
}

function sentence(total: Share): string {
  if (total.events === 0) return 'The plan has no active event that the code is expected to send.';
  const weighted = total.weight === total.events ? '' : `, ${percent(total)} by weight`;
  return `${total.sent} of ${amount(total.events, 'active event')} sent (${Math.floor((100 * total.sent) / total.events)} %)${weighted}.`;
}

function rest({ external, dynamicCalls }: PlanCoverage): string {
  return [
    ...(external > 0 ? [` ${amount(external, 'event')} of external sources left out.`] : []),
    ...(dynamicCalls > 0 ? [` The event of ${amount(dynamicCalls, 'call')} is known only at run time.`] : []),
  ].join('');
}

/** By weight, rounded down so that 100 % means all. */
export function percent({ sentWeight, weight }: Share): string {
  return `${weight === 0 ? 100 : Math.floor((100 * sentWeight) / weight)} %`;
}
