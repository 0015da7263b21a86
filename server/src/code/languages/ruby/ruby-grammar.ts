import { argumentList } from '../../builder/calls.ts';
import { operators, typeNames, words, type Grammar } from '../../builder/grammar.ts';
import type { Parser } from '../../builder/parser.ts';
import type { Expr } from '../../facts.ts';
import { hash, rubyArgument, made, rubySuffix } from './ruby-arguments.ts';
import { begin, choose, conditional } from './ruby-control.ts';
import { arrowLambda, method } from './ruby-declarations.ts';
import { endBlocks } from './ruby-layout.ts';
import { erbLexicon, rubyLexicon } from './ruby-lexicon.ts';
import { rubyStatement, rubyStatements } from './ruby-statements.ts';

/** Ruby as a table (docs.ruby-lang.org, syntax). */
export const rubyGrammar: Grammar<Parser> = {
  lexicon: rubyLexicon,
  pieces: {
    functionWords: words('def'),
    classWords: words('class module'),
    modifiers: words('private protected public'),
    constructors: words('initialize'),
    governing: words('module_function extend'),
    closer: 'end',
  },
  nesting: {
    braceBlocks: false,
    semicolons: false,
    statementWords: words('def class module require require_relative return private'),
  },
  layout: endBlocks,
  names: { implicitThis: true, functionScopes: true, fieldPrefix: '@' },
  breaksAtLine: true,
  continues: words('. &.'),
  operators: operators<Parser>(
    ['choice', 'or', { op: '||' }],
    ['choice', 'and', { op: '&&' }],
    ['assign', '= += -= *= /= %= **= |= &= ||= &&=', { right: true }],
    ['ternary', '?', { right: true }],
    ['range', '.. ...', { op: '..' }],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '<=> == === != =~ !~'],
    ['binary', '< > <= >='],
    ['binary', '| ^'],
    ['binary', '&'],
    ['binary', '<< >>'],
    ['binary', '+ -'],
    ['binary', '* / %'],
    ['binary', '**', { right: true }],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['!', '!'],
    ['~', '~'],
    ['not', '!'],
    ['&', ''],
    ['*', ''],
    ['**', ''],
    ['..', '...'],
    ['defined?', '!'],
  ]),
  postfixes: words(''),
  memberMarks: words('. &. ::'),
  transparent: words(
    'freeze dup clone deep_dup itself html_safe symbolize_keys stringify_keys with_indifferent_access',
  ),
  assignmentDeclares: true,
  assignmentsAreValues: true,
  constants: new Map([
    ['true', true],
    ['false', false],
    ['nil', null],
  ]),
  primaries: new Map<string, (p: Parser) => Expr | undefined>([
    ['if', conditional],
    ['unless', conditional],
    ['case', choose],
    ['begin', begin],
    ['def', method],
    ['->', arrowLambda],
    ['self', self],
    ['super', parent],
    ['::', outermost],
  ]),
  wordPrimary: instanceVariable,
  statements: rubyStatements,
  declaration: rubyStatement,
  reserved: words(
    'and or if unless while until rescue then do in end else elsif when ensure class module return next break redo retry',
  ),
  braceBlocks: false,
  headsInParentheses: false,
  brace: hash,
  suffix: rubySuffix,
  ended: made,
  calls: {
    spreads: words('* **'),
    trailingLambdas: false,
    generics: false,
    operatorNames: words('+ - * / % ** < > <= >= == << | &'),
    argument: rubyArgument,
  },
  types: { names: typeNames({}), arguments: undefined },
  collections: {
    makers: new Map([['Hash.new', 'map']]),
    puts: words('store'),
    putAlls: words('merge! update'),
    merges: words('merge reverse_merge deep_merge'),
    fillers: words(''),
    copies: words('dup to_h compact symbolize_keys stringify_keys with_indifferent_access'),
  },
  formats: new Map([
    ['format', 'percent'],
    ['sprintf', 'percent'],
  ]),
};

/** Ruby in the tags of a page. */
export const erbGrammar: Grammar<Parser> = { ...rubyGrammar, lexicon: erbLexicon, pieces: undefined };

/** The instance, or the class itself in a method of the class. */
function self(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const member = p.unit.functions[p.returnsFrom];
  const { cls } = p.unit;
  const isStatic =
    member === undefined || p.unit.classes[cls]?.members.some(each => each.static && each.fn === p.returnsFrom);
  return isStatic && cls >= 0 ? { k: 'class', cls, ...p.span(at) } : p.unit.this(at, p.stop);
}

/** `super`, `super(a)`, `super a`. */
function parent(p: Parser): Expr {
  const at = p.start;
  p.at++;
  const callee: Expr = { k: 'this', cls: p.unit.cls, parent: true, ...p.span(at) };
  if (p.opens('(') && !p.isSpaced()) return argumentList(p, callee, 'call');
  return callee;
}

/** `::Name` is no constant of the classes around it. */
function outermost(p: Parser): Expr | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const name = p.name();
  return name.k === 'name' ? { ...name, binding: -1, outermost: true } : name;
}

/** `@name` is a member of the instance. */
function instanceVariable(p: Parser): Expr | undefined {
  const name = p.word();
  if (!name.startsWith('@') || p.unit.cls < 0) return undefined;
  const at = p.start;
  p.at++;
  return p.unit.member({ k: 'this', cls: p.unit.cls, at, end: at }, name, at, p.stop);
}
