import { takeName } from '../../builder/declarations.ts';
import { assignTo } from '../../builder/expressions.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import { GuardedBranches } from '../../builder/guarded.ts';
import { attempt, block, branch, branchBody, choose, doLoop, head, jump, leap } from '../../builder/statements.ts';
import type { Expr } from '../../facts.ts';
import { declarationWords, phpDeclaration } from './php-functions.ts';

/** Statements that begin with a word or mark of PHP's own. */
export const phpStatements: ReadonlyMap<string, (p: Parser) => Outcome | undefined> = new Map([
  ...declarationWords.map(word => [word, phpDeclaration] as const),
  ['namespace', namespaceDeclaration],
  ['use', useDeclaration],
  ['if', conditional],
  ['while', (p: Parser) => headed(p, ENDS)],
  ['for', (p: Parser) => headed(p, ENDS)],
  ['foreach', forEach],
  ['do', doLoop],
  ['try', (p: Parser) => ({ value: attempt(p), ...(p.takeEnds() && { ends: true as const }) })],
  ['switch', switchStatement],
  ['declare', (p: Parser) => (p.opens('(', 1) ? ((p.at = p.closing(1) + 1), nothing) : undefined)],
  ['define', define],
  ['global', globals],
  ['return', (p: Parser) => jump(p, true)],
  ['throw', (p: Parser) => jump(p, false)],
  ['break', leap],
  ['continue', leap],
  ['goto', leap],
  ['echo', printed],
  ['print', printed],
  ...['endif', 'endwhile', 'endfor', 'endforeach', 'endswitch'].map(word => [word, skipped] as const),
] as const);

function skipped(p: Parser): Outcome {
  p.at++;
  return nothing;
}

function printed(p: Parser): Outcome {
  p.at++;
  do p.expression();
  while (p.take(','));
  return nothing;
}

/** `namespace A\B;`, `namespace A { }`. */
function namespaceDeclaration(p: Parser): Outcome | undefined {
  if (!p.isWord(1) && !p.opens('{', 1)) return undefined;
  p.at++;
  if (p.isWord()) p.namespace = takeName(p).name;
  if (p.opens('{')) block(p);
  return nothing;
}

/** `use A\B as C, D\E;`, `use function A\b;`, `use A\{B, C as D};`; in a class, the traits that it has. */
function useDeclaration(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  if (p.unit.bodyClass >= 0) {
    do if (p.isWord()) p.unit.classes[p.unit.bodyClass]?.extends.push(p.name());
    while (p.take(','));
    if (p.opens('{')) p.skip();
    return nothing;
  }
  if (p.word() === 'function' || p.word() === 'const') p.at++;
  do {
    if (!p.isWord()) break;
    const prefix = takeName(p);
    if (!p.opens('{')) {
      bind(p, prefix.name, prefix);
      continue;
    }
    p.group(false, () => {
      while (!p.isDone()) {
        if (p.take(',')) continue;
        if (p.word() === 'function' || p.word() === 'const') p.at++;
        if (!p.isWord()) {
          p.skip();
          continue;
        }
        const name = takeName(p);
        bind(p, prefix.name + name.name, name);
      }
    });
  } while (p.take(','));
  return nothing;
}

function bind(p: Parser, path: string, place: { readonly at: number; readonly end: number }): void {
  const parts = path.replace(/^\\/, '').split('\\');
  const name = parts.pop() ?? '';
  const alias = p.take('as') ? takeName(p) : { name, at: place.end - name.length, end: place.end };
  p.unit.declare(alias.name, 'import', alias, { import: p.unit.imports.length });
  const span = { at: place.at, end: place.end };
  p.unit.imports.push({ module: parts.join('\\'), name, local: alias.name, span });
}

const ELSES = new Set(['else', 'elseif', 'endif']);
const ENDS = new Set(['endwhile', 'endfor', 'endforeach', 'endif']);

/** A branch in braces, as one statement, or from a colon to the word that ends it. */
function body(p: Parser, stops: ReadonlySet<string>): Outcome {
  if (!p.take(':')) return branch(p);
  p.unit.flow++;
  const outcome = p.statements(stops);
  p.unit.flow--;
  return outcome;
}

function conditional(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  const branches = new GuardedBranches(p);
  const outcome = conditionalBranches(p, branches);
  branches.finish();
  return outcome;
}

function conditionalBranches(p: Parser, branches: GuardedBranches): Outcome {
  const read = (): Outcome => (p.take(':') ? p.statements(ELSES) : branchBody(p));
  p.at++;
  let ends = branches.read(head(p), read).ends === true;
  for (;;) {
    if (p.word() === ';' && (p.word(1) === 'else' || p.word(1) === 'elseif')) p.at++;
    const isElseIf = p.word() === 'else' && p.word(1) === 'if';
    if (isElseIf || p.word() === 'elseif') {
      p.at += isElseIf ? 2 : 1;
      ends = branches.read(head(p), read).ends === true && ends;
    } else if (p.take('else')) {
      ends = branches.read(undefined, read).ends === true && ends;
      p.take('endif');
      return ends ? ending : nothing;
    } else {
      p.take('endif');
      return nothing;
    }
  }
}

function headed(p: Parser, stops: ReadonlySet<string>): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  p.at++;
  head(p);
  body(p, stops);
  return nothing;
}

/** `foreach ($values as $key => $value)`. */
function forEach(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  p.at++;
  p.group(false, () => {
    const values = p.expression();
    if (!p.take('as')) return;
    const first = target(p);
    const second = p.take('=>') ? target(p) : undefined;
    const item = second ?? first;
    const keys: Expr = { k: 'unary', op: 'keys', operand: values, at: values.at, end: values.end };
    if (second !== undefined && first.k === 'name') p.unit.declare(first.name, 'loop', first, { init: keys });
    if (item.k === 'name') p.unit.declare(item.name, 'loop', item, { init: values });
    else assignTo(p, item, p.opaque(item.at), '=');
    p.rest();
  });
  body(p, ENDS);
  return nothing;
}

function target(p: Parser): Expr {
  p.take('&');
  return p.expression();
}

function switchStatement(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  choose(p, patterns);
  return p.takeEnds() ? ending : nothing;
}

function patterns(p: Parser): Expr[] {
  const value = p.expression();
  while (!p.isDone() && p.word() !== ':' && p.word() !== ';') p.unknown();
  return [value];
}

/** `define('NAME', value)` declares a constant. */
function define(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  const nameAt = p.at + 2;
  const value = p.expression();
  const call = value.k === 'call' ? p.unit.calls[value.call] : undefined;
  const [name, constant] = call?.args ?? [];
  if (name?.value.k === 'literal' && typeof name.value.value === 'string' && constant !== undefined) {
    const at = p.tokens.from[nameAt] ?? name.value.at;
    const here = p.unit.scope;
    p.unit.scope = p.unit.module;
    p.unit.declare(name.value.value, 'const', { at, end: at + name.value.value.length }, { init: constant.value });
    p.unit.scope = here;
  }
  return { value };
}

function globals(p: Parser): Outcome {
  p.at++;
  while (p.isWord()) {
    const name = takeName(p);
    p.unit.useGlobal(name.name, name);
    if (!p.take(',')) break;
  }
  return nothing;
}
