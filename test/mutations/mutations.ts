import ts from 'typescript';
import type { Scalar, StaticType } from '../../server/src/base/vocabulary.ts';

/** A call as a reader sees it: the shape that `tracklint calls --format json` prints. */
export interface SeenCall {
  /** Relative to the root. */
  readonly file: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly kind: string;
  readonly events: readonly string[] | null;
  readonly properties: readonly SeenProperty[];
  /** Whether it may send more than is listed. */
  readonly open: boolean;
}

export interface SeenProperty {
  readonly name: string;
  readonly always: boolean;
  readonly types: readonly StaticType[] | null;
  readonly values: readonly Scalar[] | null;
}

/** A plan that the calls keep to, as JSON, which is YAML as well. */
export interface MadePlan {
  readonly version: 1;
  readonly events: Readonly<Record<string, MadeEvent>>;
}

interface MadeEvent {
  readonly properties?: Readonly<Record<string, MadeProperty>>;
}

interface MadeProperty {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly required?: true;
}

/** One thing that is made wrong, and where it must be noticed. */
export interface Mutation {
  /** What was done, in words. */
  readonly what: string;
  readonly call: SeenCall;
  /** One of these rules must report something new. */
  readonly rules: readonly string[];
  readonly plan?: MadePlan;
  readonly code?: { readonly file: string; readonly text: string };
}

/** Plan types, as far as a value's type says which one is meant. */
const planTypes: ReadonlyMap<StaticType, string> = new Map([
  ['string', 'string'],
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['array', 'array'],
  ['object', 'object'],
]);

/** The plan that somebody who has read all the calls would write. */
export function planOf(calls: readonly SeenCall[]): MadePlan {
  // A plan of no events at all would speak of none.
  const events: Record<string, MadeEvent> = { 'Nothing Like It': {} };
  for (const name of new Set(calls.flatMap(call => call.events ?? []))) {
    const own = calls.filter(call => call.events?.includes(name));
    if (own.some(call => call.open && call.properties.length === 0)) {
      events[name] = {};
      continue;
    }
    const names = new Set(own.flatMap(call => call.properties.map(property => property.name)));
    events[name] = {
      properties: Object.fromEntries([...names].map(each => [each, propertyOf(each, own)])),
    };
  }
  return { version: 1, events };
}

function propertyOf(name: string, calls: readonly SeenCall[]): MadeProperty {
  const sent = calls.map(call => call.properties.find(property => property.name === name));
  const given = sent.filter(property => property !== undefined);
  const types = new Set(given.flatMap(({ types }) => types?.map(type => planTypes.get(type)) ?? [undefined]));
  const [only] = types;
  const isRequired = sent.every(property => property?.always === true);
  const values = given.flatMap(property => property.values ?? [null]);
  const texts = values.filter(value => typeof value === 'string');
  return {
    ...(types.size === 1 && only !== undefined && { type: only }),
    ...(texts.length === values.length && texts.length > 0 && { enum: [...new Set(texts)] }),
    ...(isRequired && { required: true }),
  };
}

/** All that can be made wrong about one call, so that somebody who reads call and plan side by side would see it. */
export function mutationsOf(
  call: SeenCall,
  plan: MadePlan,
  texts: ReadonlyMap<string, string>,
): readonly (() => Mutation | undefined)[] {
  const { events } = call;
  if (!events || call.kind !== 'track' || isSuppressed(call, texts)) return [];
  return [
    ...events.flatMap(event => ofEvent(call, event, plan, texts)),
    ...call.properties.flatMap(property => ofProperty(call, events, property, plan, texts)),
  ];
}

const misnamed = ['unknown-event', 'misnamed-event', 'wrong-call'];

function ofEvent(
  call: SeenCall,
  event: string,
  plan: MadePlan,
  texts: ReadonlyMap<string, string>,
): readonly (() => Mutation | undefined)[] {
  const { [event]: definition, ...others } = plan.events;
  if (!definition) return [];
  return [
    () => ({
      what: `the plan calls "${event}" otherwise`,
      call,
      rules: misnamed,
      plan: { ...plan, events: { ...others, [misspelt(event)]: definition } },
    }),
    () => ({ what: `"${event}" is not in the plan`, call, rules: misnamed, plan: { ...plan, events: others } }),
    () => inCode(call, texts, misnamed, `"${event}" is misspelt in code`, node => renamedText(node, event)),
    () =>
      call.open || !definition.properties
        ? undefined
        : {
            what: `"${event}" requires one more property`,
            call,
            rules: ['missing-property'],
            plan: withProperty(plan, event, 'one_more_thing', { type: 'string', required: true }),
          },
  ];
}

function ofProperty(
  call: SeenCall,
  events: readonly string[],
  property: SeenProperty,
  plan: MadePlan,
  texts: ReadonlyMap<string, string>,
): readonly (() => Mutation | undefined)[] {
  const { name } = property;
  const [event = ''] = events;
  const definition = plan.events[event]?.properties?.[name];
  if (!definition) return [];
  const types = new Set(property.types?.map(type => planTypes.get(type)) ?? []);
  const [type] = types;
  const isTyped = types.size === 1 && type !== undefined;
  const isAlwaysRequired = events.every(each => plan.events[each]?.properties?.[name]?.required);
  const other = type === 'string' ? 'number' : 'string';
  return [
    () => ({
      what: `the plan calls "${name}" of "${event}" otherwise`,
      call,
      rules: ['unknown-property', 'misnamed-property'],
      plan: inAll(plan, events, (made, each) =>
        withProperty(withProperty(made, each, name, undefined), each, misspelt(name), definition),
      ),
    }),
    () => ({
      what: `"${event}" has no "${name}" in the plan`,
      call,
      rules: ['unknown-property', 'misnamed-property'],
      plan: inAll(plan, events, (made, each) => withProperty(made, each, name, undefined)),
    }),
    () =>
      isTyped
        ? {
            what: `the plan says that "${name}" of "${event}" is a ${other}, not a ${type}`,
            call,
            rules: ['wrong-type'],
            plan: inAll(plan, events, (made, each) => withProperty(made, each, name, { type: other })),
          }
        : undefined,
    () =>
      definition.enum && property.values
        ? {
            what: `the plan allows other values of "${name}" of "${event}"`,
            call,
            rules: ['invalid-value'],
            plan: inAll(plan, events, (made, each) =>
              withProperty(made, each, name, { ...definition, enum: ['something else'] }),
            ),
          }
        : undefined,
    () =>
      inCode(
        call,
        texts,
        ['unknown-property', 'misnamed-property'],
        `"${name}" of "${event}" is misspelt in code`,
        node => renamedKey(node, name),
      ),
    () =>
      isAlwaysRequired && !call.open
        ? inCode(call, texts, ['missing-property'], `"${name}" of "${event}" is left out in code`, node =>
            // A spread beside it may send it all the same.
            isKey(node, name) && !hasSpread(node.parent) ? { node, text: '' } : undefined,
          )
        : undefined,
    () =>
      isTyped && definition.type === type
        ? inCode(call, texts, ['wrong-type'], `"${name}" of "${event}" is given a ${other} in code`, node =>
            ts.isPropertyAssignment(node) && isKey(node, name)
              ? { node: node.initializer, text: other === 'number' ? '12345' : "'12345'" }
              : undefined,
          )
        : undefined,
  ];
}

/** Whether a comment says that nothing is to be reported there. */
function isSuppressed({ file, line }: SeenCall, texts: ReadonlyMap<string, string>): boolean {
  return (
    texts
      .get(file)
      ?.split('\n')
      .slice(Math.max(0, line - 2), line)
      .join('\n')
      .includes('tracklint-') === true
  );
}

function hasSpread(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.some(ts.isSpreadAssignment);
}

/** What the plan says of one event of several possible ones may still fit another. */
function inAll(
  plan: MadePlan,
  events: readonly string[],
  change: (plan: MadePlan, event: string) => MadePlan,
): MadePlan {
  return events.reduce(change, plan);
}

function withProperty(plan: MadePlan, event: string, name: string, property: MadeProperty | undefined): MadePlan {
  const definition = plan.events[event];
  const others = Object.fromEntries(Object.entries(definition?.properties ?? {}).filter(([each]) => each !== name));
  const properties = property ? { ...others, [name]: property } : others;
  return { ...plan, events: { ...plan.events, [event]: { ...definition, properties } } };
}

interface Change {
  readonly node: ts.Node;
  readonly text: string;
}

/** The first place within the lines of the call, else anywhere in its file, else (for names) in any file, that is changed. */
function inCode(
  call: SeenCall,
  texts: ReadonlyMap<string, string>,
  rules: readonly string[],
  what: string,
  change: (node: ts.Node) => Change | undefined,
): Mutation | undefined {
  const text = texts.get(call.file);
  if (text === undefined || !/\.[cm]?[jt]sx?$/.test(call.file)) return undefined;
  const source = parsed(call.file, text);
  const isInside = (node: ts.Node): boolean => {
    const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    const end = source.getLineAndCharacterOfPosition(node.end).line + 1;
    return start >= call.line && end <= call.endLine;
  };
  const found = firstIn(source, node => (isInside(node) ? change(node) : undefined));
  if (!found) return undefined;
  const { node } = found;
  // What is left out takes its comma along.
  const after = found.text === '' ? (/^\s*,/.exec(text.slice(node.end))?.[0].length ?? 0) : 0;
  const changed = text.slice(0, node.getStart(source)) + found.text + text.slice(node.end + after);
  return { what, call, rules, code: { file: call.file, text: changed } };
}

const sources = new Map<string, ts.SourceFile>();

function parsed(name: string, text: string): ts.SourceFile {
  const key = `${name}\n${text}`;
  let source = sources.get(key);
  if (!source) sources.set(key, (source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)));
  return source;
}

function firstIn(node: ts.Node, change: (node: ts.Node) => Change | undefined): Change | undefined {
  return change(node) ?? ts.forEachChild(node, child => firstIn(child, change));
}

function renamedText(node: ts.Node, text: string): Change | undefined {
  return ts.isStringLiteralLike(node) && node.text === text && !ts.isLiteralTypeNode(node.parent)
    ? { node, text: JSON.stringify(misspelt(text)) }
    : undefined;
}

function renamedKey(node: ts.Node, name: string): Change | undefined {
  if (!isKey(node, name)) return undefined;
  const key = JSON.stringify(misspelt(name));
  if (ts.isShorthandPropertyAssignment(node)) return { node, text: `${key}: ${name}` };
  return ts.isPropertyAssignment(node) ? { node: node.name, text: key } : undefined;
}

function isKey(node: ts.Node, name: string): boolean {
  return (
    (ts.isPropertyAssignment(node) &&
      (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) &&
      node.name.text === name) ||
    (ts.isShorthandPropertyAssignment(node) && node.name.text === name)
  );
}

/** Two letters change places, as they do under quick fingers; the last one is doubled where they are all the same. */
export function misspelt(name: string): string {
  for (let at = name.length - 2; at > 0; at--) {
    const [a = '', b = ''] = name.slice(at, at + 2);
    if (a !== b && /\w\w/.test(a + b)) return name.slice(0, at) + b + a + name.slice(at + 2);
  }
  return name + (name.at(-1) ?? '');
}
