import { operators, typeNames, words, type Grammar } from '../../builder/grammar.ts';
import type { Parser } from '../../builder/parser.ts';
import { compositeLiteral, goPrimaries, sliceLiteral } from './go-expressions.ts';
import { goDeclaration, goStatements } from './go-statements.ts';
import { goType } from './go-types.ts';

/** Go as a table (go.dev/ref/spec). */
export const goGrammar: Grammar<Parser> = {
  lexicon: {
    lineComments: ['//'],
    blockComment: { open: '/*', close: '*/' },
    strings: [
      { open: '`', close: '`', multiline: true, escape: 'none' },
      { open: '"', close: '"', escape: 'backslash' },
      { open: "'", close: "'", escape: 'backslash', character: true },
    ],
    marks: ':= <- ... && || == != <= >= += -= *= /= %= &= |= ^= &^ ++ --'.split(' '),
  },
  pieces: {
    functionWords: words('func'),
    classWords: new Set(),
    modifiers: new Set(),
    constructors: words('init'),
    closer: '}',
  },
  nesting: {
    braceBlocks: true,
    semicolons: false,
    statementWords: words('return package import var const type if for switch select go defer break continue'),
  },
  names: { implicitThis: false },
  breaksAtLine: true,
  continues: words(''),
  operators: operators<Parser>(
    ['assign', '= := += -= *= /= %= &= |= ^=', { right: true }],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '== != < > <= >= <-'],
    ['binary', '+ - | ^'],
    ['binary', '* / % & &^'],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['!', '!'],
    ['^', '^'],
    ['&', ''],
    ['*', ''],
    ['<-', ''],
    ['range', ''],
  ]),
  postfixes: words('++ --'),
  memberMarks: words('.'),
  assertions: true,
  constants: new Map([
    ['true', true],
    ['false', false],
    ['nil', null],
  ]),
  primaries: goPrimaries,
  statements: goStatements,
  declaration: goDeclaration,
  reserved: words(
    'return if else for switch case default select go defer package import var const type break continue goto fallthrough',
  ),
  braceBlocks: true,
  casesEnd: true,
  headsInParentheses: false,
  bracket: sliceLiteral,
  suffix: compositeLiteral,
  calls: { spreads: words(''), trailingLambdas: false, generics: false },
  types: {
    names: typeNames({
      string: 'string rune',
      integer: 'int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr byte',
      number: 'float32 float64',
      boolean: 'bool',
      unknown: 'any',
      date: 'time.Time',
    }),
    arguments: '[',
    special: goType,
  },
  collections: {
    makers: new Map([
      ['.NewProperties', 'map'],
      ['.NewTraits', 'map'],
      ['NewProperties', 'map'],
      ['NewTraits', 'map'],
    ]),
    puts: words('Set'),
    putAlls: words('Merge'),
    copiers: words('maps.Copy'),
    fillers: words(''),
    copies: words(''),
  },
  formats: new Map([
    ['fmt.Sprintf', 'percent'],
    ['fmt.Errorf', 'percent'],
  ]),
};
