import { takeName } from '../../builder/declarations.ts';
import { list } from '../../builder/expressions.ts';
import { operators, typeNames, words, type Grammar, type Outcome } from '../../builder/grammar.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import { branch, choose, conditional, doLoop, head, jump, leap, loop } from '../../builder/statements.ts';
import { castType } from '../../builder/typed.ts';
import type { Expr } from '../../facts.ts';
import {
  blockLiteral,
  classDeclaration,
  method,
  objectiveCDeclaration,
  property,
  protocolType,
} from './objective-c-declarations.ts';
import { objectiveCLexicon } from './objective-c-lexicon.ts';
import { typeEnd } from '../../builder/angles.ts';
import { messageCast } from './objective-c-casts.ts';
import { boxed, dictionary, message } from './objective-c-messages.ts';

/** Objective-C as a table (developer.apple.com, Programming with Objective-C; clang.llvm.org/docs/ObjectiveCLiterals). */
export const objectiveCGrammar: Grammar<Parser> = {
  lexicon: objectiveCLexicon,
  nesting: {
    braceBlocks: true,
    semicolons: true,
    messages: true,
    statementWords: words(
      'return while do break continue @interface @implementation @end @property @protocol #import #define',
    ),
  },
  names: { implicitThis: true },
  breaksAtLine: false,
  continues: words(''),
  operators: operators<Parser>(
    ['assign', '= += -= *= /= %= &= |= ^=', { right: true }],
    ['ternary', '?', { right: true }],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '| ^ &'],
    ['binary', '== !='],
    ['binary', '< > <= >='],
    ['binary', '+ -'],
    ['binary', '* / %'],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['!', '!'],
    ['~', '~'],
    ['&', ''],
    ['*', ''],
    ['++', '++'],
    ['--', '--'],
  ]),
  postfixes: words('++ --'),
  memberMarks: words('. -> ::'),
  constants: new Map([
    ['YES', true],
    ['NO', false],
    ['true', true],
    ['false', false],
    ['@YES', true],
    ['@NO', false],
    ['@true', true],
    ['@false', false],
    ['nil', null],
    ['Nil', null],
    ['NULL', null],
  ]),
  primaries: new Map<string, (p: Parser) => Expr | undefined>([
    ['@{', dictionary],
    ['@[', list],
    ['@(', boxed],
    ['self', self],
    ['super', self],
    ['^', blockLiteral],
    ['@selector', directive],
    ['@protocol', directive],
    ['@encode', directive],
    ['@available', directive],
    ['__attribute__', directive],
  ]),
  wordPrimary,
  statements: new Map<string, (p: Parser) => Outcome | undefined>([
    ['#import', importHeader],
    ['@import', moduleImport],
    ['#define', macro],
    ['@interface', classDeclaration],
    ['@implementation', classDeclaration],
    ['@protocol', p => (p.opens('(', 1) ? undefined : classDeclaration(p))],
    ['@property', property],
    ['-', method],
    ['+', method],
    ['@end', skipped],
    ['@optional', skipped],
    ['@required', skipped],
    ['@public', skipped],
    ['@private', skipped],
    ['@protected', skipped],
    ['@synthesize', line],
    ['@dynamic', line],
    ['@class', line],
    ['typedef', line],
    ['@autoreleasepool', headed],
    ['@synchronized', headed],
    ['@try', headed],
    ['@catch', headed],
    ['@finally', headed],
    ['if', p => (p.opens('(', 1) ? { value: conditional(p), ...(p.takeEnds() && { ends: true }) } : undefined)],
    ['for', loop],
    ['while', loop],
    ['do', doLoop],
    ['switch', switchStatement],
    ['return', p => jump(p, true)],
    ['@throw', p => jump(p, false)],
    ['break', leap],
    ['continue', leap],
    ['goto', leap],
  ]),
  declaration: objectiveCDeclaration,
  reserved: words(
    'return if else for while do switch case default in break continue goto typedef @end @interface @implementation @property',
  ),
  braceBlocks: true,
  headsInParentheses: true,
  brace: list,
  bracket: message,
  parenthesis,
  calls: { spreads: words(''), trailingLambdas: false, generics: false },
  types: {
    names: typeNames({
      string: 'NSString NSMutableString char',
      integer: 'int NSInteger NSUInteger long short int32_t int64_t uint32_t uint64_t size_t',
      number: 'float double CGFloat NSTimeInterval',
      boolean: 'BOOL bool Boolean',
      void: 'void',
      unknown: 'id',
      date: 'NSDate',
      list: 'NSArray NSMutableArray NSSet NSMutableSet',
      map: 'NSDictionary NSMutableDictionary',
    }),
    arguments: '<',
    pointers: true,
    special: protocolType,
    modifiers: words('const __kindof nullable nonnull _Nullable _Nonnull struct enum unsigned signed'),
  },
  collections: {
    makers: new Map([
      ...['NSDictionary', 'NSMutableDictionary'].flatMap(name =>
        [`new ${name}`, `${name}.dictionary`, `${name}.dictionaryWithDictionary`].map(maker => [maker, 'map'] as const),
      ),
      ...['NSArray', 'NSMutableArray'].flatMap(name =>
        [`${name}.arrayWithObjects`, `${name}.array`].map(maker => [maker, 'list'] as const),
      ),
      ['NSMutableDictionary.dictionaryWithCapacity', 'map'],
    ]),
    puts: words(''),
    putAlls: words('addEntriesFromDictionary'),
    fillers: words(''),
    copies: words('copy mutableCopy'),
  },
  formats: new Map([
    ['NSString.stringWithFormat', 'percent'],
    ['NSString.localizedStringWithFormat', 'percent'],
  ]),
};

function self(p: Parser): Expr {
  const at = p.start;
  const isSuper = p.word() === 'super';
  p.at++;
  return { k: 'this', cls: p.unit.cls, ...p.span(at), ...(isSuper && { parent: true as const }) };
}

/** `@selector(a:b:)`: no value, and no call. */
function directive(p: Parser): Expr | undefined {
  if (!p.opens('(', 1)) return undefined;
  const at = p.start;
  p.at++;
  p.skip();
  return p.opaque(at);
}

/** `@5`, and `_name`, which stands for the property of that name. */
function wordPrimary(p: Parser): Expr | undefined {
  const word = p.word();
  const at = p.start;
  if (/^@\d/.test(word)) {
    p.at++;
    const isFraction = p.word() === '.' && !p.isSpaced();
    if (isFraction) p.at += 2;
    return p.literal(Number(p.tokens.text.slice(at + 1, p.stop)), at, p.stop);
  }
  if (word.startsWith('@') && word.length > 1) {
    p.at++;
    return p.opaque(at);
  }
  const isField = word.startsWith('_') && word.length > 1 && p.unit.cls >= 0 && p.unit.fn >= 0 && !p.opens('(', 1);
  if (!isField || p.unit.isDeclared(word)) return undefined;
  p.at++;
  return p.unit.member({ k: 'this', cls: p.unit.cls, at, end: at }, word.slice(1), at + 1, p.stop);
}

function parenthesis(p: Parser): Expr | undefined {
  const at = p.start;
  // What follows is the next part of the selector.
  const behind = p.closing() - p.at + 1;
  if (p.isWord(behind) && p.word(behind + 1) === ':' && !p.isSpaced(behind + 1)) return undefined;
  if (p.opens('{', behind) && p.at + typeEnd(p, 1) === p.closing()) {
    // `(CGSize){25, 25}` is a struct.
    p.skip();
    list(p);
    return p.opaque(at);
  }
  const type = messageCast(p) ?? castType(p);
  if (type === 'none') return undefined;
  const value = p.expression(100);
  return { k: 'cast', value, type, ...p.span(at) };
}

function importHeader(p: Parser): Outcome {
  p.at++;
  const at = p.start;
  const path = p.expression(100);
  const module = path.k === 'literal' ? String(path.value) : '';
  p.unit.imports.push({ module, name: '*', local: undefined, span: p.span(at) });
  return nothing;
}

function moduleImport(p: Parser): Outcome {
  p.at++;
  const at = p.start;
  const parts: string[] = [];
  while (p.isWord()) {
    parts.push(takeName(p).name);
    if (!p.take('.')) break;
  }
  p.unit.imports.push({ module: parts.join('.'), name: '*', local: undefined, span: p.span(at) });
  return nothing;
}

/** `#define NAME value` up to the line's end; macros with parameters are skipped. */
function macro(p: Parser): Outcome {
  p.at++;
  if (!p.isWord()) return nothing;
  const name = takeName(p);
  const outer = { end: p.end, scope: p.unit.scope };
  let end = p.at;
  while (end < p.end && !p.tokens.startsLine(end)) end++;
  if (!p.opens('(') || p.isSpaced()) {
    p.end = end;
    const init = p.isDone() ? undefined : p.expression();
    p.end = outer.end;
    p.unit.scope = p.unit.module;
    p.unit.declare(name.name, 'const', name, init && { init });
    p.unit.scope = outer.scope;
  }
  p.at = end;
  return nothing;
}

function skipped(p: Parser): Outcome {
  p.at++;
  return nothing;
}

function line(p: Parser): Outcome {
  while (!p.isDone() && p.word() !== ';') p.skip();
  return nothing;
}

function headed(p: Parser): Outcome {
  p.at++;
  if (p.opens('(')) head(p);
  return p.opens('{') ? branch(p) : nothing;
}

function switchStatement(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  choose(p, patterns);
  return p.takeEnds() ? ending : nothing;
}

function patterns(p: Parser): Expr[] {
  const value = p.expression();
  while (!p.isDone() && p.word() !== ':') p.unknown();
  return [value];
}
