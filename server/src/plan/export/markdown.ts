import type { EventDefinition, PropertyDefinition } from '../plan.ts';
import type { Exporter } from './exporter.ts';
import { everything, eventsOf } from './losses.ts';
import { typeText, valueText } from './type-text.ts';

/** A catalogue to read, for a wiki or a repository. */
export const markdownExport: Exporter = {
  id: 'markdown',
  title: 'a catalogue in Markdown',
  isFolder: false,
  carries: everything,
  write(plan) {
    const events = eventsOf(plan).filter(({ status }) => status !== 'removed');
    const parts = [
      `# ${plan.name}`,
      `${events.length} events.`,
      ...events.map(eventPart),
      ...(['identify', 'group'] as const).flatMap(kind => {
        const traits = plan[kind];
        return traits
          ? [`## ${kind === 'identify' ? 'Traits of users' : 'Traits of groups'}`, table(traits.properties)]
          : [];
      }),
      ...(plan.common.size > 0 ? ['## Sent with every call', table([...plan.common.values()])] : []),
      ...(plan.metrics.length > 0
        ? [
            '## Metrics',
            plan.metrics
              .map(
                ({ name, description, events: named }) =>
                  `- **${escape(name)}**${description === undefined ? '' : `: ${escape(description)}`} (${named.map(event => escape(event.value)).join(', ')})`,
              )
              .join('\n'),
          ]
        : []),
      ...(plan.funnels.length > 0
        ? [
            '## Funnels',
            plan.funnels
              .map(({ name, steps }) => `- **${escape(name)}**: ${steps.map(step => escape(step.value)).join(' → ')}`)
              .join('\n'),
          ]
        : []),
    ];
    return [{ path: 'tracking-plan.md', text: `${parts.filter(part => part !== '').join('\n\n')}\n` }];
  },
};

function eventPart(event: EventDefinition): string {
  const { name, kind, status, description, why, owner, sources, tags, replacedBy, properties } = event;
  const facts = [
    ...(kind === 'track' ? [] : [kind]),
    ...(status === 'active' ? [] : [status + (replacedBy ? `, replaced by ${escape(replacedBy.value)}` : '')]),
    ...(owner ? [`owner: ${escape(owner.value)}`] : []),
    ...(sources ? [`sources: ${sources.map(source => escape(source.value)).join(', ')}`] : []),
    ...(tags.length > 0 ? [`tags: ${tags.map(escape).join(', ')}`] : []),
  ];
  const parts = [
    `## ${escape(name)}`,
    description ? escape(description.value) : '',
    why ? `*${escape(why.value)}*` : '',
    facts.join(' · '),
    properties && properties.length > 0 ? table(properties) : '',
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function table(properties: readonly PropertyDefinition[]): string {
  const rows = rowsOf(properties, '');
  if (rows.length === 0) return '';
  return ['| property | type | required | description |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function rowsOf(properties: readonly PropertyDefinition[], outer: string): readonly string[] {
  return properties.flatMap(property => {
    const name = `${outer}${property.name}`;
    const values = valueText(property);
    const flags = [...(property.pii ? ['personal data'] : []), ...(property.deprecated ? ['deprecated'] : [])];
    const words = [property.description ?? '', values, flags.join(', ')].filter(text => text !== '').map(escape);
    const row = `| ${code(name)} | ${code(typeText(property))} | ${property.required ? 'yes' : ''} | ${words.join(' · ')} |`;
    const inner = property.properties ?? property.items?.properties ?? [];
    return [row, ...rowsOf(inner, property.properties ? `${name}.` : `${name}[].`)];
  });
}

function code(text: string): string {
  return `\`${text.replace(/[|`\r\n]/g, ' ')}\``;
}

/** Names and descriptions are text, whatever signs they hold. */
function escape(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
