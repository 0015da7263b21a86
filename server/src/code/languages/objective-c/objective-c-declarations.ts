import { typeEnd } from '../../builder/angles.ts';
import {
  declareFunction,
  declareVariable,
  functionBody,
  functionRef,
  insideClass,
  insideFunction,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import type { Expr, TypeExpr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';

/** Words around a type that say nothing of its values. */
export const QUALIFIERS: ReadonlySet<string> = new Set(
  (
    'static const extern inline volatile register __block __weak __strong __unsafe_unretained _Nullable _Nonnull nullable nonnull ' +
    '__nullable __nonnull __kindof FOUNDATION_EXPORT FOUNDATION_EXTERN UIKIT_EXTERN NS_SWIFT_NAME struct enum unsigned signed ' +
    'NS_INLINE __attribute__ __autoreleasing __bridge __bridge_transfer __bridge_retained'
  ).split(' '),
);

const END = new Set(['@end']);

/** `unsigned` alone. */
const INTEGER: TypeExpr = { t: 'primitive', name: 'integer' };

/** `@interface Name : Parent <P> { fields } … @end`, `@implementation Name … @end`, `@protocol Name … @end`. */
export function classDeclaration(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  const word = p.word();
  p.at++;
  const name = takeName(p);
  const isForward = p.word() === ';' || p.word() === ',';
  if (word === '@protocol' && isForward) return nothing;
  const known = p.unit.classes.findIndex(each => each.name === name.name);
  const isCategory = p.opens('(');
  const declares = (word === '@interface' && !isCategory) || word === '@protocol';
  const cls =
    known >= 0 ? known : declares ? declare(p, name, word === '@protocol') : p.unit.extension(name.name, name.at);
  if (isCategory) p.skip();
  insideClass(p, cls, () => {
    if (p.take(':') && p.isWord()) p.unit.classes[cls]?.extends.push(p.name());
    const parents = p.unit.classes[cls]?.extends;
    while (p.word() === '<') {
      p.at++;
      while (!p.isDone() && p.word() !== '>') {
        if (p.isWord()) parents?.push(p.name());
        else p.at++;
      }
      p.take('>');
    }
    if (p.opens('{'))
      p.group(true, () => {
        fields(p);
      });
    // What stands in the body besides methods belongs to the file.
    p.statements(END);
    p.take('@end');
  });
  return nothing;
}

/** The variables of a class; a macro among them declares others. */
function fields(p: Parser): void {
  while (!p.isDone()) {
    const from = p.at;
    if (isMacro(p)) {
      p.at++;
      p.skip();
    } else if (!p.take(';')) p.statement();
    if (p.at === from) p.unknown();
  }
}

/** `API_AVAILABLE(macos(10.14))` and the like, which are not run. */
function isMacro(p: Parser): boolean {
  return p.opens('(', 1) && /^[A-Z][A-Z\d_]+$/.test(p.word());
}

/** Skips what may stand behind a declaration, on the lines that follow as well. */
function attributes(p: Parser): void {
  while (!p.isDone() && !p.opens('{') && p.word() !== ';' && (!p.startsLine() || isMacro(p))) p.skip();
}

function declare(p: Parser, name: Declared, isProtocol: boolean): number {
  const cls = p.unit.addClass(name.name, isProtocol ? 'interface' : 'class', name);
  p.unit.declare(name.name, 'class', name, { cls });
  return cls;
}

/** `@property (nonatomic, copy) Type *name, *other;`. */
export function property(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (cls < 0) return undefined;
  p.at++;
  let isStatic = false;
  if (p.opens('(')) {
    isStatic = p.tokens.words.slice(p.at, p.closing()).includes('class');
    p.skip();
  }
  qualifiers(p);
  const type = p.type();
  for (;;) {
    qualifiers(p);
    if (p.opens('(')) {
      // A block: its name stands behind the caret.
      const name = p.group(false, () => (p.take('^') && p.isWord() ? takeName(p) : undefined));
      if (name !== undefined) field(p, cls, name, undefined, isStatic);
      if (p.opens('(')) p.skip();
    } else if (p.isWord()) field(p, cls, takeName(p), type, isStatic);
    if (!p.take(',')) break;
  }
  attributes(p);
  return nothing;
}

function field(p: Parser, cls: number, name: Declared, type: TypeExpr | undefined, isStatic: boolean): void {
  const facts = { name: name.name, nameAt: name.at, static: isStatic, at: name.at, end: name.end };
  p.unit.addMember(cls, { ...facts, kind: 'field', ...(type && { type }) });
}

function qualifiers(p: Parser): void {
  while (QUALIFIERS.has(p.word()) || p.word() === '*') {
    p.at++;
    if (p.opens('(') && p.word(-1) !== '*') p.skip();
  }
}

/** `- (Type)name:(Type)a label:(Type)b { }`; undefined outside a class's body. */
export function method(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (cls < 0 || (!p.opens('(', 1) && !p.isWord(1))) return undefined;
  const isStatic = p.word() === '+';
  p.at++;
  const type = p.opens('(') ? parenthesisedType(p) : undefined;
  if (!p.isWord()) return nothing;
  const name = takeName(p);
  const fn = p.unit.addFunction(name.name, name.at, cls);
  declareFunction(p, name, fn, 'method', isStatic);
  const imported =
    p.word() === ':'
      ? swiftName(name.name)?.name
      : isStatic
        ? withoutClass(name.name, p.unit.classes[cls]?.name)
        : undefined;
  if (imported !== undefined) declareFunction(p, { ...name, name: imported }, fn, 'method', isStatic);
  const draft = p.unit.functions[fn];
  if (draft !== undefined && type !== undefined) draft.returnType = ownType(p, cls, type);
  const owner = p.unit.classes[cls];
  if (owner !== undefined && /^init(?:$|[A-Z])/.test(name.name)) owner.ctor ??= fn;
  insideFunction(p, fn, false, () => {
    parameters(p, fn, name);
    attributes(p);
    functionBody(p, fn, undefined);
  });
  return nothing;
}

/** `instancetype` is the class itself. */
function ownType(p: Parser, cls: number, type: TypeExpr): TypeExpr {
  const name = p.unit.classes[cls]?.name;
  return type.t === 'reference' && type.name === 'instancetype' && name !== undefined ? { ...type, name } : type;
}

function parenthesisedType(p: Parser): TypeExpr | undefined {
  return p.group(false, () => {
    qualifiers(p);
    return p.type();
  });
}

/**
 * How Swift knows a method whose selector begins with `trackScreenWithName:`: as `trackScreen(withName:)`. Undefined for one that
 * has the same name there.
 */
function swiftName(selector: string): { readonly name: string; readonly label: string } | undefined {
  const [, name, preposition, rest] =
    /^([a-z]\w*?[a-z\d])(With|For|By|From|In|On|At|To|Of|Using)([A-Z]\w*)$/.exec(selector) ?? [];
  if (name === undefined || preposition === undefined || name === 'init') return undefined;
  return { name, label: preposition.toLowerCase() + String(rest) };
}

/** How Swift knows a class's `+sharedAnalytics`: as `shared()`, since its type says the rest. */
function withoutClass(selector: string, cls: string | undefined): string | undefined {
  const [, name, rest] = /^([a-z][a-z\d]*)([A-Z]\w*)$/.exec(selector) ?? [];
  return name !== undefined && rest !== undefined && cls?.endsWith(rest) === true ? name : undefined;
}

/** `id<Protocol>` is a thing of the protocol. */
export function protocolType(p: Parser): TypeExpr | undefined {
  if (p.word() !== 'id' || p.word(1) !== '<' || !p.isWord(2)) return undefined;
  p.at += 2;
  const of: TypeExpr = { t: 'reference', name: p.word(), args: [] };
  while (!p.isDone() && p.word() !== '>') p.at++;
  p.take('>');
  return of;
}

/** The parts of a selector: the first parameter is labelled like a constructor's, the others by their parts. */
function parameters(p: Parser, fn: number, first: Declared): void {
  let label = first.name.replace(/^init(?:With|From)?/, '');
  label = label === first.name ? (swiftName(first.name)?.label ?? '') : label.charAt(0).toLowerCase() + label.slice(1);
  for (;;) {
    if (!p.take(':')) return;
    const type = p.opens('(') ? parenthesisedType(p) : undefined;
    while (QUALIFIERS.has(p.word()) && p.isWord(1)) p.at++;
    if (!p.isWord()) return;
    const local = takeName(p);
    const more = { ...(label !== '' && { name: label }), ...(type && { type }) };
    p.unit.addParameter(fn, local.name, local, more);
    if (p.take(',')) p.take('...');
    if (!p.isWord() || p.word(1) !== ':') return;
    label = takeName(p).name;
  }
}

/** `^(Type a) { }`, `^{ }`, `^Type (Type a) { }`. */
export function blockLiteral(p: Parser): Expr | undefined {
  let ahead = 1;
  while (p.isWord(ahead) || p.word(ahead) === '*') ahead++;
  if (!p.opens('(', ahead) && !p.opens('{', ahead)) return undefined;
  const at = p.start;
  p.at += ahead;
  const fn = p.unit.addFunction(undefined, at);
  insideFunction(p, fn, true, () => {
    p.returnsFrom = fn;
    typedParameters(p, fn);
    functionBody(p, fn, undefined);
  });
  return functionRef(p, fn, at);
}

/** `(Type a, Type *b, ...)`. */
function typedParameters(p: Parser, fn: number): void {
  if (!p.opens('(')) return;
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',')) continue;
      const from = p.at;
      qualifiers(p);
      const type = p.type();
      qualifiers(p);
      if (p.isWord()) {
        const name = takeName(p);
        p.unit.addParameter(fn, name.name, name, { ...(type && { type }) });
      }
      while (!p.isDone() && p.word() !== ',') p.unknown();
      if (p.at === from) p.at++;
    }
  });
}

/** `NSString *const name = value, *other;`, and C functions; undefined for all else. */
export function objectiveCDeclaration(p: Parser): Outcome | undefined {
  if (isMacro(p) && /^@(?:interface|protocol|implementation)$/.test(p.word(p.closing(1) - p.at + 1))) {
    p.at++;
    p.skip();
    return nothing;
  }
  if (isPrefix(p)) {
    p.at++;
    p.group(false, () => p.statements());
    return nothing;
  }
  const end = nameAhead(p);
  const from = p.at;
  if (end < 0) return functionPointer(p);
  const after = p.word(end + 1);
  const isFunction = p.opens('(', end + 1);
  if (isFunction && !isDefinition(p, end + 1)) return undefined;
  if (!isFunction && !/^(?:=|;|,|in|:)$/.test(after) && !p.opens('[', end + 1) && p.kind(end + 1) !== TokenKind.end)
    return undefined;
  while (QUALIFIERS.has(p.word())) {
    p.at++;
    if (p.opens('(')) p.skip();
  }
  const type = p.at === from + end ? INTEGER : p.type();
  const here = p.unit.scope;
  if (p.unit.bodyClass >= 0 && isFunction) p.unit.scope = p.unit.module;
  if (isFunction) cFunction(p, type);
  else variables(p, type);
  p.unit.scope = here;
  return nothing;
}

/** `STRONGIFY(self) if (…)`: a macro in front of a statement stands for a declaration. */
function isPrefix(p: Parser): boolean {
  if (!p.isWord() || !p.opens('(', 1) || p.grammar.reserved.has(p.word())) return false;
  const ahead = p.closing(1) - p.at + 1;
  return !p.startsLine(ahead) && /^(?:if|for|while|do|switch|return)$/.test(p.word(ahead));
}

/** `Type (^name)(parameters) = value;`. */
function functionPointer(p: Parser): Outcome | undefined {
  let ahead = 0;
  while (QUALIFIERS.has(p.word(ahead))) ahead++;
  let end = typeEnd(p, ahead);
  if (end < 0) return undefined;
  while (QUALIFIERS.has(p.word(end)) || p.word(end) === '*') end++;
  if (!p.opens('(', end) || !/^[*^]$/.test(p.word(end + 1))) return undefined;
  const parameters = p.closing(end) - p.at + 1;
  const nameAt = p.opens('[', end + 3) ? end + 2 : parameters - 2;
  if (!p.isWord(nameAt) || !p.opens('(', parameters)) return undefined;
  p.at += nameAt;
  const name = takeName(p);
  while (p.opens('[')) p.skip();
  p.at++;
  p.skip();
  const init = p.take('=') ? p.expression() : undefined;
  declareVariable(p, name, { kind: 'let', init, type: undefined });
  return nothing;
}

/** How far the declared name is, behind a type and its stars and qualifiers; -1 where no declaration begins. */
function nameAhead(p: Parser): number {
  let ahead = 0;
  let isQualified = false;
  while (QUALIFIERS.has(p.word(ahead))) {
    isQualified = true;
    ahead++;
    if (p.opens('(', ahead)) ahead = p.closing(ahead) - p.at + 1;
  }
  let end = typeEnd(p, ahead);
  if (end < 0) return -1;
  if (end === ahead + 1 && p.opens('(', end) && /^(?:un)?signed$/.test(p.word(ahead - 1))) return ahead;
  while (QUALIFIERS.has(p.word(end)) || p.word(end) === '*') end++;
  if (!p.isWord(end) || p.grammar.reserved.has(p.word(end))) return -1;
  const isPrototype = p.unit.fn < 0 && p.opens('(', end + 1);
  return p.startsLine(end) && !isQualified && !isPrototype ? -1 : end;
}

/** At the top level and behind `extern` a function's prototype, anywhere one with a body. */
function isDefinition(p: Parser, ahead: number): boolean {
  const behind = p.closing(ahead) - p.at + 1;
  return p.opens('{', behind) || ((p.unit.fn < 0 || p.word() === 'extern') && p.word(behind) === ';');
}

function cFunction(p: Parser, type: TypeExpr | undefined): void {
  qualifiers(p);
  const name = takeName(p);
  const fn = p.unit.addFunction(name.name, name.at);
  p.unit.declare(name.name, 'function', name, { fn });
  const draft = p.unit.functions[fn];
  if (draft !== undefined && type !== undefined) draft.returnType = type;
  insideFunction(p, fn, false, () => {
    typedParameters(p, fn);
    functionBody(p, fn, undefined);
  });
}

function variables(p: Parser, type: TypeExpr | undefined): void {
  const isField = p.unit.bodyClass >= 0 && p.tokens.words[p.end] === '}';
  const here = p.unit.scope;
  if (p.unit.bodyClass >= 0 && !isField) p.unit.scope = p.unit.module;
  for (;;) {
    qualifiers(p);
    if (!p.isWord()) break;
    const name = takeName(p);
    while (p.opens('[')) p.skip();
    if (p.take('in')) declareVariable(p, name, { kind: 'loop', init: p.expression(), type });
    else {
      const init = p.take('=') ? p.expression() : undefined;
      declareVariable(p, name, { kind: 'let', init, type });
    }
    if (!p.take(',')) break;
  }
  p.unit.scope = here;
}
