import { assignTo } from '../../builder/expressions.ts';
import { declareVariable, takeName } from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import { caseTest, GuardedBranches } from '../../builder/guarded.ts';
import { Branches, expressionStatement, jump } from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { classDeclaration } from './python-classes.ts';
import { branchSuite, functionDeclaration, suite } from './python-functions.ts';

/** Statements that begin with a word or mark of Python's own. */
export const pythonStatements: ReadonlyMap<string, (p: Parser) => Outcome | undefined> = new Map([
  ['import', importStatement],
  ['from', fromImport],
  ['@', decorated],
  ['def', (p: Parser) => functionDeclaration(p, [], false)],
  ['class', (p: Parser) => classDeclaration(p, [])],
  ['async', asynchronous],
  ['if', conditional],
  ['while', whileLoop],
  ['for', forLoop],
  ['with', withStatement],
  ['try', attempt],
  ['match', match],
  ['return', returnStatement],
  ['raise', (p: Parser) => jump(p, false)],
  ['break', (p: Parser) => ((p.at += 1), ending)],
  ['continue', (p: Parser) => ((p.at += 1), ending)],
  ['pass', (p: Parser) => ((p.at += 1), nothing)],
  ['global', globals],
  ['nonlocal', (p: Parser) => line(p)],
  ['del', (p: Parser) => line(p)],
  ['assert', (p: Parser) => ((p.at += 1), p.expression(), nothing)],
]);

function line(p: Parser): Outcome {
  while (!p.isAtEnd()) p.skip();
  return nothing;
}

/** `import a.b, c as d`. */
function importStatement(p: Parser): Outcome {
  p.at++;
  do {
    const at = p.start;
    const module = dotted(p);
    const span = p.span(at);
    if (module === '') break;
    if (p.take('as')) bind(p, module, '*', span);
    else {
      const first = module.split('.', 1)[0] ?? module;
      const place = { at, end: at + first.length };
      p.unit.declare(first, 'import', place, { import: p.unit.imports.length });
      p.unit.imports.push({ module: first, name: '*', local: first, span: place });
      if (first !== module) p.unit.imports.push({ module, name: undefined, local: undefined, span });
    }
  } while (p.take(','));
  return nothing;
}

/** `from .a.b import c as d, e`, `from a import *`. */
function fromImport(p: Parser): Outcome {
  p.at++;
  const at = p.start;
  const module = dotted(p);
  const span = p.span(at);
  if (!p.take('import')) return nothing;
  const names = (): void => {
    while (!p.isDone() && (p.isWord() || p.word() === ',' || p.word() === '*')) {
      if (p.take(',')) continue;
      if (p.startsLine() && p.breaksAtLine) break;
      if (p.take('*')) p.unit.imports.push({ module, name: '*', local: undefined, span });
      else bind(p, module, undefined, span);
    }
  };
  if (p.opens('(')) p.group(false, names);
  else names();
  return nothing;
}

/** A dotted name; relative ones begin with dots. */
function dotted(p: Parser): string {
  let module = '';
  while (!p.isAtEnd() && (p.isWord() ? p.word() !== 'import' && p.word() !== 'as' : /^\.+$/.test(p.word()))) {
    module += p.word();
    p.at++;
    if (/\w$/.test(module) && p.word() !== '.') break;
  }
  return module;
}

/** Binds the name that follows, under its alias where it has one. */
function bind(p: Parser, module: string, whole: '*' | undefined, span: { at: number; end: number }): void {
  if (!p.isWord()) return;
  const name = takeName(p);
  const local = whole === undefined && p.take('as') && p.isWord() ? takeName(p) : name;
  p.unit.declare(local.name, 'import', local, { import: p.unit.imports.length });
  p.unit.imports.push({ module, name: whole ?? name.name, local: local.name, span });
}

/** `@decorator` lines before a function or a class. */
function decorated(p: Parser): Outcome | undefined {
  const decorators: Expr[] = [];
  while (p.word() === '@' && p.isWord(1)) {
    p.at++;
    decorators.push(p.expression());
  }
  if (decorators.length === 0) return undefined;
  const isAsync = p.word() === 'async' && p.word(1) === 'def';
  if (isAsync) p.at++;
  if (p.word() === 'def') return functionDeclaration(p, decorators, isAsync) ?? nothing;
  if (p.word() === 'class') return classDeclaration(p, decorators) ?? nothing;
  return nothing;
}

function asynchronous(p: Parser): Outcome | undefined {
  const next = p.word(1);
  if (next !== 'def' && next !== 'for' && next !== 'with') return undefined;
  p.at++;
  if (next === 'def') return functionDeclaration(p, [], true);
  return next === 'for' ? forLoop(p) : withStatement(p);
}

/** `if test: … elif test: … else: …`. */
function conditional(p: Parser): Outcome {
  const branches = new GuardedBranches(p);
  const read = (): Outcome => suite(p);
  let ends = true;
  do {
    p.at++;
    const test = p.expression();
    p.rest(':');
    ends = branches.read(test, read).ends === true && ends;
  } while (p.word() === 'elif');
  const hasElse = p.take('else');
  if (hasElse) ends = branches.read(undefined, read).ends === true && ends;
  branches.finish();
  return hasElse && ends ? ending : nothing;
}

function whileLoop(p: Parser): Outcome {
  p.at++;
  p.expression();
  p.rest(':');
  branchSuite(p);
  if (p.take('else')) branchSuite(p);
  return nothing;
}

function forLoop(p: Parser): Outcome {
  p.at++;
  const targets: Expr[] = [];
  while (!p.isDone() && p.word() !== 'in' && p.word() !== ':') {
    if (p.take(',')) continue;
    const from = p.at;
    targets.push(p.expression(7));
    if (p.at === from) p.at++;
  }
  p.take('in');
  const values = p.expression();
  p.rest(':');
  const items = targets.length === 1 && targets[0]?.k === 'array' ? targets[0].items : targets;
  items.forEach((item, step) => {
    if (item.k !== 'name') return;
    const path = items.length > 1 ? { path: [step] } : {};
    p.unit.declare(item.name, 'loop', item, { init: values, ...path });
  });
  branchSuite(p);
  if (p.take('else')) branchSuite(p);
  return nothing;
}

/** `with value as name, …: suite`. */
function withStatement(p: Parser): Outcome {
  p.at++;
  const clauses = (): void => {
    while (!p.isDone() && p.word() !== ':') {
      if (p.take(',')) continue;
      const from = p.at;
      const value = p.expression();
      if (p.take('as')) assignTo(p, p.expression(7), value, '=');
      if (p.at === from) p.unknown();
    }
  };
  if (p.opens('(') && p.word(p.closing() - p.at + 1) === ':') p.group(false, clauses);
  else clauses();
  return suite(p);
}

function attempt(p: Parser): Outcome {
  p.at++;
  let ends = branchSuite(p).ends === true;
  for (;;) {
    const word = p.word();
    if (word !== 'except' && word !== 'else' && word !== 'finally') return ends ? ending : nothing;
    p.at++;
    p.take('*');
    if (word === 'except' && p.word() !== ':') {
      p.expression();
      while (p.take(',')) p.expression();
      if (p.take('as') && p.isWord()) {
        const name = takeName(p);
        p.unit.declare(name.name, 'catch', name);
      }
      p.rest(':');
    }
    const outcome = branchSuite(p);
    if (word === 'except') ends &&= outcome.ends === true;
    else ends ||= outcome.ends === true;
  }
}

/** `match value:` with its cases; `match` is an ordinary name where no case follows. */
function match(p: Parser): Outcome | undefined {
  let ahead = 1;
  while (p.word(ahead) !== ':' && p.kind(ahead) !== TokenKind.end && !(ahead > 1 && p.startsLine(ahead))) {
    ahead = p.kind(ahead) === TokenKind.open ? p.closing(ahead) - p.at + 1 : ahead + 1;
  }
  if (ahead === 1 || p.word(ahead) !== ':' || p.word(ahead + 2) !== 'case') return undefined;
  const at = p.start;
  p.at++;
  const test = p.expression();
  p.rest(':');
  p.take(':');
  const branches = new Branches(p);
  const guarded = new GuardedBranches(p, true);
  p.group(true, () => {
    while (!p.isDone()) {
      const from = p.at;
      p.take('case');
      const { patterns, isSure } = casePatterns(p);
      const { returns } = branches;
      const condition = patterns && (isSure ? caseTest(test, patterns) : p.opaque(p.stop));
      branches.add(
        patterns,
        guarded.read(condition, () => suite(p)),
        returns,
      );
      if (p.at === from) p.unknown();
    }
  });
  guarded.finish();
  branches.finish(at, test, false);
  return p.takeEnds() ? ending : nothing;
}

/** What a case is compared with; names are bound, `_` is the default. Nothing is sure where more is asked. */
function casePatterns(p: Parser): { readonly patterns: Expr[] | undefined; readonly isSure: boolean } {
  const patterns: Expr[] = [];
  let isDefault = false;
  let isSure = true;
  while (!p.isDone() && p.word() !== ':' && p.word() !== 'if') {
    if (p.take('|') || p.take(',')) continue;
    const from = p.at;
    const isName = p.isWord() && p.word(1) !== '.' && !p.opens('(', 1) && !p.grammar.constants.has(p.word());
    if (isName) {
      const name = takeName(p);
      isDefault ||= patterns.length === 0 && name.name === '_';
      isSure = false;
      if (name.name !== '_') p.unit.declare(name.name, 'const', name);
    } else if (p.isWord() && !p.grammar.constants.has(p.word())) patterns.push(valuePattern(p));
    else if (p.kind() === TokenKind.open) {
      const { start } = p;
      p.group(false, () => {
        while (!p.isDone()) {
          casePatterns(p);
          if (!p.take(':') && !p.isDone()) p.skip();
        }
      });
      patterns.push(p.opaque(start));
      isSure = false;
    } else patterns.push(p.expression(8));
    if (p.at === from) p.skip();
  }
  if (p.take('if')) {
    p.expression();
    isSure = false;
    isDefault = false;
  }
  p.rest(':');
  return { patterns: isDefault ? undefined : patterns, isSure: isSure && patterns.length > 0 };
}

/** `Event.A`, and `Class(…)`, which is no call. */
function valuePattern(p: Parser): Expr {
  let value = p.name();
  while (p.word() === '.' && p.isWord(1)) {
    p.at++;
    const name = takeName(p);
    value = p.unit.member(value, name.name, name.at, name.end);
  }
  if (!p.opens('(')) return value;
  p.skip();
  return p.opaque(value.at);
}

/** `return a, b` answers a tuple. */
function returnStatement(p: Parser): Outcome {
  const outcome = jump(p, true);
  const returns = p.unit.functions[p.returnsFrom]?.returns;
  const first = returns?.at(-1);
  if (p.word() !== ',' || first === undefined || returns === undefined) return outcome;
  const items = [first];
  while (p.take(',') && !p.isAtEnd()) items.push(p.expression());
  returns[returns.length - 1] = { k: 'array', items, ...p.span(first.at) };
  return outcome;
}

function globals(p: Parser): Outcome {
  p.at++;
  while (p.isWord() && !p.startsLine()) {
    const name = takeName(p);
    p.unit.useGlobal(name.name, name);
    if (!p.take(',')) break;
  }
  return nothing;
}

/** `name: T = value`, and `a, b = value`. */
export function pythonDeclaration(p: Parser): Outcome | undefined {
  if (p.isWord() && p.word(1) === ':' && !p.grammar.reserved.has(p.word()) && !p.opens('{', 2)) return annotated(p);
  const outcome = expressionStatement(p);
  if (p.word() === ':' && p.isWord(1) && !p.startsLine(1)) {
    // The annotation of a member, `self.name: T = value`.
    p.at++;
    p.type();
    if (p.take('=') && outcome.value !== undefined) assignTo(p, outcome.value, p.expression(), '=');
    return nothing;
  }
  if (p.word() !== ',' || outcome.value === undefined) return outcome;
  const items = [outcome.value];
  while (p.take(',') && !p.isAtEnd() && p.word() !== '=') items.push(p.expression(2));
  const target: Expr = { k: 'array', items, ...p.span(outcome.value.at) };
  if (!p.take('=')) return { value: target };
  const value = p.expression();
  assignTo(p, target, p.word() === ',' ? tuple(p, value) : value, '=');
  return nothing;
}

function tuple(p: Parser, first: Expr): Expr {
  const items = [first];
  while (p.take(',') && !p.isAtEnd()) items.push(p.expression());
  return { k: 'array', items, ...p.span(first.at) };
}

function annotated(p: Parser): Outcome {
  const name = takeName(p);
  p.at++;
  const type = p.type();
  const init = p.take('=') ? p.expression() : undefined;
  if (p.unit.bodyClass >= 0 && init !== undefined)
    declareVariable(p, name, { kind: 'let', init, type, isStatic: true });
  declareVariable(p, name, { kind: 'let', init, type });
  return nothing;
}
