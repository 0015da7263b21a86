import { declareVariable, functionBody, insideFunction, takeName, type Declared } from '../../builder/declarations.ts';
import { caseTest, GuardedBranches } from '../../builder/guarded.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import {
  attempt,
  branch,
  branchBody,
  Branches,
  doLoop,
  head,
  headValue,
  jump,
  leap,
  loop,
} from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import {
  functionDeclaration,
  implicitBody,
  initializer,
  otherBody,
  skipAttribute,
  type Modifiers,
} from './swift-functions.ts';
import { pattern } from './swift-patterns.ts';
import { enumCases, extension, typeDeclaration } from './swift-types.ts';

const MODIFIERS = new Set(
  (
    'public private fileprivate internal open package static class override final lazy weak unowned mutating nonmutating ' +
    'required convenience dynamic optional indirect nonisolated isolated async prefix postfix infix distributed'
  ).split(' '),
);

const DECLARATIONS: ReadonlyMap<string, (p: Parser, modifiers: Modifiers) => Outcome | undefined> = new Map([
  ['let', variables],
  ['var', variables],
  ['func', functionDeclaration],
  ['init', initializer],
  ['deinit', otherBody],
  ['subscript', otherBody],
  ['class', typeDeclaration],
  ['struct', typeDeclaration],
  ['enum', typeDeclaration],
  ['actor', typeDeclaration],
  ['protocol', typeDeclaration],
  ['extension', extension],
  ['case', caseStatement],
  ['typealias', typeAlias],
  ['associatedtype', (p: Parser) => line(p)],
  ['import', importStatement],
]);

/** Statements that begin with a word or mark of Swift's own. */
export const swiftStatements: ReadonlyMap<string, (p: Parser) => Outcome | undefined> = new Map([
  ...[...MODIFIERS, ...DECLARATIONS.keys(), '@'].map(word => [word, declaration] as const),
  ['guard', guard],
  ['for', forLoop],
  ['while', loop],
  ['repeat', doLoop],
  ['do', (p: Parser) => (p.opens('{', 1) ? { value: attempt(p) } : undefined)],
  ['defer', (p: Parser) => (p.opens('{', 1) ? ((p.at += 1), branch(p), nothing) : undefined)],
  ['return', (p: Parser) => jump(p, true)],
  ['throw', (p: Parser) => jump(p, false)],
  ['break', leap],
  ['continue', leap],
  ['fallthrough', leap],
] as const);

/** Attributes and modifiers, then what they stand before; undefined where no declaration follows. */
function declaration(p: Parser): Outcome | undefined {
  const from = p.at;
  const modifiers = new Set<string>();
  for (;;) {
    if (p.word() === '@' && p.isWord(1)) {
      if (p.word(1) === 'unknown' && p.word(2) === 'default') return undefined;
      skipAttribute(p);
    } else if (MODIFIERS.has(p.word()) && isModifier(p)) {
      modifiers.add(p.word());
      p.at++;
      if (p.opens('(') && (!p.isSpaced() || p.word(1) === 'set')) p.skip();
    } else break;
  }
  const outcome = DECLARATIONS.get(p.word())?.(p, modifiers);
  if (outcome === undefined) p.at = from;
  return outcome;
}

/** A word before another declaration word; `class` begins a declaration of its own unless a member follows. */
function isModifier(p: Parser): boolean {
  const ahead = p.opens('(', 1) ? p.closing(1) - p.at + 1 : 1;
  const next = p.word(ahead);
  if (p.word() === 'class') return next === 'func' || next === 'var' || MODIFIERS.has(next);
  return MODIFIERS.has(next) || DECLARATIONS.has(next) || next === '@';
}

function line(p: Parser): Outcome {
  p.at++;
  while (!p.isAtEnd()) p.skip();
  return nothing;
}

function importStatement(p: Parser): Outcome | undefined {
  if (!p.isWord(1) || p.startsLine(1)) return undefined;
  p.at++;
  const isMember = p.isWord(1) && !p.startsLine(1);
  if (isMember) p.at++;
  const at = p.start;
  const parts: string[] = [];
  while (p.isWord()) {
    parts.push(takeName(p).name);
    if (!p.take('.')) break;
  }
  const span = p.span(at);
  const name = isMember ? (parts.pop() ?? '') : '*';
  const module = parts.join('.');
  p.unit.imports.push({ module, name, local: isMember ? name : undefined, span });
  if (isMember) {
    const place = { at: span.end - name.length, end: span.end };
    p.unit.declare(name, 'import', place, { import: p.unit.imports.length - 1 });
  }
  return nothing;
}

function typeAlias(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const name = takeName(p);
  while (!p.isAtEnd() && p.word() !== '=') p.skip();
  const type = p.take('=') ? p.type() : undefined;
  const span = p.span(name.at);
  p.unit.types.push({ name: name.name, params: [], type: type ?? { t: 'opaque' }, extends: [], ...span });
  return nothing;
}

/** `let a: T = value, b = value`, `var a: T { … }`, `let (a, b) = value`; in conditions one at a time. */
function variables(p: Parser, modifiers: Modifiers): Outcome | undefined {
  if (!p.isWord(1) && !p.opens('(', 1)) return undefined;
  const kind = p.word() === 'let' ? 'const' : 'let';
  p.at++;
  let init: Expr | undefined;
  do {
    if (p.opens('(')) destructuring(p, kind);
    else if (p.isWord()) init = variable(p, kind, modifiers);
    else break;
  } while (!p.stopsAtBrace && p.take(','));
  return p.stopsAtBrace && init !== undefined ? { value: isThere(init) } : nothing;
}

/** `if let name = value` asks whether the value is there. */
function isThere(left: Expr): Expr {
  const { at, end } = left;
  return { k: 'binary', op: '!=', left, right: { k: 'literal', value: null, at: end, end }, at, end };
}

function variable(p: Parser, kind: 'const' | 'let', modifiers: Modifiers): Expr | undefined {
  const name = takeName(p);
  const type = p.take(':') ? p.type() : undefined;
  let init: Expr | undefined;
  if (p.take('=')) init = hasObservers(p) ? withoutBraces(p) : p.expression();
  else if (p.stopsAtBrace && type === undefined) init = outerName(p, name);
  const getter =
    p.opens('{') && !p.stopsAtBrace && !p.startsLine() ? accessors(p, name, init === undefined) : undefined;
  const isStatic = modifiers.has('static') || modifiers.has('class');
  declareVariable(p, name, { kind, init, type, getter, isStatic });
  return init;
}

/** `= value { didSet { } }`: the brace does not belong to the value. */
function hasObservers(p: Parser): boolean {
  if (p.unit.bodyClass < 0) return false;
  for (let ahead = 0; ahead < 60 && p.kind(ahead) !== TokenKind.end; ahead++) {
    if (ahead > 0 && p.startsLine(ahead) && !p.grammar.continues.has(p.word(ahead))) return false;
    if (p.opens('{', ahead) && ACCESSORS.has(p.word(ahead + 1)) && /^[{(]$/.test(p.word(ahead + 2))) return true;
    if (p.kind(ahead) === TokenKind.open) ahead = p.closing(ahead) - p.at;
  }
  return false;
}

function withoutBraces(p: Parser): Expr {
  const { stopsAtBrace } = p;
  p.stopsAtBrace = true;
  const value = p.expression();
  p.stopsAtBrace = stopsAtBrace;
  return value;
}

/** `if let name` unwraps the variable of the same name around it. */
function outerName(p: Parser, name: Declared): Expr {
  const here = p.unit.scope;
  p.unit.scope = here.parent ?? here;
  const value = p.unit.name(name.name, name.at, name.end);
  p.unit.scope = here;
  return value;
}

function destructuring(p: Parser, kind: 'const' | 'let'): void {
  const names: { readonly name: Declared; readonly step: number }[] = [];
  p.group(false, () => {
    for (let step = 0; !p.isDone(); step++) {
      if (p.isWord() && p.word() !== '_') names.push({ name: takeName(p), step });
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
  });
  const init = p.take('=') ? p.expression() : undefined;
  for (const { name, step } of names) p.unit.declare(name.name, kind, name, { ...(init && { init }), path: [step] });
}

const ACCESSORS = new Set(['get', 'set', 'willSet', 'didSet', '_read', '_modify']);

/** `{ get { } set { } }`, or the getter's body itself. Answers the getter's function. */
function accessors(p: Parser, name: Declared, isComputed: boolean): number | undefined {
  const isList = p.isWord(1) && (ACCESSORS.has(p.word(1)) || p.word(1) === 'mutating' || p.word(1) === 'nonmutating');
  if (!isList && !(p.word(1) === '@' && ACCESSORS.has(p.word(3)))) {
    const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
    insideFunction(p, fn, false, () => {
      implicitBody(p, fn);
    });
    return isComputed ? fn : undefined;
  }
  let getter: number | undefined;
  p.group(true, () => {
    while (!p.isDone()) {
      const word = p.word();
      p.at++;
      if (!ACCESSORS.has(word)) continue;
      const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
      insideFunction(p, fn, false, () => {
        const value = { at: p.start, end: p.start };
        if (p.opens('(')) p.skip();
        if (word === 'set' || word === 'willSet') p.unit.declare('newValue', 'param', value, { fn, scope: fn });
        while (p.word() === 'async' || p.word() === 'throws') p.at++;
        if (word === 'get' && p.opens('{')) implicitBody(p, fn);
        else functionBody(p, fn, undefined);
      });
      if (word === 'get') getter = fn;
    }
  });
  return getter;
}

/** `case` in an enum's body, and in the head of `if case pattern = value`. */
function caseStatement(p: Parser): Outcome | undefined {
  if (p.unit.bodyClass >= 0) return enumCases(p);
  if (!p.stopsAtBrace) return undefined;
  p.at++;
  pattern(p);
  if (p.take('=')) return { value: p.expression() };
  return nothing;
}

/** `guard head else { }`: what the head declares is known behind it. */
function guard(p: Parser): Outcome | undefined {
  p.at++;
  const test = head(p);
  const branches = new GuardedBranches(p);
  if (p.take('else')) branches.read(test, () => branchBody(p), false);
  branches.finish();
  return nothing;
}

/** `for pattern in values where condition { }`. */
function forLoop(p: Parser): Outcome {
  p.at++;
  const outer = p.unit.enter('block');
  while (p.word() === 'try' || p.word() === 'await') p.at++;
  const names: { readonly name: Declared; readonly step: number | undefined }[] = [];
  if (p.take('case')) pattern(p);
  else if (p.opens('('))
    p.group(false, () => {
      for (let step = 0; !p.isDone(); step++) {
        if (p.isWord() && p.word() !== '_') names.push({ name: takeName(p), step });
        while (!p.isDone() && p.word() !== ',') p.skip();
        p.at++;
      }
    });
  else if (p.isWord()) names.push({ name: takeName(p), step: undefined });
  while (!p.isDone() && p.word() !== 'in' && !p.opens('{')) p.skip();
  p.take('in');
  const init = headValue(p);
  for (const { name, step } of names)
    p.unit.declare(name.name, 'loop', name, { init, ...(step !== undefined && { path: [step] }) });
  if (p.opens('{')) branch(p);
  p.unit.leave(outer);
  return nothing;
}

const LABELS = new Set(['case', 'default', '@']);

/** `switch value { case pattern, pattern: statements … default: statements }`. Stands at the word. */
export function choose(p: Parser): Expr | undefined {
  if (p.kind(1) === TokenKind.end) return undefined;
  const at = p.start;
  p.at++;
  const test = headValue(p);
  if (!p.opens('{')) return p.opaque(at);
  const branches = new Branches(p);
  const guarded = new GuardedBranches(p, true);
  p.group(true, () => {
    while (!p.isDone()) {
      const from = p.at;
      if (p.word() === '@' && p.word(1) === 'unknown') p.at += 2;
      if (p.take('default')) {
        p.take(':');
        add(p, branches, guarded, undefined, undefined);
      } else if (p.take('case')) {
        const outer = p.unit.enter('block');
        const { patterns, isSure } = casePatterns(p);
        add(p, branches, guarded, patterns, isSure ? caseTest(test, patterns) : p.opaque(p.stop));
        p.unit.leave(outer);
      } else p.statement();
      if (p.at === from) p.unknown();
    }
  });
  guarded.finish();
  return branches.finish(at, test, true);
}

/** What a case is compared with. Nothing is sure where a condition or a type is asked for as well. */
function casePatterns(p: Parser): { readonly patterns: Expr[]; readonly isSure: boolean } {
  const patterns: Expr[] = [];
  let isSure = true;
  do {
    patterns.push(pattern(p));
    if (p.take('as')) {
      p.type();
      isSure = false;
    }
    if (p.take('where')) {
      p.expression();
      isSure = false;
    }
    while (!p.isDone() && p.word() !== ':' && p.word() !== ',' && !p.startsLine()) p.skip();
  } while (p.take(','));
  p.take(':');
  return { patterns, isSure };
}

function add(
  p: Parser,
  branches: Branches,
  guarded: GuardedBranches,
  patterns: Expr[] | undefined,
  test: Expr | undefined,
): void {
  const { returns } = branches;
  const outer = p.unit.enter('block');
  const outcome = guarded.read(test, () => p.statements(LABELS));
  p.unit.leave(outer);
  branches.add(patterns, outcome.ends || outcome.only ? outcome : nothing, returns);
}
