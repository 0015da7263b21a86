import type { Binding, Call, Class, CodeFile, Expr, Name, Template, This, Unit } from '../facts.ts';
import { applyWrites, assigned, nothing, writesTo, type ReadAt } from './assignments.ts';
import { answersOf } from './callee.ts';
import { isSkippable } from './chains.ts';
import { applyFunction, callValue } from './call-value.ts';
import { frameOf, selfOf } from './env.ts';
import { wholeClass } from './classes.ts';
import { classesOfType } from './class-types.ts';
import { expectedValue } from './expected.ts';
import { implicitMember } from './implicit-members.ts';
import { hasOverloads, isJavaScript } from '../language-families.ts';
import type { Env } from './value.ts';
import { placeOf, type Evaluator, type Scope } from './evaluator.ts';
import { fillingsOf } from './fillings.ts';
import { globalValue, importedValue } from './imports.ts';
import { MemberEnvs } from './member-envs.ts';
import { elementOf, memberOf, pathOf } from './members.ts';
import { moduleScope } from './module-scope.ts';
import { objectValue } from './objects.ts';
import { conform, isAsserted, isUnfilled, refine } from './conform.ts';
import { withoutNullish } from './nullish.ts';
import type { Program } from './program.ts';
import { narrowed } from './guards.ts';
import { binaryValue, choiceValue, unaryValue } from './operators.ts';
import { isInStaticMethod } from './static-methods.ts';
import { concatenate } from './strings.ts';
import { itemGiven } from './callbacks.ts';
import { typeOfParameter, withFiniteTypes } from './parameter-types.ts';
import { valueOfType } from './types.ts';
import {
  isSolid,
  isVague,
  scalar,
  union,
  unknown,
  type Alternative,
  type ClassValue,
  type FunctionValue,
  type ParameterValue,
  type TypeAt,
  type Value,
} from './value.ts';

/**
 * Answers what an expression can be, by following names, imports, calls and types through the facts of all files. It is an
 * abstract interpreter without effects: every answer is a union of what is possible, and what cannot be told is `unknown`.
 */
export class FactsEvaluator implements Evaluator {
  readonly program: Program;
  /** For expressions of the reported call's own code: no call was entered. */
  readonly site: Env = { fn: -1, argument: () => [], depth: 0, level: 0, memo: new Map() };
  /** For what modules declare: deeper than any call, so that the expression that reads it is the one that is reported. */
  readonly module: Env = { fn: -1, argument: () => [], depth: Infinity, level: -1, memo: new Map() };
  readonly #members = new MemberEnvs(this.module);
  #fuel = 0;
  #depth = 0;

  constructor(program: Program) {
    this.program = program;
  }

  /** What `expr` can be. The work of one question from outside is bounded. */
  evaluate(expr: Expr, scope: Scope): Value {
    const { memo } = scope.env;
    const known = memo.get(expr);
    if (known) return known;
    if (this.#depth === 0) return this.#answer(expr, scope);
    return this.#follow(expr, scope);
  }

  /** A question from outside. Code that leads round in a way that nothing else stops must not end the whole check. */
  #answer(expr: Expr, scope: Scope): Value {
    this.#fuel = 20_000;
    try {
      return this.#follow(expr, scope);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#depth = 0;
      const value = unknown('it is too deep to follow');
      scope.env.memo.set(expr, value);
      return value;
    }
  }

  #follow(expr: Expr, scope: Scope): Value {
    const { memo } = scope.env;
    if (this.#fuel-- <= 0 || this.#depth > 150) return unknown('it is too deep to follow');
    memo.set(expr, unknown('it depends on itself'));
    this.#depth++;
    const value = stamp(this.#evaluate(expr, scope), expr, scope);
    this.#depth--;
    // A value of many alternatives is as much work as many values.
    this.#fuel -= value.length >> 2;
    memo.set(expr, value);
    return value;
  }

  forget(): void {
    this.site.memo.clear();
    this.module.memo.clear();
    this.#members.forget();
  }

  memberEnv(of: ClassValue, self: Value, frame: Env | undefined): Env {
    return this.#members.of(of, self, frame);
  }

  #evaluate(expr: Expr, scope: Scope): Value {
    switch (expr.k) {
      case 'literal': {
        const literal = typeof expr.value === 'string' ? { ...placeOf(expr, scope), quote: expr.quote } : undefined;
        return [{ v: 'scalar', value: expr.value, ...(literal && { literal }) }];
      }
      case 'template':
        return this.#template(expr, scope);
      case 'name':
        return this.#name(expr, scope);
      case 'member':
        return this.#read(expr, scope, memberOf(this, this.evaluate(expr.object, scope), expr.name, scope));
      case 'index':
        return this.#read(
          expr,
          scope,
          elementOf(this, this.evaluate(expr.object, scope), this.evaluate(expr.index, scope), scope),
        );
      case 'call': {
        const call = scope.unit.calls[expr.call];
        return call ? this.#read(expr, scope, callValue(this, call, scope)) : unknown('it is not readable');
      }
      case 'object':
        return objectValue(this, expr, scope);
      case 'array':
        return this.#array(expr.items, scope);
      case 'function':
        return [{ v: 'function', file: scope.file, unit: scope.unit, fn: expr.fn, env: scope.env, ...selfIn(scope) }];
      case 'class': {
        const cls = scope.unit.classes[expr.cls];
        return cls ? this.#classIn(scope, cls) : unknown('it is not readable');
      }
      case 'choice':
        return choiceValue(this, expr, scope);
      case 'binary':
        return binaryValue(this, expr, scope);
      case 'unary':
        return unaryValue(this, expr, scope);
      case 'cast': {
        const value = this.evaluate(expr.value, scope);
        // `{} as Client` says what is meant by its type, and nothing by its value.
        const isEmpty = expr.value.k === 'object' && expr.value.entries.length === 0;
        if (!expr.type) return expr.keeps ? value : withoutNullish(value);
        if (expr.keeps) return value;
        const at = { type: expr.type, file: scope.file, unit: scope.unit };
        const type = this.valueOfType(at);
        return isEmpty || isAsserted(value, scope) ? type : conform(this, refine(value, type, scope), at);
      }
      case 'await':
        return awaited(this, this.evaluate(expr.value, scope));
      case 'spread':
        return elementOf(this, this.evaluate(expr.value, scope), unknown('which element is not known'), scope);
      case 'this':
        return this.#this(expr, scope);
      case 'opaque':
        if (expr.expected) return expectedValue(this, expr, scope) ?? unknown('the type that is expected is not known');
        return expr.type
          ? valueOfType(this, { type: expr.type, file: scope.file, unit: scope.unit })
          : unknown('it is computed when the program runs');
    }
  }

  /** What is read by `a?.b` is undefined where `a` is missing, unless the code around has tested for it. */
  #read(expr: Expr, scope: Scope, value: Value): Value {
    const read = scope.file.language === 'objective-c' ? answersOf(this, value, scope) : value;
    const all = isSkippable(this, expr, scope) ? union([read, nothing]) : read;
    return expr.k === 'member' ? narrowed(this, all, expr, scope) : all;
  }

  #template(expr: Template, scope: Scope): Value {
    let value: Value = scalar('');
    for (const part of expr.parts)
      value = concatenate(
        value,
        typeof part === 'string' ? scalar(part) : withFiniteTypes(this, this.evaluate(part, scope)),
      );
    return value;
  }

  #array(items: readonly Expr[], scope: Scope): Value {
    const all: (() => Value)[] = [];
    let open: string | undefined;
    for (const item of items) {
      if (item.k !== 'spread') {
        all.push(() => this.evaluate(item, scope));
        continue;
      }
      const spread = this.evaluate(item.value, scope);
      for (const alternative of spread) {
        if (alternative.v === 'array') {
          all.push(...alternative.items);
          open ??= alternative.open;
        } else open ??= 'it spreads an array that is not known';
      }
    }
    return [{ v: 'array', items: all, ...(open !== undefined && { open }) }];
  }

  #this({ cls, parent, at: place }: This, scope: Scope): Value {
    const self = selfOf(scope.env);
    const own = scope.unit.classes[cls];
    if (self && !parent) return self;
    if (!own) return unknown('`this` is not known here');
    const [of] = this.#classIn(scope, own);
    const isStatic = isInStaticMethod(scope.unit, place);
    if (!parent) return isStatic ? [of] : [{ v: 'instance', of }];
    const base = of.cls.extends[0];
    const at = of.unit === scope.unit ? scope : { ...scope, unit: of.unit, env: this.module };
    if (!base) return unknown('the parent class is not known');
    return isStatic ? this.evaluate(base, at) : instancesOf(this.evaluate(base, at));
  }

  #classIn({ file, unit, env }: Scope, cls: Class): readonly [ClassValue] {
    return [wholeClass(this, { v: 'class', file, unit, cls, env })];
  }

  // -------------------------------------------------------------------------------------------------- names

  #name(expr: Name, scope: Scope): Value {
    const binding = scope.unit.bindings[expr.binding];
    if (binding && expr.binding >= 0) {
      const value = this.binding(binding, scope, { at: expr.at });
      return binding.writes.some(write => write.path.length === 0) ? value : narrowed(this, value, expr, scope);
    }
    return implicitMember(this, expr, scope) ?? this.moduleName(expr.name, scope);
  }

  /** What a name of the module's scope stands for: a declaration in another unit, an import, or a global. */
  moduleName(name: string, scope: Scope): Value {
    const { file } = scope;
    const declarations = moduleScope(file);
    const declared = declarations.declared.get(name);
    if (declared) {
      const binding = declared.unit.bindings[declared.binding];
      if (binding) {
        this.program.touch(declared.unit);
        return this.binding(
          binding,
          { file, unit: declared.unit, env: this.module },
          { at: Infinity, unitStart: scope.unit.start },
        );
      }
    }
    const imported = declarations.imports.get(name);
    if (imported) return importedValue(this, imported.import, file);
    return globalValue(this, name, scope);
  }

  /** The value of something that a file's top level declares. */
  declared(file: CodeFile, unit: Unit, binding: Binding): Value {
    this.program.touch(unit);
    return this.binding(binding, { file, unit, env: this.module }, { at: Infinity });
  }

  /** What a binding stands for where it is read. */
  binding(binding: Binding, scope: Scope, at: ReadAt): Value {
    switch (binding.kind) {
      case 'param':
        return this.#parameter(binding, scope, at);
      case 'function':
        return this.#function(binding, scope);
      case 'class':
        return this.#class(binding, scope);
      // An enum with members of its own is a class; one of plain values is an object.
      case 'enum':
        return binding.cls === undefined ? this.#variable(binding, scope, at) : this.#class(binding, scope);
      case 'import': {
        const item = scope.unit.imports[binding.import ?? -1];
        return item ? importedValue(this, item, scope.file) : unknown('the import is not known');
      }
      case 'catch':
        return unknown('a caught error can be anything');
      case 'loop': {
        const over = binding.init ? this.evaluate(binding.init, scope) : unknown('what is looped over is not known');
        return this.#typed(
          binding,
          pathOf(this, elementOf(this, over, unknown('which element is not known'), scope), binding, scope),
          scope,
        );
      }
      default:
        return this.#variable(binding, scope, at);
    }
  }

  /** A function; at the top level, with those of the same name that differ by their parameters. */
  #function(binding: Binding, scope: Scope): Value {
    if (binding.fn === undefined) return unknown('its body is not known');
    const { file, unit, env } = scope;
    const others =
      binding.scope === -1 && hasOverloads(file.language)
        ? unit.bindings.filter(({ name, kind, scope: at }) => name === binding.name && kind === 'function' && at === -1)
        : [binding];
    return others.flatMap(({ fn }): Value =>
      fn === undefined ? [] : [{ v: 'function', file, unit, fn, env, ...selfIn(scope) }],
    );
  }

  #class(binding: Binding, scope: Scope): Value {
    const cls = scope.unit.classes[binding.cls ?? -1];
    return cls ? this.#classIn(scope, cls) : unknown('the class is not known');
  }

  #variable(binding: Binding, scope: Scope, at: ReadAt): Value {
    const writes = writesTo(this, binding, scope, at);
    const initial = (): Value =>
      binding.init ? this.evaluate(binding.init, scope) : binding.type ? unknown('it has no value here') : nothing;
    const value = assigned(this, binding, writes, initial);
    return applyWrites(this, this.#typed(binding, pathOf(this, value, binding, scope), scope), [
      ...writes,
      ...fillingsOf(this, binding, value, scope, at.at),
    ]);
  }

  #parameter(binding: Binding, scope: Scope, at: ReadAt): Value {
    const fn = binding.fn ?? -1;
    const index = binding.param ?? -1;
    const frame = frameOf(scope.env, scope.unit, fn);
    const passed = (): Value => {
      if (frame) return frame.argument(index);
      const item = itemGiven(this, scope, fn, index);
      if (item) return item;
      const type = typeOfParameter(this, scope, fn, index);
      // What a type says for sure (a client, a function, an instance) is worth more than knowing which parameter it is.
      const isData = type !== undefined && !isJavaScript(scope.file.language) && classesOfType(this, type).length > 0;
      const typed = type && !isData ? this.valueOfType(type) : undefined;
      const self: ParameterValue = {
        v: 'parameter',
        file: scope.file,
        unit: scope.unit,
        fn,
        param: index,
        path: [],
        ...(type && { type }),
      };
      // Elsewhere than in JavaScript, objects of a class are data as well: events and their properties.
      const isSure = isJavaScript(scope.file.language) ? isSolid : isBehaviour;
      if (typed?.some(isSure)) return typed.map(each => (each.v === 'sdk' ? { ...each, given: self } : each));
      return [self];
    };
    const writes = writesTo(this, binding, scope, at);
    const value = assigned(this, binding, writes, passed);
    return applyWrites(this, this.#typed(binding, pathOf(this, value, binding, scope), scope), writes);
  }

  /** An annotation tells what the value does not. */
  #typed(binding: Binding, value: Value, scope: Scope): Value {
    return binding.type && (value.some(isVague) || isUnfilled(value, scope))
      ? refine(value, valueOfType(this, { type: binding.type, file: scope.file, unit: scope.unit }), scope)
      : value;
  }

  apply(callee: FunctionValue, call: Call | undefined, scope: Scope): Value {
    return applyFunction(this, callee, call, scope);
  }

  memberOf(value: Value, name: string, scope: Scope): Value {
    return memberOf(this, value, name, scope);
  }

  elementOf(object: Value, index: Value, scope: Scope): Value {
    return elementOf(this, object, index, scope);
  }

  valueOfType(type: TypeAt): Value {
    if (this.#depth > 150) return unknown('its type refers to itself');
    this.#depth++;
    const value = valueOfType(this, type);
    this.#depth--;
    return value;
  }
}

function awaited(evaluator: Evaluator, value: Value): Value {
  return union(
    value.map(alternative => {
      if (
        alternative.v !== 'typed' ||
        alternative.type.type.t !== 'reference' ||
        alternative.type.type.name !== 'Promise'
      )
        return [alternative];
      const [inner] = alternative.type.type.args;
      return inner ? valueOfType(evaluator, { ...alternative.type, type: inner }) : unknown('the promise has no type');
    }),
  );
}

function isBehaviour({ v }: Alternative): boolean {
  return v === 'sdk' || v === 'function' || v === 'class';
}

function instancesOf(value: Value): Value {
  return value.map(alternative => (alternative.v === 'class' ? { v: 'instance', of: alternative } : alternative));
}

function selfIn(scope: Scope): { readonly self?: Value } {
  const self = selfOf(scope.env);
  return self ? { self } : {};
}

/** Expressions that are a use of what they read; the others pass on the uses inside them. */
const uses = new Set<Expr['k']>([
  'literal',
  'template',
  'name',
  'member',
  'index',
  'call',
  'binary',
  'function',
  'object',
  'array',
  'opaque',
  'unary',
]);

/** Marks alternatives with the expression through which they were read, unless a caller's expression was marked already. */
function stamp(value: Value, expr: Expr, scope: Scope): Value {
  if (!uses.has(expr.k)) return value;
  const { depth } = scope.env;
  const use = { ...placeOf(expr, scope), depth };
  return value.map(alternative =>
    alternative.use && alternative.use.depth < depth ? alternative : { ...alternative, use },
  );
}
