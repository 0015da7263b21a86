import { objectOf } from '../../base/event-words.ts';
import type { EventDefinition, PropertyDefinition, TrackingPlan } from '../plan.ts';
import type { Exporter } from './exporter.ts';
import { everything, eventsOf } from './losses.ts';
import { htmlPage, htmlText } from './html-page.ts';
import { typeText, valueText } from './type-text.ts';

/** One page without any other file, to search and to filter in a browser. */
export const htmlExport: Exporter = {
  id: 'html',
  title: 'a catalogue to search and filter, one HTML file',
  isFolder: false,
  carries: everything,
  write: plan => [{ path: 'tracking-plan.html', text: page(plan) }],
};

function page(plan: TrackingPlan): string {
  const events = eventsOf(plan).filter(({ status }) => status !== 'removed');
  const traits = (['identify', 'group'] as const).flatMap(kind => {
    const own = plan[kind];
    return own ? [section(kind === 'identify' ? 'Traits of users' : 'Traits of groups', own.properties)] : [];
  });
  const common = plan.common.size > 0 ? [section('Sent with every call', [...plan.common.values()])] : [];
  return htmlPage(
    plan.name,
    style,
    `<header>
<h1>${htmlText(plan.name)}</h1>
<form id="filters" role="search">
<input id="search" type="search" placeholder="Search events and properties" aria-label="Search events and properties" autofocus>
${select(
  'object',
  'Everything',
  events.map(({ name }) => objectOf(name)),
)}
${select(
  'owner',
  'Every owner',
  values(events, event => event.owner?.value),
)}
${select(
  'status',
  'Every status',
  values(events, event => event.status),
)}
${select(
  'kind',
  'Every kind',
  values(events, event => event.kind),
)}
${select(
  'source',
  'Every source',
  events.flatMap(event => event.sources?.map(source => source.value) ?? []),
)}
${select(
  'tag',
  'Every tag',
  events.flatMap(event => event.tags),
)}
</form>
<p id="count" aria-live="polite">${events.length} events</p>
</header>
<main>
${events.map(article).join('\n')}
<p id="none" hidden>Nothing matches.</p>
${[...traits, ...common, ...figures(plan)].join('\n')}
</main>
<script>${script}</script>`,
  );
}

/** What the events are for, as lists. */
function figures({ metrics, funnels }: TrackingPlan): readonly string[] {
  const lists = [
    [
      'Metrics',
      metrics.map(({ name, kind, description, events }) => [name, [kind, description], events, ', '] as const),
    ],
    ['Funnels', funnels.map(({ name, steps }) => [name, [], steps, ' → '] as const)],
  ] as const;
  return lists.flatMap(([title, items]) => {
    if (items.length === 0) return [];
    const listed = items.map(([name, said, events, joint]) => {
      const about = said.filter(part => part !== undefined).join(': ');
      return `<li><b>${htmlText(name)}</b> ${htmlText(about)}<br>${htmlText(events.map(({ value }) => value).join(joint))}</li>`;
    });
    return [`<section><h2>${title}</h2><ul>${listed.join('')}</ul></section>`];
  });
}

function values(
  events: readonly EventDefinition[],
  of: (event: EventDefinition) => string | undefined,
): readonly string[] {
  return events.flatMap(event => of(event) ?? []);
}

/** A choice between values; left out where there is nothing to choose. */
function select(id: string, all: string, found: readonly string[]): string {
  const options = [...new Set(found)].sort();
  if (options.length < 2) return '';
  const listed = options.map(option => `<option value="${htmlText(option)}">${htmlText(option)}</option>`).join('');
  return `<select id="${id}" aria-label="${all}"><option value="">${all}</option>${listed}</select>`;
}

function article(event: EventDefinition): string {
  const { name, kind, status, description, why, owner, sources = [], tags, replacedBy, properties = [] } = event;
  const words = [name, description?.value, why?.value, ...namesIn(properties)].join(' ').toLowerCase();
  const facts = [
    ...(kind === 'track' ? [] : [kind]),
    ...(status === 'active' ? [] : [status + (replacedBy ? `, replaced by ${replacedBy.value}` : '')]),
    ...(owner ? [owner.value] : []),
    ...sources.map(source => source.value),
    ...tags,
  ];
  const list = (items: readonly string[]): string => htmlText(JSON.stringify(items));
  return `<article data-words="${htmlText(words)}" data-owner="${htmlText(owner?.value ?? '')}" data-status="${status}" data-kind="${kind}" data-object="${htmlText(objectOf(name))}" data-source="${list(sources.map(source => source.value))}" data-tag="${list(tags)}">
<h2 id="${htmlText(`${kind}-${name}`.replace(/\s+/g, '-'))}">${htmlText(name)}</h2>
${description ? `<p>${htmlText(description.value)}</p>` : ''}${why ? `<p class="why">${htmlText(why.value)}</p>` : ''}
${facts.length > 0 ? `<p class="facts">${facts.map(fact => `<span>${htmlText(fact)}</span>`).join('')}</p>` : ''}
${table(properties)}
</article>`;
}

function section(title: string, properties: readonly PropertyDefinition[]): string {
  return `<section><h2>${title}</h2>${table(properties)}</section>`;
}

function table(properties: readonly PropertyDefinition[]): string {
  if (properties.length === 0) return '';
  const head =
    '<tr><th scope="col">Property</th><th scope="col">Type</th><th scope="col">Required</th><th scope="col">Description</th></tr>';
  return `<table><thead>${head}</thead><tbody>${rows(properties, '').join('')}</tbody></table>`;
}

function rows(properties: readonly PropertyDefinition[], outer: string): readonly string[] {
  return properties.flatMap(property => {
    const name = `${outer}${property.name}`;
    const said = [
      property.description ?? '',
      valueText(property),
      property.pii ? 'personal data' : '',
      property.deprecated ? 'deprecated' : '',
    ];
    const inner = property.properties ?? property.items?.properties ?? [];
    const cells = `<td><code>${htmlText(name)}</code></td><td>${htmlText(typeText(property))}</td><td>${property.required ? 'yes' : ''}</td><td>${htmlText(said.filter(Boolean).join(' · '))}</td>`;
    return [`<tr>${cells}</tr>`, ...rows(inner, property.properties ? `${name}.` : `${name}[].`)];
  });
}

function namesIn(properties: readonly PropertyDefinition[]): readonly string[] {
  return properties.flatMap(property => [
    property.name,
    property.description ?? '',
    ...namesIn(property.properties ?? property.items?.properties ?? []),
  ]);
}

const style = `
header { position: sticky; top: 0; padding: 1rem 0 .5rem; background: Canvas; border-bottom: 1px solid var(--line); }
form { display: flex; flex-wrap: wrap; gap: .5rem; }
input, select { font: inherit; padding: .375rem .625rem; border: 1px solid var(--line); border-radius: .375rem; background: Field; color: FieldText; }
input { flex: 1 1 18rem; }
#count { margin: .5rem 0 0; color: var(--soft); font-size: .875rem; }
article, section { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
article p { margin: .25rem 0; }
.why { font-style: italic; color: var(--soft); }
.facts span { display: inline-block; margin: .125rem .375rem .125rem 0; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8125rem; }
th:nth-child(1) { width: 28%; } th:nth-child(2) { width: 18%; } th:nth-child(3) { width: 10%; }
`;

const script = `
const search = document.querySelector('#search');
const filters = ['object', 'owner', 'status', 'kind', 'source', 'tag'].map(id => document.querySelector('#' + id)).filter(Boolean);
const articles = [...document.querySelectorAll('article')];
function has(article, { id, value }) {
  const said = article.dataset[id];
  return value === '' || (said.startsWith('[') ? JSON.parse(said).includes(value) : said === value);
}
function show() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const isWhole = words.length === 0 && filters.every(filter => filter.value === '');
  for (const section of document.querySelectorAll('section')) section.hidden = !isWhole;
  let count = 0;
  for (const article of articles) {
    const fits = words.every(word => article.dataset.words.includes(word)) && filters.every(filter => has(article, filter));
    article.hidden = !fits;
    if (fits) count++;
  }
  document.querySelector('#count').textContent = count === 1 ? '1 event' : count + ' events';
  document.querySelector('#none').hidden = count > 0;
}
document.querySelector('#filters').addEventListener('input', show);
document.querySelector('#filters').addEventListener('submit', event => event.preventDefault());
show();
`;
