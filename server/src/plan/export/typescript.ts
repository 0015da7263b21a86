import type { EventDefinition, EventKind, PropertyDefinition, TrackingPlan, ValueConstraint } from '../plan.ts';
import type { ValueType } from '../../base/vocabulary.ts';
import type { Exporter } from './exporter.ts';

/**
 * Declarations that give an SDK's own `track` the types of the plan, without any generated client: a map from names to
 * payloads, and a function type to declare the SDK's method as.
 */
export const typescriptExport: Exporter = {
  id: 'typescript',
  title: 'TypeScript declarations of the events and their payloads',
  isFolder: false,
  carries: new Set([
    ...(['pages', 'screens', 'traits of users', 'traits of groups', 'deprecated events', 'closed payloads'] as const),
    ...([
      'open payloads',
      'several types of a value',
      'nested properties',
      'lists of values',
      'constant values',
    ] as const),
    'deprecated properties',
  ]),
  write: plan => [{ path: 'tracking-plan.d.ts', text: declarations(plan) }],
};

function declarations(plan: TrackingPlan): string {
  const traits = (['identify', 'group'] as const).map(kind => {
    const own = plan[kind];
    const name = kind === 'identify' ? 'UserTraits' : 'GroupTraits';
    return own ? `export type ${name} = ${members(own.properties, own.open, '')};\n` : '';
  });
  return [
    `/** The events of the tracking plan "${comment(plan.name)}", by name, with what each carries. */\n`,
    map('TrackEvents', plan, 'track'),
    map('PageEvents', plan, 'page'),
    map('ScreenEvents', plan, 'screen'),
    ...traits,
    `/** \`track\` of any SDK that takes a name and a payload: declare \`analytics.track\` as this. */
export type Track = <Name extends keyof TrackEvents>(
  event: Name,
  ...payload: {} extends TrackEvents[Name] ? [properties?: TrackEvents[Name]] : [properties: TrackEvents[Name]]
) => unknown;
`,
  ]
    .filter(part => part !== '')
    .join('\n');
}

function map(name: string, plan: TrackingPlan, kind: EventKind): string {
  const events = [...plan.events[kind].values()].filter(({ status }) => status !== 'removed');
  if (events.length === 0 && kind !== 'track') return '';
  return `export interface ${name} {\n${events.map(eventMember).join('')}}\n`;
}

function eventMember({ name, description, status, replacedBy, properties, open }: EventDefinition): string {
  const deprecated =
    status === 'deprecated' ? `@deprecated${replacedBy ? ` Use ${JSON.stringify(replacedBy.value)}.` : ''}` : '';
  const payload = properties ? members(properties, open, '  ') : 'Record<string, unknown>';
  return `${doc([description?.value ?? '', deprecated], '  ')}  ${JSON.stringify(name)}: ${payload};\n`;
}

function members(properties: readonly PropertyDefinition[], open: boolean, indent: string): string {
  const inner = `${indent}  `;
  const lines = properties.map(property => {
    const text = doc([property.description ?? '', property.deprecated ? '@deprecated' : ''], inner);
    return `${text}${inner}${key(property.name)}${property.required ? '' : '?'}: ${typeOf(property, inner)};\n`;
  });
  if (lines.length === 0) return open ? 'Record<string, unknown>' : 'Record<string, never>';
  return `{\n${lines.join('')}${open ? `${inner}[other: string]: unknown;\n` : ''}${indent}}`;
}

function typeOf(value: ValueConstraint, indent: string): string {
  const listed = value.const ? [value.const] : value.enum;
  if (listed) return listed.map(item => JSON.stringify(item.value)).join(' | ');
  if (!value.types) return value.properties ? members(value.properties, value.open !== false, indent) : 'unknown';
  return value.types.map(type => typeWord(type, value, indent)).join(' | ');
}

function typeWord(type: ValueType, { items, properties, open }: ValueConstraint, indent: string): string {
  switch (type) {
    case 'array': {
      const item = items ? typeOf(items, indent) : 'unknown';
      return item.includes(' | ')
        ? `readonly (${item})[]`
        : `readonly ${item.includes(' ') && !item.startsWith('{') ? `(${item})` : item}[]`;
    }
    case 'object':
      return properties ? members(properties, open !== false, indent) : 'Record<string, unknown>';
    case 'integer':
      return 'number';
    default:
      return type;
  }
}

function key(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
}

function doc(lines: readonly string[], indent: string): string {
  const said = lines.filter(line => line !== '').map(comment);
  return said.length === 0 ? '' : `${indent}/** ${said.join(' ')} */\n`;
}

/** A description cannot end the comment that it stands in. */
function comment(text: string): string {
  return text.replace(/\*\//g, '* /').replace(/\s+/g, ' ').trim();
}
