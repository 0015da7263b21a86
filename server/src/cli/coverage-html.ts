import { htmlPage, htmlText } from '../plan/export/html-page.ts';
import type { CoverageOutput } from './coverage-output.ts';
import { percent, summaryOf } from './coverage-text.ts';

type PlanCoverage = CoverageOutput['plans'][number];
type Share = PlanCoverage['total'];

/** For a browser: one page without any other file. */
export function coverageAsHtml({ plans }: CoverageOutput): string {
  return htmlPage('Coverage of the tracking plan', style, plans.map(planHtml).join('\n'));
}

function planHtml(plan: PlanCoverage): string {
  const title = plan.plan === '' ? 'Coverage' : `Coverage of ${plan.plan}`;
  return `<main>
<h1>${htmlText(title)}</h1>
<p>${htmlText(summaryOf(plan))}</p>
${bar(plan.total)}
${[
  sharesHtml('By owner', plan.owners),
  sharesHtml('By source', plan.sources),
  sharesHtml('By object', plan.objects),
  listHtml(
    'Planned, and never sent',
    plan.neverSent.map(event => code(named(event))),
  ),
  listHtml(
    'Sent, and not planned',
    plan.notPlanned.map(event => {
      const places = event.calls.map(({ file, line }) => htmlText(`${file}:${line}`)).join(', ');
      return `${code(named(event))} <span class="soft">${places}</span>`;
    }),
  ),
  listHtml(
    'Required, and sent by no call',
    plan.neverSentProperties.map(({ event, property }) => `${code(property)} of ${code(event)}`),
  ),
].join('')}</main>`;
}

function sharesHtml(title: string, shares: readonly Share[]): string {
  if (shares.length < 2) return '';
  const rows = shares.map(
    share =>
      `<tr><td>${htmlText(share.name)}</td><td>${bar(share)}</td><td>${percent(share)}</td><td>${share.sent} of ${share.events}</td></tr>`,
  );
  return `<section><h2>${title}</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

function bar(share: Share): string {
  return `<meter min="0" max="${share.weight || 1}" value="${share.weight === 0 ? 1 : share.sentWeight}">${percent(share)}</meter>`;
}

function listHtml(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const listed = items.map(item => `<li>${item}</li>`).join('');
  return `<section><h2>${title} <span class="soft">${items.length}</span></h2><ul>${listed}</ul></section>`;
}

function named({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return kind === 'track' ? name : `${kind} ${name}`;
}

function code(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}

const style = `
main { padding-top: 1.5rem; }
section { padding: 1.25rem 0 0; }
meter { width: 100%; height: 1rem; }
td:nth-child(1) { width: 35%; } td:nth-child(3), td:nth-child(4) { width: 12%; }
td { vertical-align: middle; }
.soft { color: var(--soft); font-weight: 400; }
`;
