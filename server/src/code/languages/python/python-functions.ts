import { declareFunction, insideFunction, settleBody, takeName } from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Expr } from '../../facts.ts';

/** Statements behind a colon: a block, or what follows on the line. */
export function suite(p: Parser): Outcome {
  p.take(':');
  if (p.opens('{') && p.tokens.isVirtual(p.at)) return p.group(true, () => p.statements());
  let last = nothing;
  while (!p.isDone() && !p.startsLine()) {
    const from = p.at;
    if (p.take(';')) continue;
    last = p.statement();
    if (p.at === from) p.unknown();
  }
  return last;
}

/** A suite that is run on one path only. */
export function branchSuite(p: Parser): Outcome {
  p.unit.flow++;
  const outcome = suite(p);
  p.unit.flow--;
  return outcome;
}

/** `def name(a, b: T = value, *args, **kwargs) -> T: suite`. */
export function functionDeclaration(p: Parser, decorators: readonly Expr[], isAsync: boolean): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const name = takeName(p);
  const cls = p.unit.bodyClass;
  const names = decorators.map(lastName);
  const isStatic = names.includes('staticmethod') || names.includes('classmethod');
  const fn = p.unit.addFunction(name.name, name.at, cls);
  const kind = names.includes('setter') ? 'setter' : names.some(each => GETTERS.has(each)) ? 'getter' : 'method';
  declareFunction(p, name, fn, kind, isStatic);
  const draft = p.unit.functions[fn];
  if (draft !== undefined) {
    draft.isAsync = isAsync;
    if (decorators.length > 0) draft.decorators = [...decorators];
  }
  const owner = p.unit.classes[cls];
  if (owner !== undefined && name.name === '__init__') owner.ctor = fn;
  insideFunction(p, fn, false, () => {
    if (p.opens('[')) p.skip();
    if (p.opens('('))
      p.group(false, () => {
        if (cls >= 0 && !names.includes('staticmethod') && p.isWord()) {
          p.at++;
          p.take(',');
        }
        parameters(p, fn);
      });
    const type = p.take('->') ? p.type() : undefined;
    if (draft !== undefined && type !== undefined) draft.returnType = type;
    settleBody(p, fn, suite(p), false);
  });
  return nothing;
}

const GETTERS = new Set(['property', 'cached_property', 'getter', 'classproperty']);

function lastName(value: Expr): string {
  return value.k === 'name' || value.k === 'member' ? value.name : '';
}

/** Parameters up to the group's end or a colon. A lone `*` or `/` only parts them. */
export function parameters(p: Parser, fn: number): void {
  while (!p.isDone() && p.word() !== ':') {
    if (p.take(',') || p.take('/')) continue;
    const from = p.at;
    const rest = p.take('**') ? 'keyword' : p.take('*') ? 'positional' : undefined;
    if (p.isWord()) {
      const name = takeName(p);
      const isTyped = p.word() === ':' && p.unit.functions[fn]?.name !== undefined;
      const type = isTyped && p.take(':') ? p.type() : undefined;
      const fallback = p.take('=') ? p.expression() : undefined;
      p.unit.addParameter(fn, name.name, name, {
        name: name.name,
        ...(type && { type }),
        ...(fallback && { fallback }),
        ...(rest && { rest }),
      });
    }
    while (!p.isDone() && p.word() !== ',' && p.word() !== ':') p.unknown();
    if (p.at === from) p.at++;
  }
}
