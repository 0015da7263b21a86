import { operators, typeNames, words, type Grammar } from '../../builder/grammar.ts';
import type { Parser } from '../../builder/parser.ts';
import type { TokenReader } from '../../scanner/lexicon.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { kotlinPrimaries, lambda } from './kotlin-expressions.ts';
import { kotlinStatements } from './kotlin-statements.ts';

/** Kotlin as a table (kotlinlang.org/docs/reference/grammar.html). */
export const kotlinGrammar: Grammar<Parser> = {
  lexicon: {
    lineComments: ['//'],
    blockComment: { open: '/*', close: '*/', nested: true },
    strings: [
      {
        open: '"""',
        close: '"""',
        multiline: true,
        escape: 'none',
        interpolation: { open: '${', close: '}', sign: '$' },
      },
      { open: '"', close: '"', escape: 'backslash', interpolation: { open: '${', close: '}', sign: '$' } },
      { open: "'", close: "'", escape: 'backslash', character: true },
    ],
    quotedWord: '`',
    marks: [
      '?.',
      '?:',
      '!!',
      '::',
      '->',
      '..<',
      '..',
      '&&',
      '||',
      '==',
      '!=',
      '===',
      '!==',
      '<=',
      '>=',
      '+=',
      '-=',
      '*=',
      '/=',
      '%=',
      '++',
      '--',
    ],
    custom: { at: '!', read: negatedTest },
  },
  pieces: {
    functionWords: words('fun'),
    classWords: words('class object interface'),
    modifiers: words(
      'public private protected internal open override abstract final sealed data enum inner annotation value suspend inline infix operator tailrec external',
    ),
    constructors: words('constructor'),
    closer: '}',
  },
  nesting: { braceBlocks: true, semicolons: true, statementWords: words('return import package while do') },
  names: { implicitThis: true },
  breaksAtLine: true,
  continues: words('. ?. ?: && || :: as as?'),
  operators: operators(
    ['assign', '= += -= *= /= %=', { right: true }],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '== != === !=='],
    ['binary', '< > <= >='],
    ['binary', 'in !in'],
    ['test', 'is !is'],
    ['choice', '?:', { op: '??' }],
    // Functions between their operands stand here (see `infixWords`).
    ['range', '.. ..<', { op: '..' }],
    ['binary', '+ -'],
    ['binary', '* / %'],
    ['cast', 'as'],
  ),
  infixWords: { precedence: 9 },
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['!', '!'],
    ['++', '++'],
    ['--', '--'],
    ['*', '*'],
  ]),
  postfixes: words('!! ++ --'),
  memberMarks: words('. ?. ::'),
  constants: new Map([
    ['true', true],
    ['false', false],
    ['null', null],
  ]),
  primaries: kotlinPrimaries,
  statements: kotlinStatements,
  reserved: words(
    'else in is as val var fun class interface typealias while for do return throw break continue by where catch finally',
  ),
  braceBlocks: false,
  headsInParentheses: true,
  brace: lambda,
  calls: { label: '=', spreads: words('*'), trailingLambdas: true, generics: true },
  types: {
    names: typeNames({
      string: 'String CharSequence Char',
      integer: 'Int Long Short Byte UInt ULong BigInteger',
      number: 'Double Float Number BigDecimal',
      boolean: 'Boolean',
      void: 'Unit',
      never: 'Nothing',
      unknown: 'Any',
      date: 'Date Instant LocalDate LocalDateTime ZonedDateTime OffsetDateTime',
      list: 'List MutableList Array ArrayList Collection Iterable Set MutableSet Sequence Flow',
      map: 'Map MutableMap HashMap LinkedHashMap',
    }),
    arguments: '<',
    modifiers: words('suspend in out'),
  },
  collections: {
    makers: new Map([
      ...[
        'mapOf',
        'mutableMapOf',
        'hashMapOf',
        'linkedMapOf',
        'sortedMapOf',
        'bundleOf',
        'emptyMap',
        'persistentMapOf',
      ].map(name => [name, 'pairs'] as const),
      ...[
        'listOf',
        'mutableListOf',
        'arrayListOf',
        'setOf',
        'mutableSetOf',
        'arrayOf',
        'emptyList',
        'listOfNotNull',
        'intArrayOf',
      ].map(name => [name, 'list'] as const),
      ...['HashMap', 'LinkedHashMap', 'JSONObject', 'Bundle', 'PersistableBundle', 'Properties', 'Traits'].map(
        name => [name, 'map'] as const,
      ),
      ...['buildMap', 'buildJsonObject'].map(name => [name, 'filled'] as const),
    ]),
    puts: words(
      'put putString putInt putLong putDouble putFloat putBoolean putValue putBundle putSerializable putJsonObject set param accumulate',
    ),
    putAlls: words('putAll'),
    merges: words('plus'),
    fillers: words('apply also'),
    copies: words('toMap toMutableMap toBundle'),
    recorders: words('param'),
  },
};

/** `!is` and `!in` are one mark each. */
function negatedTest(reader: TokenReader, at: number): number {
  if (!/^!i[sn]\b/.test(reader.text.slice(at, at + 4))) return -1;
  reader.token(TokenKind.mark, at + 3);
  return at + 3;
}
