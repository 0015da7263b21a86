import { argumentList, readArguments } from '../../builder/calls.ts';
import {
  declareClass,
  functionBody,
  insideClass,
  insideFunction,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { block } from '../../builder/statements.ts';
import type { Arg, ClassRef, Expr, TypeExpr } from '../../facts.ts';
import { MODIFIERS, parameters, skipAngles, skipAnnotation, type Modifiers } from './kotlin-functions.ts';

/** Words that begin a member of a class: an enum whose `;` is missing has no constants behind them. */
const BODY_WORDS = new Set(['val', 'var', 'fun', 'class', 'interface', 'object', 'constructor', 'init']);

export function classDeclaration(p: Parser, modifiers: Modifiers): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  const kind = modifiers.has('enum') ? 'enum' : p.word() === 'interface' ? 'interface' : 'class';
  p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, kind, name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    classRest(p, cls, name, kind === 'enum');
  });
  return nothing;
}

/** Everything behind the name: constructor, supertypes, body. */
function classRest(p: Parser, cls: number, name: Declared, isEnum: boolean): void {
  const draft = p.unit.classes[cls];
  skipAngles(p);
  while (MODIFIERS.has(p.word()) || p.word() === '@') {
    if (p.word() === '@') skipAnnotation(p);
    else p.at++;
  }
  p.take('constructor');
  if (draft !== undefined && (p.opens('(') || isEnum)) {
    const fn = p.unit.addFunction('constructor', name.at, cls);
    draft.ctor = fn;
    constructorParameters(p, cls, fn, isEnum);
  }
  if (p.take(':')) supertypes(p, cls);
  while (p.word() === 'where' || (p.isWord() && p.word(1) === ':')) while (!p.isDone() && !p.opens('{')) p.skip();
  if (!p.opens('{')) return;
  p.group(true, () => {
    if (isEnum) enumEntries(p, cls);
    p.statements();
  });
}

function constructorParameters(p: Parser, cls: number, fn: number, isEnum: boolean): void {
  const { unit } = p;
  const outer = unit.fn;
  unit.fn = fn;
  parameters(p, fn, (member, type) => {
    const param = unit.functions[fn]?.params.length ?? 0;
    addField(p, cls, member, param, type);
  });
  unit.fn = outer;
  if (!isEnum || unit.memberOf(cls, 'name') !== undefined) return;
  const place = { name: 'name', at: p.stop, end: p.stop };
  addField(p, cls, place, unit.functions[fn]?.params.length ?? 0, { t: 'primitive', name: 'string' });
  unit.addParameter(fn, undefined, place, { name: 'name', type: { t: 'primitive', name: 'string' } });
}

function addField(p: Parser, cls: number, name: Declared, param: number, type?: TypeExpr): void {
  const field = { name: name.name, nameAt: name.at, kind: 'field', static: false, param } as const;
  p.unit.addMember(cls, { ...field, ...(type && { type }), at: name.at, end: name.end });
}

function supertypes(p: Parser, cls: number): void {
  const outer = p.stopsAtBrace;
  p.stopsAtBrace = true;
  do {
    while (p.word() === '@') skipAnnotation(p);
    if (p.opens('(')) {
      // The type of a function.
      p.type();
      continue;
    }
    if (!p.isWord()) break;
    let parent = p.name();
    while (p.word() === '.' && p.isWord(1)) {
      p.at++;
      const name = takeName(p);
      parent = p.unit.member(parent, name.name, name.at, name.end);
    }
    skipAngles(p);
    if (p.opens('(')) parent = argumentList(p, parent, 'new');
    p.unit.classes[cls]?.extends.push(parent);
    if (p.take('by')) p.expression();
  } while (p.take(','));
  p.stopsAtBrace = outer;
}

/** `NAME(args) { body }, …;`: each is a static field that is constructed with the arguments and its own name. */
function enumEntries(p: Parser, cls: number): void {
  while (!p.isDone() && p.word() !== ';') {
    if (p.take(',')) continue;
    while (p.word() === '@') skipAnnotation(p);
    if (!p.isWord() || (p.startsLine() && BODY_WORDS.has(p.word()) && p.isWord(1))) return;
    const name = takeName(p);
    const args: Arg[] = p.opens('(') ? p.group(false, () => readArguments(p)) : [];
    args.push({ name: 'name', value: p.literal(name.name, name.at, name.end) });
    const callee: Expr = { k: 'class', cls, at: name.at, end: name.at };
    const made = p.unit.addImpliedCall(callee, args, p.span(name.at), name.end);
    const init = p.opens('{') ? objectBody(p, name.at, [made]) : made;
    const span = { at: name.at, end: p.stop };
    p.unit.addMember(cls, { name: name.name, nameAt: name.at, kind: 'field', static: true, init, ...span });
    if (p.word() !== ',' && p.word() !== ';' && !p.startsLine()) return;
  }
}

function objectBody(p: Parser, at: number, parents: readonly Expr[]): ClassRef {
  const cls = p.unit.addClass(undefined, 'class', { at, end: at });
  p.unit.classes[cls]?.extends.push(...parents);
  insideClass(p, cls, () => {
    p.group(true, () => p.statements());
  });
  return { k: 'class', cls, ...p.span(at) };
}

/** `object : Parent(args) { body }` as a value. */
export function anonymousObject(p: Parser): Expr | undefined {
  if (p.word(1) !== ':' && !p.opens('{', 1)) return undefined;
  const at = p.start;
  p.at++;
  const cls = p.unit.addClass(undefined, 'object', { at, end: at });
  insideClass(p, cls, () => {
    if (p.take(':')) supertypes(p, cls);
    if (p.opens('{')) p.group(true, () => p.statements());
  });
  return { k: 'class', cls, ...p.span(at) };
}

/** `object Name : Parent { }`; a companion's members are static members of the class around it. */
export function objectDeclaration(p: Parser, modifiers: Modifiers): Outcome | undefined {
  if (modifiers.has('companion')) {
    p.at++;
    if (p.isWord() && !p.startsLine()) p.at++;
    companion(p);
    return nothing;
  }
  if (!p.isWord(1)) return undefined;
  p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, 'object', name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    if (p.take(':')) supertypes(p, cls);
    if (p.opens('{')) p.group(true, () => p.statements());
  });
  return nothing;
}

function companion(p: Parser): void {
  const owner = p.unit.classes[p.unit.cls];
  const before = owner?.members.length ?? 0;
  if (p.take(':')) while (!p.isDone() && !p.opens('{') && !p.startsLine()) p.skip();
  if (!p.opens('{')) return;
  p.group(true, () => p.statements());
  for (const member of owner?.members.slice(before) ?? []) member.static = true;
}

export function secondaryConstructor(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (!p.opens('(', 1) || cls < 0) return undefined;
  const name = takeName(p);
  const fn = p.unit.addFunction('constructor', name.at, cls);
  insideFunction(p, fn, false, () => {
    parameters(p, fn);
    if (p.take(':')) p.expression();
    functionBody(p, fn, undefined);
  });
  const draft = p.unit.classes[cls];
  if (draft !== undefined) draft.ctor ??= fn;
  return nothing;
}

export function initializer(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (!p.opens('{', 1) || cls < 0) return undefined;
  p.at++;
  const draft = p.unit.classes[cls];
  const fn = draft?.ctor ?? p.unit.addFunction('constructor', p.start, cls);
  if (draft !== undefined) draft.ctor = fn;
  insideFunction(p, fn, false, () => block(p));
  return nothing;
}
