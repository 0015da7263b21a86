import { closest } from '../base/closest.ts';
import type { Severity } from '../base/finding.ts';
import type { Located, Uri } from '../base/text.ts';
import type { CallKind } from '../base/vocabulary.ts';
import type { DestinationLimits } from '../plan/plan.ts';
import { checkPattern } from '../plan/yaml/check-constraint.ts';
import { readDocument } from '../plan/yaml/read-document.ts';
import { readLimits } from '../plan/yaml/read-limits.ts';
import { locatedText } from '../plan/yaml/read-property.ts';
import { booleanOf, scalarsOf, textOf, textsOf, type Reading } from '../plan/yaml/reading.ts';
import { entryOf, valueOf, type Node } from '../plan/yaml/tree.ts';
import type {
  Config,
  ConfigProblem,
  ConfiguredAttribute,
  ConfiguredFunction,
  NameTransform,
  Preset,
  TypeLayer,
} from './config.ts';
import { validate } from './validate-config.generated.js';

/** One config file, read on its own: only what it says itself. */
export interface ConfigFile {
  readonly uri: Uri;
  /** Presets, and the URIs of other configs, in the order of the text. */
  readonly extends: readonly (Located<Preset> | Located<Uri>)[];
  readonly rules: ReadonlyMap<string, Severity>;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly plans?: readonly string[];
  readonly planFor?: Config['planFor'];
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly sdks?: readonly string[];
  readonly types?: TypeLayer;
  readonly functions: readonly ConfiguredFunction[];
  readonly attributes: readonly ConfiguredAttribute[];
  readonly destinations: ReadonlyMap<string, DestinationLimits>;
  readonly problems: readonly ConfigProblem[];
}

/** The names that a config may mention, which are registered elsewhere. An empty list is not checked against. */
export interface KnownNames {
  readonly rules: Iterable<string>;
  /** Ids and vendors. */
  readonly sdks: Iterable<string>;
}

/** Whether a file is a config by its name. */
export function isConfigPath(uri: Uri): boolean {
  return /(?:^|\/)\.tracklint\.(?:ya?ml|json)$/.test(uri);
}

/** From the most lenient to the strictest. */
export const presets: readonly Preset[] = ['light', 'recommended', 'strict'];

export function isPreset(name: string): name is Preset {
  return name === 'light' || name === 'recommended' || name === 'strict';
}

/** Reads a config file. What is broken is reported where it stands, and the rest counts. */
export function readConfig(uri: Uri, text: string, known: KnownNames): ConfigFile {
  const { reading, root } = readDocument(uri, text, validate);
  const include = entryOf(root, 'include');
  const exclude = entryOf(root, 'exclude');
  const types = textOf(valueOf(root, 'types'));
  const sdks = readSdks(reading, valueOf(root, 'sdks'), new Set(known.sdks));
  return {
    uri,
    extends: scalarsOf(valueOf(root, 'extends')).flatMap(item => {
      const name = locatedText(reading, item);
      return name ? { value: isPreset(name.value) ? name.value : joinPath(uri, name.value), range: name.range } : [];
    }),
    rules: readRules(reading, valueOf(root, 'rules'), new Set(known.rules)),
    ...(include && { include: textsOf(include.value) }),
    ...(exclude && { exclude: textsOf(exclude.value) }),
    ...readPlans(valueOf(root, 'plans')),
    columns: readColumns(valueOf(root, 'columns')),
    ...(sdks && { sdks }),
    ...((types === 'checker' || types === 'declarations') && { types }),
    functions: itemsOf(valueOf(root, 'functions')).flatMap(item => readFunction(reading, item) ?? []),
    attributes: itemsOf(valueOf(root, 'attributes')).flatMap(item => readAttribute(item) ?? []),
    destinations: readDestinations(reading, valueOf(root, 'destinations')),
    problems: reading.sortedProblems().map(({ range, message, bySchema, suggestion }) => ({
      ...(bySchema && { bySchema }),
      range,
      message,
      ...(suggestion && { suggestion }),
    })),
  };
}

/** The URI of a path that is written in a file: relative to its folder. */
function joinPath(from: Uri, path: string): Uri {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return path;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(from)?.[0] ?? '';
  const folder = path.startsWith('/') ? [''] : from.slice(scheme.length).split('/').slice(0, -1);
  const parts = path.split('/').map(part => (part === '.' || part === '..' ? part : encodeURIComponent(part)));
  const joined: string[] = [];
  for (const part of [...folder, ...parts]) {
    if (part === '..') joined.pop();
    else if (part !== '.' && !(part === '' && joined.length > 0)) joined.push(part);
  }
  return scheme + joined.join('/');
}

const severities: ReadonlySet<string> = new Set<Severity>(['off', 'info', 'warning', 'error']);

function isSeverity(word: string): word is Severity {
  return severities.has(word);
}

function readRules(
  reading: Reading,
  node: Node | undefined,
  known: ReadonlySet<string>,
): ReadonlyMap<string, Severity> {
  const rules = new Map<string, Severity>();
  for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
    if (known.size > 0 && !known.has(key.name)) unknownName(reading, key, key.name, 'rule', known);
    const severity = textOf(value);
    if (severity !== undefined && isSeverity(severity) && !rules.has(key.name)) rules.set(key.name, severity);
  }
  return rules;
}

function readSdks(reading: Reading, node: Node | undefined, known: ReadonlySet<string>): readonly string[] | undefined {
  if (!node) return undefined;
  for (const item of scalarsOf(node)) {
    const name = textOf(item);
    if (name !== undefined && known.size > 0 && !known.has(name)) unknownName(reading, item, name, 'SDK', known);
  }
  return textsOf(node);
}

function unknownName(
  reading: Reading,
  span: { readonly start: number; readonly end: number },
  name: string,
  what: string,
  known: ReadonlySet<string>,
): void {
  const meant = closest(name, known);
  const message = `Tracklint has no ${what} \`${name}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
  reading.replaceable('invalid-plan', span, message, meant);
}

/** Globs of plan files and their folders, or a map from globs of code files to plans, which are then plan files too. */
function readPlans(node: Node | undefined): Pick<ConfigFile, 'plans' | 'planFor'> {
  if (!node) return {};
  if (node.kind !== 'map')
    return { plans: textsOf(node).map(path => (/[*?[\]{}()!]|\.\w+$/.test(path) ? path : below(path))) };
  const planFor = node.entries.flatMap(({ key, value }) => {
    const plan = textOf(value);
    return plan === undefined ? [] : { files: key.name, plan };
  });
  return {
    plans: [...new Set(planFor.map(({ plan }) => (isFile(plan) ? plan : below(plan))))],
    planFor,
  };
}

/** All that a folder holds. */
function below(folder: string): string {
  return `${folder.replace(/\/$/, '')}/**`;
}

function isFile(path: string): boolean {
  return /\.(?:ya?ml|json|csv)$/i.test(path);
}

function readColumns(node: Node | undefined): ReadonlyMap<string, readonly string[]> {
  return new Map(
    (node?.kind === 'map' ? node.entries : []).flatMap(({ key, value }) => {
      const names = textsOf(value);
      return names.length > 0 ? [[key.name, names] as const] : [];
    }),
  );
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

function readFunction(reading: Reading, node: Node): ConfiguredFunction | undefined {
  const callee = locatedText(reading, node.kind === 'scalar' ? node : valueOf(node, 'callee'));
  if (!callee) return undefined;
  const name = textOf(valueOf(node, 'name'));
  const event = textOf(valueOf(node, 'event')) ?? (name === undefined ? '0' : undefined);
  const also = textOf(valueOf(node, 'also'));
  const properties = textOf(valueOf(node, 'properties')) ?? usualProperties(event, also);
  const user = textOf(valueOf(node, 'user'));
  const separator = textOf(valueOf(node, 'separator'));
  const prefix = textOf(valueOf(node, 'prefix'));
  const suffix = textOf(valueOf(node, 'suffix'));
  return {
    callee,
    kind: kindOf(valueOf(node, 'kind')),
    ...(event !== undefined && { event }),
    ...(name !== undefined && { name }),
    ...(properties !== undefined && { properties }),
    ...(user !== undefined && { user }),
    ...(also !== undefined && { also }),
    ...(separator !== undefined && { separator }),
    files: textsOf(valueOf(node, 'files')),
    transform: textsOf(valueOf(node, 'transform')).filter(isTransform),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    adds: textsOf(valueOf(node, 'adds')),
    open: booleanOf(valueOf(node, 'open')) ?? false,
  };
}

/** The argument after the name, as in nearly every SDK. Undefined where the name does not stand in plain sight. */
function usualProperties(event: string | undefined, also: string | undefined): string | undefined {
  if (event === undefined || event === 'callee') return '0';
  if (event !== '0') return undefined;
  return also === '1' ? '2' : '1';
}

function readAttribute(node: Node): ConfiguredAttribute | undefined {
  const name = textOf(node.kind === 'scalar' ? node : valueOf(node, 'name'));
  if (name === undefined) return undefined;
  const properties = textOf(valueOf(node, 'properties'));
  return {
    name,
    elements: textsOf(valueOf(node, 'elements')),
    kind: kindOf(valueOf(node, 'kind')),
    ...(properties !== undefined && { properties }),
    files: textsOf(valueOf(node, 'files')),
  };
}

const kinds: ReadonlySet<string> = new Set<CallKind>(['track', 'page', 'screen', 'identify', 'group', 'alias']);

function kindOf(node: Node | undefined): CallKind {
  const word = textOf(node);
  return word !== undefined && isKind(word) ? word : 'track';
}

function isKind(word: string): word is CallKind {
  return kinds.has(word);
}

const transforms: ReadonlySet<string> = new Set<NameTransform>([
  'lowercase',
  'uppercase',
  'snake_case',
  'camelCase',
  'kebab-case',
  'Title Case',
  'PascalCase',
  'trim',
]);

function isTransform(word: string): word is NameTransform {
  return transforms.has(word);
}

function readDestinations(reading: Reading, node: Node | undefined): ReadonlyMap<string, DestinationLimits> {
  const destinations = new Map<string, DestinationLimits>();
  for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
    checkPattern(reading, valueOf(value, 'name_pattern'));
    const limits = readLimits(value);
    if (limits && !destinations.has(key.name)) destinations.set(key.name, limits);
  }
  return destinations;
}
