import { operators, typeNames, words, type Grammar } from '../../builder/grammar.ts';
import type { Parser } from '../../builder/parser.ts';
import { collectionLiteral, swiftPrimaries } from './swift-expressions.ts';
import { closure } from './swift-functions.ts';
import { swiftStatements } from './swift-statements.ts';

const interpolation = { open: '\\(', close: ')' } as const;
const rawInterpolation = { open: '\\#(', close: ')' } as const;

/** Swift as a table (docs.swift.org, The Swift Programming Language, Language Reference). */
export const swiftGrammar: Grammar<Parser> = {
  lexicon: {
    lineComments: ['//'],
    blockComment: { open: '/*', close: '*/', nested: true },
    strings: [
      { open: '"""', close: '"""', multiline: true, escape: 'backslash', decode: 'indented', interpolation },
      { open: '"', close: '"', escape: 'backslash', interpolation },
      {
        open: '#"""',
        close: '"""#',
        multiline: true,
        escape: 'none',
        decode: 'indented',
        interpolation: rawInterpolation,
      },
      { open: '##"', close: '"##', escape: 'none' },
      { open: '#"', close: '"#', escape: 'none', interpolation: rawInterpolation },
    ],
    wordStart: '$',
    quotedWord: '`',
    marks: '?. ?? -> ... ..< && || == != === !== <= >= += -= *= /= %= &+ &- &* &&='.split(' '),
    directives: words('if else elseif endif warning error sourceLocation'),
  },
  pieces: {
    functionWords: words('func'),
    classWords: words('class struct enum extension actor'),
    modifiers: words(
      'public private internal open fileprivate override final static mutating nonmutating indirect nonisolated',
    ),
    constructors: words('init'),
    closer: '}',
  },
  nesting: {
    braceBlocks: true,
    semicolons: false,
    statementWords: words('let var return guard func import struct enum extension while repeat'),
  },
  names: { implicitThis: true },
  breaksAtLine: true,
  continues: words('. ?. ?? && || ? : + * / == != === !== < > <= >= as is ..< ...'),
  operators: operators(
    ['assign', '= += -= *= /= %=', { right: true }],
    ['ternary', '?', { right: true }],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '== != === !== < > <= >='],
    ['choice', '??', { right: true }],
    ['test', 'is'],
    ['cast', 'as'],
    ['range', '... ..<', { op: '..' }],
    ['binary', '+ - &+ &- |'],
    ['binary', '* / % & &* ^ << >>'],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['!', '!'],
    ['~', '~'],
    ['&', ''],
    ['...', '...'],
    ['..<', '...'],
    ['await', 'await'],
    ['any', ''],
    ['some', ''],
    ['consume', ''],
  ]),
  postfixes: words('! ?'),
  memberMarks: words('. ?.'),
  constants: new Map([
    ['true', true],
    ['false', false],
    ['nil', null],
  ]),
  primaries: swiftPrimaries,
  statements: swiftStatements,
  reserved: words(
    'else in is as let var func class struct enum protocol extension for while repeat guard return throw break continue where catch case default import defer do',
  ),
  braceBlocks: false,
  headsInParentheses: false,
  bodyWords: words('else'),
  brace: closure,
  bracket: collectionLiteral,
  calls: { label: ':', spreads: words(''), trailingLambdas: true, generics: true },
  types: {
    names: typeNames({
      string: 'String Substring NSString Character StaticString',
      integer: 'Int Int8 Int16 Int32 Int64 UInt UInt8 UInt16 UInt32 UInt64 NSInteger',
      number: 'Double Float CGFloat Decimal NSNumber TimeInterval',
      boolean: 'Bool',
      void: 'Void',
      never: 'Never',
      unknown: 'Any AnyObject AnyHashable',
      date: 'Date NSDate',
      list: 'Array Set NSArray ContiguousArray',
      map: 'Dictionary',
      optional: 'Optional',
    }),
    arguments: '<',
    modifiers: words('some any inout borrowing consuming sending isolated'),
  },
  collections: {
    makers: new Map([
      ['NSMutableDictionary', 'map'],
      ['NSDictionary', 'map'],
      ['Dictionary', 'map'],
    ]),
    puts: words(''),
    putAlls: words('merge'),
    merges: words('merging'),
    fillers: words(''),
    copies: words(''),
  },
};
