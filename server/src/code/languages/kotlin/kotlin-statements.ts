import {
  declareVariable,
  functionBody,
  insideClass,
  insideFunction,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { branch, doLoop, jump, leap, loop } from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { classDeclaration, initializer, objectDeclaration, secondaryConstructor } from './kotlin-classes.ts';
import {
  functionDeclaration,
  MODIFIERS,
  parameters,
  skipAngles,
  skipAnnotation,
  type Modifiers,
} from './kotlin-functions.ts';

const DECLARATIONS: ReadonlyMap<string, (p: Parser, modifiers: Modifiers) => Outcome | undefined> = new Map([
  ['val', variable],
  ['var', variable],
  [
    'fun',
    (p: Parser, modifiers: Modifiers) =>
      p.word(1) === 'interface' ? functionalInterface(p, modifiers) : functionDeclaration(p),
  ],
  ['class', classDeclaration],
  ['interface', classDeclaration],
  ['object', objectDeclaration],
  ['constructor', secondaryConstructor],
  ['init', initializer],
]);

/** Statements that begin with a word or mark of Kotlin's own. */
export const kotlinStatements: ReadonlyMap<string, (p: Parser) => Outcome | undefined> = new Map([
  ...[...MODIFIERS, ...DECLARATIONS.keys(), '@'].map(word => [word, declaration] as const),
  ['package', packageHeader],
  ['import', importHeader],
  ['typealias', typeAlias],
  ['for', forLoop],
  ['while', loop],
  ['do', doLoop],
  ['return', (p: Parser) => jump(p, true)],
  ['throw', (p: Parser) => jump(p, false)],
  ['break', leap],
  ['continue', leap],
] as const);

/** Annotations and modifiers, then what they stand before; undefined where no declaration follows. */
function declaration(p: Parser): Outcome | undefined {
  const from = p.at;
  const modifiers = new Set<string>();
  for (;;) {
    if (p.word() === '@' && p.isWord(1)) {
      if (isLoopWord(p.word(1))) {
        p.at++;
        return nothing;
      }
      skipAnnotation(p);
    } else if (MODIFIERS.has(p.word()) && (p.isWord(1) || p.word(1) === '@') && p.word(1) !== 'in') {
      modifiers.add(p.word());
      p.at++;
    } else break;
  }
  const outcome = DECLARATIONS.get(p.word())?.(p, modifiers);
  if (outcome === undefined && modifiers.size > 0) p.at = from;
  return outcome ?? (p.at > from ? nothing : undefined);
}

function isLoopWord(word: string): boolean {
  return word === 'for' || word === 'while' || word === 'do';
}

function packageHeader(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  p.namespace = path(p).join('.');
  return nothing;
}

/** `a.b.c` on one line. */
function path(p: Parser): string[] {
  const parts: string[] = [];
  while (p.isWord() || p.word() === '*') {
    parts.push(p.word());
    p.at++;
    if (p.word() !== '.' || p.startsLine(1)) break;
    p.at++;
  }
  return parts;
}

function importHeader(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const at = p.start;
  const parts = path(p);
  const span = p.span(at);
  const name = parts.pop() ?? '';
  const module = parts.join('.');
  const place = { at: span.at, end: span.end };
  if (name === '*') p.unit.imports.push({ module, name, local: undefined, span });
  else {
    const alias = p.take('as') ? takeName(p) : undefined;
    const local = alias?.name ?? name;
    p.unit.declare(local, 'import', alias ?? { at: span.end - name.length, end: place.end }, {
      import: p.unit.imports.length,
    });
    p.unit.imports.push({ module, name, local, span });
  }
  return nothing;
}

function typeAlias(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const name = takeName(p);
  skipAngles(p);
  const aliased = p.take('=') ? p.type() : undefined;
  const span = p.span(name.at);
  p.unit.types.push({ name: name.name, params: [], type: aliased ?? { t: 'opaque' }, extends: [], ...span });
  return nothing;
}

function variable(p: Parser, modifiers: Modifiers): Outcome | undefined {
  if (!p.isWord(1) && p.kind(1) !== TokenKind.open && p.word(1) !== '<') return undefined;
  const kind = p.word() === 'val' ? 'const' : 'let';
  p.at++;
  skipAngles(p);
  if (p.opens('(')) return destructuring(p, kind);
  const receiver = receiverType(p);
  if (!p.isWord()) return nothing;
  if (receiver === undefined) property(p, kind, modifiers);
  else {
    insideClass(p, p.unit.extension(receiver, p.start), () => {
      property(p, kind, modifiers);
    });
  }
  return nothing;
}

function property(p: Parser, kind: 'const' | 'let', modifiers: Modifiers): void {
  const name = takeName(p);
  const type = p.take(':') ? p.type() : undefined;
  let init: Expr | undefined;
  if (p.take('=')) init = p.expression();
  else if (p.take('by')) init = delegated(p, p.expression());
  const getter = p.unit.fn < 0 || p.unit.bodyClass >= 0 ? accessors(p, name) : undefined;
  declareVariable(p, name, { kind, init, type, getter, isStatic: modifiers.has('const') });
}

/** The type of an extension property, `Type<X>?.` before its name, which is moved behind. */
function receiverType(p: Parser): string | undefined {
  const from = p.at;
  let receiver: string | undefined;
  while (p.isWord()) {
    const name = p.word();
    p.at++;
    skipAngles(p);
    if (!p.take('?.') && !p.take('.')) {
      p.at--;
      break;
    }
    receiver = name;
  }
  if (receiver === undefined) p.at = from;
  return receiver;
}

function destructuring(p: Parser, kind: 'const' | 'let'): Outcome {
  const names: { readonly name: string; readonly step: number; readonly at: number; readonly end: number }[] = [];
  p.group(false, () => {
    for (let step = 0; !p.isDone(); step++) {
      if (p.isWord() && p.word() !== '_') names.push({ name: p.word(), step, at: p.start, end: p.tokens.stop(p.at) });
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
  });
  const init = p.take('=') ? p.expression() : undefined;
  for (const { name, step, at, end } of names)
    p.unit.declare(name, kind, { at, end }, { ...(init && { init }), path: [step] });
  return nothing;
}

/** `by lazy { value }` is the value; other delegates are not known. */
function delegated(p: Parser, value: Expr): Expr {
  const call = value.k === 'call' ? p.unit.calls[value.call] : undefined;
  const lazy = call?.callee.k === 'name' && call.callee.name === 'lazy' ? call.args.at(-1)?.value : undefined;
  const returns = lazy?.k === 'function' ? p.unit.functions[lazy.fn]?.returns : undefined;
  // A container of dependencies is asked for a thing of a type: `by inject<Tracker>()`.
  return returns?.[0] ?? (call?.typeArgs ? value : { k: 'opaque', at: value.at, end: value.end });
}

/** `get() = value` and `set(value) { }` behind a property. Answers the getter's function. */
function accessors(p: Parser, name: Declared): number | undefined {
  let getter: number | undefined;
  for (;;) {
    let ahead = 0;
    for (;;) {
      if (MODIFIERS.has(p.word(ahead)) || p.word(ahead) === ';') ahead++;
      else if (p.word(ahead) === '@' && p.isWord(ahead + 1))
        ahead = p.opens('(', ahead + 2) ? p.closing(ahead + 2) - p.at + 1 : ahead + 2;
      else break;
    }
    const word = p.word(ahead);
    if (word !== 'get' && word !== 'set') return getter;
    if (!p.opens('(', ahead + 1)) {
      if (word === 'get' || ahead === 0) return getter;
      p.at += ahead + 1;
      continue;
    }
    p.at += ahead + 1;
    const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
    insideFunction(p, fn, false, () => {
      parameters(p, fn);
      if (p.take(':')) p.type();
      functionBody(p, fn, '=');
    });
    if (word === 'get') getter = fn;
  }
}

/** `for (name in values) branch`. */
function forLoop(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  p.at++;
  const outer = p.unit.enter('block');
  p.group(false, () => {
    const names: Declared[] = [];
    const steps: (number | undefined)[] = [];
    while (!p.isDone() && p.word() !== 'in') {
      if (p.opens('(')) {
        p.group(false, () => {
          for (let step = 0; !p.isDone(); step++) {
            if (p.isWord() && p.word() !== '_') {
              names.push({ name: p.word(), at: p.start, end: p.tokens.stop(p.at) });
              steps.push(step);
            }
            while (!p.isDone() && p.word() !== ',') p.skip();
            p.at++;
          }
        });
      } else if (p.isWord() && names.length === 0) {
        names.push(takeName(p));
        steps.push(undefined);
        if (p.take(':')) p.type();
      } else p.skip();
    }
    p.take('in');
    const init = p.expression();
    names.forEach((name, index) => {
      const step = steps[index];
      p.unit.declare(name.name, 'loop', name, { init, ...(step !== undefined && { path: [step] }) });
    });
    p.rest();
  });
  branch(p);
  p.unit.leave(outer);
  return nothing;
}

function functionalInterface(p: Parser, modifiers: Modifiers): Outcome | undefined {
  p.at++;
  return classDeclaration(p, modifiers);
}
