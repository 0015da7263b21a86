import { declareClass, insideClass, takeName, type Declared } from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Arg, Class, Expr, TypeExpr } from '../../facts.ts';
import { skipAttribute, skipConstraints, skipGenerics } from './swift-functions.ts';

const KINDS: Readonly<Record<string, Class['kind']>> = {
  class: 'class',
  actor: 'class',
  struct: 'struct',
  enum: 'enum',
  protocol: 'interface',
};

const STRING: TypeExpr = { t: 'primitive', name: 'string' };

/** `class Name<T>: Parent, Protocol where … { }`. */
export function typeDeclaration(p: Parser): Outcome | undefined {
  const kind = KINDS[p.word()];
  if (kind === undefined || !p.isWord(1)) return undefined;
  p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, kind, name);
  declareClass(p, name, cls);
  rest(p, cls, name);
  return nothing;
}

/** `extension Name: Protocol { }` adds to a class of this file or of another. */
export function extension(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  let name = takeName(p);
  while (p.word() === '.' && p.isWord(1)) {
    p.at++;
    name = takeName(p);
  }
  rest(p, p.unit.extension(name.name, name.at), undefined);
  return nothing;
}

function rest(p: Parser, cls: number, name: Declared | undefined): void {
  insideClass(p, cls, () => {
    skipGenerics(p);
    const raw = p.take(':') ? parents(p, cls) : undefined;
    while (!p.isDone() && !p.opens('{') && !p.startsLine()) p.skip();
    skipConstraints(p);
    if (name !== undefined && p.unit.classes[cls]?.kind === 'enum') enumConstructor(p, cls, name, raw);
    if (p.opens('{')) p.group(true, () => p.statements());
  });
}

/** Answers the first parent's name: for an enum it may be the type of the raw values. */
function parents(p: Parser, cls: number): string | undefined {
  let first: string | undefined;
  do {
    while (p.word() === '@' && p.isWord(1)) skipAttribute(p);
    if (!p.isWord()) break;
    first ??= p.word();
    let parent = p.name();
    while (p.word() === '.' && p.isWord(1)) {
      p.at++;
      const name = takeName(p);
      parent = p.unit.member(parent, name.name, name.at, name.end);
    }
    skipGenerics(p);
    p.unit.classes[cls]?.extends.push(parent);
  } while (p.take(',') || p.take('&'));
  return first;
}

/** Cases are constructed with their name and, in an enum of strings, with their raw value. */
function enumConstructor(p: Parser, cls: number, name: Declared, raw: string | undefined): void {
  const draft = p.unit.classes[cls];
  const fn = p.unit.addFunction('init', name.at, cls);
  if (draft === undefined) return;
  draft.ctor = fn;
  const place = { at: name.at, end: name.at };
  const names = raw === 'String' ? ['name', 'rawValue'] : ['name'];
  names.forEach((each, param) => {
    p.unit.addParameter(fn, undefined, place, { name: each, type: STRING });
    const field = { name: each, nameAt: name.at, kind: 'field', static: false, param, type: STRING } as const;
    if (each === 'rawValue') p.unit.addMember(cls, { ...field, ...place });
  });
}

/** `case a = "A", b, c(id: Int)` in an enum's body. */
export function enumCases(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (cls < 0 || !p.isWord(1)) return undefined;
  p.at++;
  do {
    if (!p.isWord()) break;
    enumCase(p, cls);
  } while (p.take(','));
  return nothing;
}

function enumCase(p: Parser, cls: number): void {
  const name = takeName(p);
  const span = { at: name.at, end: name.end };
  const args: Arg[] = [{ name: 'name', value: p.literal(name.name, name.at, name.end) }];
  const fn = p.opens('(') ? associatedValues(p, cls, name) : undefined;
  const ctor = p.unit.classes[cls]?.ctor ?? -1;
  if ((p.unit.functions[ctor]?.params.length ?? 0) > 1) {
    const written = p.take('=') ? p.expression() : undefined;
    args.push({ name: 'rawValue', value: written ?? p.literal(name.name, name.at, name.end) });
  } else if (p.take('=')) p.expression();
  const callee: Expr = { k: 'class', cls, at: name.at, end: name.at };
  const made = p.unit.addImpliedCall(callee, args, span, name.end);
  if (fn === undefined)
    p.unit.addMember(cls, { name: name.name, nameAt: name.at, kind: 'field', static: true, init: made, ...span });
  else {
    p.unit.functions[fn]?.returns.push(made);
    p.unit.addMember(cls, { name: name.name, nameAt: name.at, kind: 'method', static: true, fn, ...span });
  }
}

/** A case with values is a function of them. */
function associatedValues(p: Parser, cls: number, name: Declared): number {
  const fn = p.unit.addFunction(name.name, name.at, cls);
  const outer = p.unit.enter('function');
  p.group(false, () => {
    while (!p.isDone()) {
      const at = p.start;
      const isLabelled = p.isWord() && p.word(1) === ':';
      const name = isLabelled ? takeName(p) : undefined;
      p.take(':');
      const type = p.type();
      p.unit.addParameter(fn, name?.name, name ?? p.span(at), {
        ...(name && { name: name.name }),
        ...(type && { type }),
      });
      while (!p.isDone() && p.word() !== ',') p.unknown();
      p.at++;
    }
  });
  p.unit.leave(outer);
  const draft = p.unit.functions[fn];
  if (draft !== undefined) draft.completes = false;
  return fn;
}
