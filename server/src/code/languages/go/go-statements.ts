import { declareClass, insideClass, takeName, type Declared } from '../../builder/declarations.ts';
import { assignTo } from '../../builder/expressions.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import { choose, conditional, expressionStatement, jump, leap, loop } from '../../builder/statements.ts';
import type { Expr, TypeExpr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { functionDeclaration } from './go-functions.ts';
import { results } from './go-types.ts';

/** Statements that begin with a word of Go's own. */
export const goStatements: ReadonlyMap<string, (p: Parser) => Outcome | undefined> = new Map([
  ['package', packageClause],
  ['import', importDeclaration],
  ['const', (p: Parser) => specifications(p, constants)],
  ['var', (p: Parser) => specifications(p, variable)],
  ['type', (p: Parser) => specifications(p, typeSpecification)],
  ['func', functionDeclaration],
  ['if', (p: Parser) => ({ value: conditional(p), ...(p.takeEnds() && { ends: true as const }) })],
  ['for', loop],
  ['switch', switchStatement],
  ['select', switchStatement],
  ['go', (p: Parser) => ((p.at += 1), { value: p.expression() })],
  ['defer', (p: Parser) => ((p.at += 1), { value: p.expression() })],
  ['return', returnStatement],
  ['break', leap],
  ['continue', leap],
  ['goto', leap],
  ['fallthrough', leap],
]);

function packageClause(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  p.namespace = takeName(p).name;
  return nothing;
}

/** `import "path"`, `import name "path"`, `import ( … )`. */
function importDeclaration(p: Parser): Outcome {
  p.at++;
  if (p.opens('('))
    p.group(true, () => {
      while (!p.isDone()) {
        const from = p.at;
        importSpecification(p);
        if (p.at === from) p.skip();
      }
    });
  else importSpecification(p);
  return nothing;
}

function importSpecification(p: Parser): void {
  const alias = p.isWord() || p.word() === '.' ? takeName(p) : undefined;
  if (p.word() !== '' || p.isDone()) return;
  const at = p.start;
  const path = p.expression(100);
  const module = path.k === 'literal' ? String(path.value) : '';
  const span = p.span(at);
  if (alias?.name === '_') p.unit.imports.push({ module, name: undefined, local: undefined, span });
  else if (alias?.name === '.') p.unit.imports.push({ module, name: '*', local: undefined, span });
  else {
    const local = alias?.name ?? packageName(module);
    const place = alias ?? { at: span.end, end: span.end };
    p.unit.declare(local, 'import', place, { import: p.unit.imports.length });
    p.unit.imports.push({ module, name: '*', local, span });
  }
}

/** The name that a path's package most likely has: its last part without version, `go-` and `-go`. */
function packageName(path: string): string {
  const parts = path.split('/');
  let last = parts.pop() ?? '';
  if (/^v\d+$/.test(last)) last = parts.pop() ?? last;
  return last
    .replace(/\.v\d+$/, '')
    .replace(/^go-|-go$|\.go$/g, '')
    .replaceAll('-', '_');
}

/** One specification, or several in parentheses. */
function specifications(p: Parser, read: (p: Parser) => void): Outcome | undefined {
  if (!p.isWord(1) && !p.opens('(', 1)) return undefined;
  p.at++;
  if (!p.opens('(')) {
    p.ordinal = 0;
    read(p);
  } else
    p.group(true, () => {
      for (p.ordinal = 0; !p.isDone(); p.ordinal++) {
        if (p.take(';')) continue;
        const from = p.at;
        read(p);
        if (p.at === from) p.skip();
      }
    });
  p.ordinal = -1;
  return nothing;
}

function names(p: Parser): Declared[] {
  const found: Declared[] = [];
  while (p.isWord()) {
    found.push(takeName(p));
    if (!p.take(',')) break;
  }
  return found;
}

/** `A, B T = value, value`; without values, those of the line above are meant again. */
function constants(p: Parser): void {
  const declared = names(p);
  const type = p.word() === '=' || p.isAtEnd() ? undefined : p.type();
  if (p.take('=')) p.repeated = { at: p.at, type };
  else if (p.repeated !== undefined && p.ordinal > 0) {
    const here = p.at;
    p.at = p.repeated.at;
    bind(p, declared, p.repeated.type, 'const');
    p.at = here;
    return;
  }
  bind(p, declared, type, 'const');
}

function variable(p: Parser): void {
  const declared = names(p);
  const type = p.word() === '=' || p.isAtEnd() ? undefined : p.type();
  if (p.take('=')) bind(p, declared, type, 'let');
  else for (const name of declared) declare(p, name, 'let', undefined, type);
}

function bind(p: Parser, declared: readonly Declared[], type: TypeExpr | undefined, kind: 'const' | 'let'): void {
  const values = valueList(p);
  declared.forEach((name, index) => {
    declare(p, name, kind, valueAt(values, index, declared.length), type);
  });
}

function valueList(p: Parser): Expr[] {
  const values: Expr[] = [];
  do values.push(p.expression(2));
  while (p.take(','));
  return values;
}

/** The value of one of several names: its own, or its part of what a call answers. */
function valueAt(values: readonly Expr[], index: number, count: number): Expr | undefined {
  const [only] = values;
  if (values.length !== 1 || count === 1 || only === undefined) return values[index];
  // Beside the value stands whether there is one: `v, ok := x.(T)`, `v, ok := m[key]`.
  if (count === 2 && (only.k === 'cast' || only.k === 'index' || only.k === 'member')) {
    const { at, end } = only;
    return index === 0 ? only : { k: 'opaque', type: { t: 'primitive', name: 'boolean' }, at, end };
  }
  return {
    k: 'index',
    object: only,
    index: { k: 'literal', value: index, at: only.end, end: only.end },
    at: only.at,
    end: only.end,
  };
}

function declare(p: Parser, name: Declared, kind: 'const' | 'let', init?: Expr, type?: TypeExpr): void {
  if (name.name === '_') return;
  p.unit.declare(name.name, kind, name, { ...(init && { init }), ...(type && { type }) });
}

/** `Name struct { }`, `Name = Type`, `Name[T any] interface { }`. */
function typeSpecification(p: Parser): void {
  if (!p.isWord()) return;
  const name = takeName(p);
  if (p.opens('[') && p.isWord(1) && p.word(2) !== ']') p.skip();
  const isAlias = p.take('=');
  if (p.word() === 'struct' && p.opens('{', 1)) structType(p, name);
  else if (p.word() === 'interface' && p.opens('{', 1)) interfaceType(p, name);
  else {
    // What is another name for a type makes its values too: `type Track = segment.Track`.
    if (isAlias && p.isWord() && !unnamedTypes.has(p.word()) && !p.isWord(1)) declare(p, name, 'const', aliased(p));
    const type = p.type() ?? { t: 'opaque' };
    p.unit.types.push({ name: name.name, params: [], type, extends: [], ...p.span(name.at) });
  }
}

/** Words that begin types that are no names. */
const unnamedTypes: ReadonlySet<string> = new Set(['map', 'chan', 'func', 'struct', 'interface']);

/** `name` or `package.Name`, read ahead as a value. */
function aliased(p: Parser): Expr {
  const { at } = p;
  let value = p.name();
  if (p.word() === '.' && p.isWord(1)) {
    p.at++;
    const member = takeName(p);
    value = p.unit.member(value, member.name, member.at, member.end);
  }
  p.at = at;
  return value;
}

function structType(p: Parser, name: Declared): void {
  const cls = p.unit.addClass(name.name, 'struct', name);
  declareClass(p, name, cls);
  p.at++;
  p.group(true, () => {
    while (!p.isDone()) {
      if (p.take(';')) continue;
      const from = p.at;
      fields(p, cls);
      while (!p.isAtEnd()) p.skip();
      if (p.at === from) p.skip();
    }
  });
}

/** `a, b Type` and the embedded `*pkg.Type`, whose members are the struct's own. */
function fields(p: Parser, cls: number): void {
  const isEmbedded =
    p.word() === '*' ||
    (p.isWord() &&
      (p.word(1) === '.' || p.startsLine(1) || p.kind(1) === TokenKind.end || p.kind(1) === TokenKind.string));
  if (isEmbedded) {
    p.take('*');
    let parent = p.isWord() ? p.name() : p.opaque(p.start);
    let last = { name: parent.k === 'name' ? parent.name : '', at: parent.at, end: parent.end };
    while (p.word() === '.' && p.isWord(1)) {
      p.at++;
      last = takeName(p);
      parent = p.unit.member(parent, last.name, last.at, last.end);
    }
    p.unit.classes[cls]?.extends.push(parent);
    field(p, cls, last, { t: 'reference', name: last.name, args: [] });
    return;
  }
  const declared = names(p);
  const type = p.type();
  for (const name of declared) field(p, cls, name, type);
}

function field(p: Parser, cls: number, name: Declared, type: TypeExpr | undefined): void {
  const facts = { name: name.name, nameAt: name.at, static: false, at: name.at, end: name.end };
  p.unit.addMember(cls, { ...facts, kind: 'field', ...(type && { type }) });
}

function interfaceType(p: Parser, name: Declared): void {
  const cls = p.unit.addClass(name.name, 'interface', name);
  declareClass(p, name, cls);
  p.at++;
  insideClass(p, cls, () => {
    p.group(true, () => {
      while (!p.isDone()) {
        const from = p.at;
        if (p.isWord() && p.opens('(', 1)) {
          const method = takeName(p);
          const fn = p.unit.addFunction(method.name, method.at, cls);
          p.skip();
          const answer = results(p);
          const draft = p.unit.functions[fn];
          if (draft && answer) draft.returnType = answer;
          p.unit.addMember(cls, {
            name: method.name,
            nameAt: method.at,
            kind: 'method',
            static: false,
            fn,
            at: method.at,
            end: method.end,
          });
        }
        while (!p.isAtEnd()) p.skip();
        p.take(';');
        if (p.at === from) p.skip();
      }
    });
  });
}

function switchStatement(p: Parser): Outcome {
  choose(p, patterns);
  return p.takeEnds() ? ending : nothing;
}

function patterns(p: Parser): Expr[] {
  const found: Expr[] = [];
  while (!p.isDone() && p.word() !== ':') {
    if (p.take(',')) continue;
    const from = p.at;
    const { value } = p.statement();
    if (value !== undefined) found.push(value);
    if (p.at === from) p.skip();
  }
  return found;
}

/** `return a, b` answers a list. */
function returnStatement(p: Parser): Outcome {
  const outcome = jump(p, true);
  const returns = p.unit.functions[p.returnsFrom]?.returns;
  const first = returns?.at(-1);
  if (p.word() !== ',' || first === undefined || returns === undefined) return outcome;
  const items = [first];
  while (p.take(',') && !p.isDone()) items.push(p.expression());
  returns[returns.length - 1] = { k: 'array', items, ...p.span(first.at) };
  return outcome;
}

/** `a, b := value`, `a, b = b, a`, `for i, v := range values`; all else is an expression. */
export function goDeclaration(p: Parser): Outcome | undefined {
  if (!p.isWord() || !isAssignment(p)) return expressionStatement(p);
  const targets: Expr[] = [];
  do targets.push(p.expression(2));
  while (p.take(','));
  const declares = p.word() === ':=';
  p.at++;
  const isRange = p.take('range');
  const values = valueList(p);
  targets.forEach((target, index) => {
    const value = isRange ? undefined : valueAt(values, index, targets.length);
    if (declares && target.k === 'name') introduce(p, target, value, isRange && index === 1 ? values[0] : undefined);
    else if (value !== undefined) assignTo(p, target, value, '=');
  });
  return nothing;
}

/** Whether names or members stand before `:=`, or several of them before `=`. */
function isAssignment(p: Parser): boolean {
  let commas = 0;
  for (let ahead = 0; ahead < 40; ahead++) {
    const word = p.word(ahead);
    if (word === ':=') return true;
    if (word === '=') return commas > 0;
    if (word === ',') commas++;
    else if (p.opens('[', ahead)) ahead = p.closing(ahead) - p.at;
    else if (word !== '.' && word !== '*' && !p.isWord(ahead)) return false;
    if (ahead > 0 && p.startsLine(ahead)) return false;
  }
  return false;
}

/** `:=` declares what the block does not have yet. */
function introduce(p: Parser, target: Expr & { k: 'name' }, value: Expr | undefined, items: Expr | undefined): void {
  if (target.name === '_') return;
  if (p.unit.scope.names?.has(target.name) && value !== undefined) assignTo(p, target, value, '=');
  else if (items !== undefined) p.unit.declare(target.name, 'loop', target, { init: items });
  else p.unit.declare(target.name, 'let', target, value && { init: value });
}
