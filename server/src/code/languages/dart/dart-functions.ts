import { skipAngles, typeEnd } from '../../builder/angles.ts';
import { functionBody, functionRef, insideFunction, takeName } from '../../builder/declarations.ts';
import type { Parser } from '../../builder/parser.ts';
import type { TypedRules } from '../../builder/typed.ts';
import type { Expr } from '../../facts.ts';

export const dartTyped: TypedRules = {
  modifiers: new Set('static final const late external covariant abstract base sealed required var'.split(' ')),
  untyped: new Set(['var', 'dynamic']),
  arrowBodies: true,
  localFunctions: true,
  staticWords: new Set(['static']),
  parameters: dartParameters,
  beforeBody: asyncMark,
  annotation,
};

/** `@name(args)`. */
function annotation(p: Parser): boolean {
  if (p.word() !== '@' || !p.isWord(1)) return false;
  p.at += 2;
  while (p.word() === '.' && p.isWord(1)) p.at += 2;
  if (p.opens('(') && !p.isSpaced()) p.skip();
  return true;
}

/** `async`, `async*`, `sync*` before a body. */
function asyncMark(p: Parser, fn: number): void {
  if (p.word() !== 'async' && p.word() !== 'sync') return;
  const draft = p.unit.functions[fn];
  if (draft !== undefined) draft.isAsync = p.word() === 'async';
  p.at++;
  p.take('*');
}

/** `(Type a, {required this.b, Type c = value}, [d])`. Parameters that fill fields make them members of the constructor. */
export function dartParameters(p: Parser, fn: number): void {
  if (!p.opens('(')) return;
  p.group(false, () => {
    list(p, fn, false);
  });
}

function list(p: Parser, fn: number, isOptional: boolean): void {
  while (!p.isDone()) {
    if (p.take(',')) continue;
    const from = p.at;
    if (p.opens('{') || p.opens('[')) {
      p.group(false, () => {
        list(p, fn, true);
      });
    } else parameter(p, fn, isOptional);
    while (!p.isDone() && p.word() !== ',') p.unknown();
    if (p.at === from) p.at++;
  }
}

function parameter(p: Parser, fn: number, isOptional: boolean): void {
  let isRequired = !isOptional;
  for (;;) {
    if (annotation(p)) continue;
    const isModifier = /^(?:required|final|const|covariant|late|var)$/.test(p.word()) && p.isWord(1);
    if (!isModifier) break;
    if (p.word() === 'required') isRequired = true;
    p.at++;
  }
  const end = typeEnd(p, 0);
  const isTyped = end > 0 && (p.isWord(end) || p.word(end) === 'this');
  const type = isTyped ? p.type() : undefined;
  const isField = p.word() === 'this' && p.word(1) === '.';
  const isParents = p.word() === 'super' && p.word(1) === '.';
  if (isField || isParents) p.at += 2;
  if (!p.isWord()) return;
  const name = takeName(p);
  skipAngles(p);
  if (p.opens('(')) p.skip();
  const index = p.unit.functions[fn]?.params.length ?? 0;
  const fallback = p.take('=') || p.take(':') ? p.expression() : undefined;
  if (isField) p.unit.fillField(p.unit.cls, name.name, index);
  p.unit.addParameter(fn, isField ? undefined : name.name, name, {
    name: name.name,
    ...(type && { type }),
    ...(fallback && { fallback }),
    ...(!fallback && !isRequired && { optional: true }),
  });
}

/** `(a, b) => value`, `(a) async { }` with the parenthesis at the next token; undefined for a parenthesis. */
export function closure(p: Parser): Expr | undefined {
  const behind = p.closing() - p.at + 1;
  const mark = p.word(behind);
  const isAsync = (mark === 'async' || mark === 'sync') && /^(?:=>|\{|\*)$/.test(p.word(behind + 1));
  const isBlock = mark === '{' && !p.stopsAtBrace && isParameterList(p);
  if (mark !== '=>' && !isBlock && !isAsync) return undefined;
  const at = p.start;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    dartParameters(p, fn);
    asyncMark(p, fn);
    functionBody(p, fn, '=>');
  });
  return functionRef(p, fn, at);
}

function isParameterList(p: Parser): boolean {
  const close = p.closing();
  for (let i = p.at + 1; i < close; i++) {
    const word = p.tokens.words[i] ?? '';
    if (!/^(?:[\w$]+|[,.<>?{}[\]=()@])$/.test(word)) return false;
  }
  return true;
}
