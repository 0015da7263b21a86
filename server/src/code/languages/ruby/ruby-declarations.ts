import {
  declareClass,
  declareFunction,
  functionRef,
  insideClass,
  insideFunction,
  settleBody,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Arg, Expr } from '../../facts.ts';
import { pathOfClass } from '../../ruby-paths.ts';
import { bodyWithRescue, parameters } from './ruby-blocks.ts';
import { BLOCK } from './ruby-layout.ts';
import { OPERAND, VALUE } from './ruby-levels.ts';

/** `def name(a) … end`, `def self.name a`, `def name = value`, as a value: its name. */
export function method(p: Parser): Expr | undefined {
  const at = p.start;
  if (p.opens(BLOCK, 1)) {
    p.at++;
    return p.group(true, () => define(p, at, false));
  }
  return p.isWord(1) ? ((p.at += 1), define(p, at, true)) : undefined;
}

function define(p: Parser, at: number, isEndless: boolean): Expr {
  const { isStatic, owner } = receiver(p);
  const name = methodName(p);
  const read = (): void => {
    const cls = p.unit.bodyClass;
    const fn = p.unit.addFunction(name.name, name.at, cls);
    const isClassMethod = isStatic || p.unit.classMethods.has(p.unit.scope);
    const owning = p.unit.classes[cls];
    if (owning !== undefined && name.name === 'initialize') owning.ctor = fn;
    if (name.name.endsWith('='))
      declareFunction(p, { ...name, name: name.name.slice(0, -1) }, fn, 'setter', isClassMethod);
    else declareFunction(p, name, fn, 'method', isClassMethod);
    insideFunction(p, fn, false, () => {
      if (p.opens('(') && !p.startsLine())
        p.group(false, () => {
          parameters(p, fn, '');
        });
      else if (!isEndless && !p.startsLine()) parameters(p, fn, '');
      if (isEndless) {
        if (p.take('=')) settleBody(p, fn, { value: p.expression(VALUE) }, true);
      } else settleBody(p, fn, bodyWithRescue(p), name.name !== 'initialize');
    });
    // A method that needs nothing is also read like a field.
    const needsNothing = p.unit.functions[fn]?.params.every(({ fallback, rest }) => fallback ?? rest) === true;
    if (cls >= 0 && needsNothing && name.name !== 'initialize') declareFunction(p, name, fn, 'getter', isClassMethod);
  };
  if (owner === undefined) read();
  else insideClass(p, p.unit.extension(owner.name, owner.at), read);
  return p.literal(name.name, at, name.end);
}

/** `self.` or `Name.` before a method's name. */
function receiver(p: Parser): { readonly isStatic: boolean; readonly owner: Declared | undefined } {
  if (p.word(1) !== '.' || !p.isWord()) return { isStatic: false, owner: undefined };
  const first = takeName(p);
  p.at++;
  const isOther = first.name !== 'self' && /^[A-Z]/.test(first.name) && p.unit.bodyClass < 0;
  return { isStatic: true, owner: isOther ? first : undefined };
}

/** A word, one with `=` for a setter, or an operator. */
function methodName(p: Parser): Declared {
  const name = takeName(p);
  if (!/^\w/.test(name.name)) {
    while (!p.isDone() && !p.isSpaced() && !p.opens('(') && !p.isWord()) p.at++;
    return { ...name, end: p.stop };
  }
  const isSetter = p.word() === '=' && !p.isSpaced() && (p.opens('(', 1) || p.isWord(1));
  if (isSetter) p.at++;
  return isSetter ? { ...name, name: `${name.name}=`, end: p.stop } : name;
}

/** `class Name < Parent … end`, `class << self … end`, `module Name … end`. */
export function classDeclaration(p: Parser): Outcome | undefined {
  if (!p.opens(BLOCK, 1)) return undefined;
  const isModule = p.word() === 'module';
  p.at++;
  p.group(true, () => {
    if (p.word() === '<<') {
      p.at++;
      p.expression(100);
      const outer = p.unit.cls;
      if (outer < 0) p.statements();
      else classMethods(p);
      return;
    }
    if (!p.isWord() && p.word() !== '::') {
      p.statements();
      return;
    }
    const path = p.take('::') ? [] : pathAround(p);
    let name = takeName(p);
    while (p.word() === '::' && p.isWord(1)) {
      path.push(name.name);
      p.at++;
      name = takeName(p);
    }
    open(p, name, isModule, path.join('::'));
  });
  return nothing;
}

/** The names of the modules and classes around a place. */
function pathAround(p: Parser): string[] {
  const around = p.unit.classes[p.unit.bodyClass];
  return around?.name === undefined ? [] : pathOfClass(around).split('::');
}

/** A class that the file has already is opened again. */
function open(p: Parser, name: Declared, isModule: boolean, within: string): void {
  const known = p.unit.classes.findIndex(each => each.name === name.name && (each.within ?? '') === within);
  const cls = known >= 0 ? known : p.unit.addClass(name.name, isModule ? 'interface' : 'class', name);
  if (known < 0) declareClass(p, name, cls);
  const draft = p.unit.classes[cls];
  if (draft !== undefined && within !== '') draft.within = within;
  insideClass(p, cls, () => {
    if (p.take('<')) p.unit.classes[cls]?.extends.push(p.expression(OPERAND));
    p.statements();
  });
}

/** What `class << self` holds are methods of the class itself. */
function classMethods(p: Parser): void {
  p.unit.classMethods.add(p.unit.scope);
  p.statements();
  p.unit.classMethods.delete(p.unit.scope);
}

/** What `attr_reader` and its kind, `include` and `module_function` say, once they have been read as calls. */
export function classCommand(p: Parser, name: string, args: readonly Arg[]): void {
  const cls = p.unit.bodyClass;
  if (cls < 0) return;
  if (name === 'include' || name === 'extend' || name === 'prepend') {
    const parents = args.map(arg => arg.value).filter(value => value.k === 'name' || value.k === 'member');
    p.unit.classes[cls]?.extends.push(...parents);
  } else if (name === 'module_function') p.unit.classMethods.add(p.unit.scope);
  else if (/^(?:(?:thread_)?(?:c|m)?attr(?:_reader|_accessor|ibute)|class_attribute)$/.test(name))
    for (const { value } of args) if (value.k === 'literal') reader(p, cls, value, !name.startsWith('attr'));
}

/** `attr_reader :name` is a method that answers `@name`; `mattr_reader :name` is one of the class as well. */
function reader(p: Parser, cls: number, symbol: Expr & { k: 'literal' }, isStatic: boolean): void {
  const name = String(symbol.value);
  const at = symbol.at + (symbol.quote?.length ?? 0);
  const span = { at, end: at + name.length };
  const fn = p.unit.addFunction(name, at, cls);
  const draft = p.unit.functions[fn];
  if (draft !== undefined) {
    const object: Expr = { k: 'this', cls, at, end: at };
    const index: Expr = { k: 'literal', value: `@${name}`, at, end: at };
    draft.returns.push({ k: 'index', object, index, at, end: at });
    draft.completes = false;
  }
  p.unit.addMember(cls, { name, nameAt: at, kind: 'getter', static: false, fn, ...span });
  if (isStatic) p.unit.addMember(cls, { name, nameAt: at, kind: 'getter', static: true, fn, ...span });
}

/** `->(a) { }`, `-> { }`, `-> a do … end`. */
export function arrowLambda(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.unit.scope.open = true;
    if (p.opens('('))
      p.group(false, () => {
        parameters(p, fn, '');
      });
    else if (!p.opens('{') && !p.opens('do')) parameters(p, fn, '{');
    if (p.opens('{') || p.opens('do'))
      p.group(true, () => {
        settleBody(p, fn, bodyWithRescue(p), true);
      });
  });
  return functionRef(p, fn, at);
}
