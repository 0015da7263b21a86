import { commands, Disposable, l10n, Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import type { PlanBranch, PlanTree, PlanTreeEvent } from '../../server/src/lsp/protocol.ts';
import { groupsOf, shareOf, type Grouping, type PlainPlace } from './plan-view/plan-nodes.ts';
import type { PlanView } from './plan-view/plan-view.ts';

/** The command that shows how much of the plans the code sends, as a page that stays open and is made anew on demand. */
export function registerCoverageReport(plans: PlanView): Disposable[] {
  let panel: WebviewPanel | undefined;
  const show = async () => {
    const tree = await plans.read();
    if (!panel) {
      panel = window.createWebviewPanel('tracklint.coverage', l10n.t('Tracking Coverage'), ViewColumn.Active, {
        // The page runs no script; its links are commands.
        enableCommandUris: ['tracklint.openPlace', 'tracklint.showCoverage'],
        enableFindWidget: true,
      });
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.webview.html = pageOf(tree);
    panel.reveal();
  };
  return [
    commands.registerCommand('tracklint.showCoverage', show),
    new Disposable(() => {
      panel?.dispose();
    }),
  ];
}

function pageOf({ isComplete, plans }: PlanTree): string {
  const style = `
    body { max-width: 60rem; padding: 0 1.5rem 2rem; }
    table { border-collapse: collapse; width: 100%; }
    td { padding: 0.15rem 1rem 0.15rem 0; }
    td:last-child { width: 100%; }
    .bar { background: var(--vscode-editorWidget-background); border: 1px solid var(--vscode-contrastBorder, transparent); height: 0.7rem; min-width: 8rem; }
    .bar div { background: var(--vscode-charts-green); height: 100%; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .name { white-space: nowrap; }
    .dim { color: var(--vscode-descriptionForeground); }
    li { padding: 0.1rem 0; }`;
  return `<!DOCTYPE html>
<html lang="${l10n.t('en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(l10n.t('Tracking Coverage'))}</title>
<style>${style}</style>
</head>
<body>
${isComplete ? '' : `<p>${escape(l10n.t('Still reading the workspace.'))}</p>`}
${plans.map(planOf).join('\n')}
<p>${link('tracklint.showCoverage', undefined, l10n.t('Count again'))}</p>
</body>
</html>`;
}

function planOf(plan: PlanBranch): string {
  const expected = plan.events.filter(({ isExpected }) => isExpected);
  const unsent = expected.filter(({ calls }) => calls === 0);
  const { sent } = shareOf(expected);
  const external = plan.events.filter(({ isExpected, status }) => !isExpected && status === 'active');
  const lacking = expected.filter(event => event.unsent.length > 0);
  return `<h1>${escape(plan.name)}</h1>
<p>${escape(l10n.t('{0} of {1} events that this code should send are sent ({2} %).', sent, expected.length, percent(sent, expected.length)))}</p>
${groupTable(l10n.t('By owner'), expected, 'owner')}
${groupTable(l10n.t('By source'), expected, 'source')}
${groupTable(l10n.t('By object'), expected, 'object')}
${list(
  l10n.t('In the plan, and never sent'),
  unsent.map(event => link('tracklint.openPlace', event.location, event.name)),
)}
${list(
  l10n.t('Sent, and not in the plan'),
  plan.unplanned.map(
    ({ name, calls }) => `${escape(name)} <span class="dim">${calls.map(placeLink).join(', ')}</span>`,
  ),
)}
${list(
  l10n.t('Required, and sent by no call'),
  lacking.map(
    event => `${link('tracklint.openPlace', event.location, event.name)}: ${escape(event.unsent.join(', '))}`,
  ),
)}
${list(l10n.t('Names made at run time'), plan.dynamic.map(placeLink))}
${list(
  l10n.t('Sent by external sources, not by this code'),
  external.map(
    event =>
      `${link('tracklint.openPlace', event.location, event.name)} <span class="dim">${escape(event.sources.join(', '))}</span>`,
  ),
)}`;
}

function groupTable(title: string, events: readonly PlanTreeEvent[], by: Grouping): string {
  const names = [...new Set(events.flatMap(event => groupsOf(event, by)))].sort();
  if (names.length === 0) return '';
  const rows = names.map(name => {
    const { sent, expected } = shareOf(events.filter(event => groupsOf(event, by).includes(name)));
    const share = percent(sent, expected);
    const bar = `<div class="bar" role="img" aria-label="${share} %"><div style="width: ${share}%"></div></div>`;
    return `<tr><td class="name">${escape(name)}</td><td class="number">${sent} / ${expected}</td><td class="number">${share} %</td><td>${bar}</td></tr>`;
  });
  return `<h2>${escape(title)}</h2>\n<table>${rows.join('\n')}</table>`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<h2>${escape(title)} (${items.length})</h2>\n<ul>${items.map(item => `<li>${item}</li>`).join('\n')}</ul>`;
}

function placeLink(place: PlainPlace): string {
  const path = workspace.asRelativePath(Uri.parse(place.uri));
  return link('tracklint.openPlace', place, `${path}:${place.range.start.line + 1}`);
}

function link(command: string, argument: unknown, text: string): string {
  const query = argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify([argument]))}`;
  return `<a href="command:${command}${query.replaceAll("'", '%27')}">${escape(text)}</a>`;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
