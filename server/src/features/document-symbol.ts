import {
  SymbolKind,
  SymbolTag,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import { comparePositions, type Location, type Range } from '../base/text.ts';
import type { EventDefinition, PlanFile, PropertyDefinition } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { typeText } from './describe.ts';
import type { Editor } from './editor.ts';
import { membersOf } from './payload-owner.ts';

/** The outline of a plan file: its parts, the events in them, and their properties. */
export function documentSymbol(
  snapshot: Snapshot,
  { textDocument: { uri } }: DocumentSymbolParams,
  editor: Editor,
): DocumentSymbol[] | SymbolInformation[] {
  const file = snapshot.planFiles.get(uri);
  if (!file) return [];
  const symbols = outline(file);
  return editor.nestedSymbols ? symbols : flatten(symbols, uri);
}

function outline(file: PlanFile): DocumentSymbol[] {
  const symbols = [
    ...file.events.map(eventSymbol),
    ...file.properties.map(property => propertySymbol(property, 'shared property')),
    ...file.common.map(property => propertySymbol(property, 'sent with every call')),
    ...file.sources.map(source => named(source, SymbolKind.Module, 'source')),
    ...file.destinations.map(destination => named(destination, SymbolKind.Interface, 'destination')),
    ...file.metrics.map(metric => named(metric, SymbolKind.Function, 'metric')),
    ...file.funnels.map(funnel => named(funnel, SymbolKind.Function, 'funnel')),
    ...(['identify', 'group'] as const).flatMap(kind => {
      const traits = file[kind];
      return traits ? [traitsSymbol(kind, traits.location, traits.properties)] : [];
    }),
  ];
  return symbols.sort((a, b) => comparePositions(a.selectionRange.start, b.selectionRange.start));
}

function eventSymbol(event: EventDefinition): DocumentSymbol {
  const status = event.status === 'active' ? '' : event.status;
  return {
    name: event.name || '(no name)',
    detail: [event.kind === 'track' ? '' : event.kind, status].filter(Boolean).join(', '),
    kind: SymbolKind.Event,
    ...(event.status === 'deprecated' && { tags: [SymbolTag.Deprecated] }),
    range: around(event.range, event.location.range),
    selectionRange: event.location.range,
    children: (event.properties ?? []).map(property => propertySymbol(property)),
  };
}

function propertySymbol(property: PropertyDefinition, detail?: string): DocumentSymbol {
  const type =
    (property.ref ? `$ref ${property.ref.value}` : typeText(property)) + (property.required ? ', required' : '');
  return {
    name: property.name || '(no name)',
    detail: detail === undefined ? type : `${type}, ${detail}`,
    kind: SymbolKind.Property,
    ...(property.deprecated && { tags: [SymbolTag.Deprecated] }),
    range: around(property.range, property.location.range),
    selectionRange: property.location.range,
    children: (membersOf(property) ?? []).map(member => propertySymbol(member)),
  };
}

function traitsSymbol(kind: string, { range }: Location, properties: readonly PropertyDefinition[]): DocumentSymbol {
  const children = properties.map(property => propertySymbol(property));
  const whole = children.reduce((sum, child) => around(sum, child.range), range);
  return { name: kind, detail: 'traits', kind: SymbolKind.Event, range: whole, selectionRange: range, children };
}

function named(
  { name, location: { range } }: { readonly name: string; readonly location: Location },
  kind: SymbolKind,
  detail: string,
): DocumentSymbol {
  return { name: name || '(no name)', detail, kind, range, selectionRange: range };
}

/** Editors refuse a symbol whose name lies outside of its range. */
function around(a: Range, b: Range): Range {
  return {
    start: comparePositions(a.start, b.start) <= 0 ? a.start : b.start,
    end: comparePositions(a.end, b.end) >= 0 ? a.end : b.end,
  };
}

function flatten(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatten(children ?? [], uri, name),
  ]);
}
