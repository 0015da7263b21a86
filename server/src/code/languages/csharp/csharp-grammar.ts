import { operators, typeNames, words, type Grammar, type Outcome } from '../../builder/grammar.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import {
  attempt,
  block,
  branch,
  choose,
  conditional,
  doLoop,
  head,
  jump,
  leap,
  loop,
} from '../../builder/statements.ts';
import { list } from '../../builder/expressions.ts';
import type { Expr } from '../../facts.ts';
import {
  argument,
  casePatterns,
  csharpPrimaries,
  csharpSuffix,
  csharpWord,
  parenthesis,
} from './csharp-expressions.ts';
import { csharpDeclaration, namespaceDeclaration, using } from './csharp-types.ts';

const hole = { open: '{', close: '}', doubled: true } as const;

/** C# as a table (learn.microsoft.com/dotnet/csharp/language-reference). */
export const csharpGrammar: Grammar<Parser> = {
  lexicon: {
    lineComments: ['//'],
    blockComment: { open: '/*', close: '*/' },
    strings: [
      {
        open: '$$"""',
        close: '"""',
        multiline: true,
        escape: 'none',
        decode: 'indented',
        interpolation: { open: '{{', close: '}' },
      },
      {
        open: '$"""',
        close: '"""',
        multiline: true,
        escape: 'none',
        decode: 'indented',
        interpolation: { open: '{', close: '}' },
      },
      { open: '"""', close: '"""', multiline: true, escape: 'none', decode: 'indented' },
      { open: '$@"', close: '"', multiline: true, escape: 'doubled', interpolation: hole },
      { open: '@$"', close: '"', multiline: true, escape: 'doubled', interpolation: hole },
      { open: '@"', close: '"', multiline: true, escape: 'doubled' },
      { open: '$"', close: '"', escape: 'backslash', interpolation: hole },
      { open: '"', close: '"', escape: 'backslash' },
      { open: "'", close: "'", escape: 'backslash', character: true },
    ],
    wordStart: '@',
    marks: '=> ?. ?? ??= -> :: .. && || == != <= >= += -= *= /= %= &= |= ^= ++ --'.split(' '),
    directives: words('if else elif endif region endregion pragma nullable define undef warning error line'),
  },
  pieces: {
    classWords: words('class interface struct record'),
    modifiers: words(
      'public private protected internal static sealed abstract virtual override async partial readonly unsafe extern',
    ),
    constructors: new Set(),
    sharesParameters: true,
    closer: '}',
  },
  nesting: {
    braceBlocks: true,
    semicolons: true,
    statementWords: words(
      'return using namespace while do throw break continue try public private protected internal foreach var',
    ),
  },
  names: { implicitThis: true },
  breaksAtLine: false,
  continues: words(''),
  operators: operators<Parser>(
    ['assign', '= += -= *= /= %= &= |= ^= ??=', { right: true }],
    ['ternary', '?', { right: true }],
    ['choice', '??', { right: true }],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '| ^ &'],
    ['binary', '== !='],
    ['binary', 'is', { read: typeTest }],
    ['binary', '< > <= >='],
    ['cast', 'as'],
    ['range', '..'],
    ['binary', '+ -'],
    ['binary', '* / %'],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['!', '!'],
    ['~', '~'],
    ['++', '++'],
    ['--', '--'],
    ['^', '^'],
    ['&', ''],
    ['*', ''],
    ['..', '...'],
    ['await', 'await'],
  ]),
  postfixes: words('! ++ --'),
  memberMarks: words('. ?. :: ->'),
  constants: new Map([
    ['true', true],
    ['false', false],
    ['null', null],
  ]),
  primaries: csharpPrimaries,
  wordPrimary: csharpWord,
  suffix: csharpSuffix,
  statements: new Map<string, (p: Parser) => Outcome | undefined>([
    ['using', using],
    ['global', p => (p.word(1) === 'using' ? ((p.at += 1), using(p)) : undefined)],
    ['namespace', namespaceDeclaration],
    ['if', p => (p.opens('(', 1) ? { value: conditional(p), ...(p.takeEnds() && { ends: true }) } : undefined)],
    ['for', loop],
    ['foreach', loop],
    ['while', loop],
    ['do', doLoop],
    ['try', p => ({ value: attempt(p), ...(p.takeEnds() && { ends: true }) })],
    ['lock', headed],
    ['fixed', headed],
    ['checked', headed],
    ['unchecked', headed],
    ['unsafe', headed],
    ['switch', switchStatement],
    ['return', p => jump(p, true)],
    ['throw', p => jump(p, false)],
    ['yield', yielded],
    ['await', p => (p.word(1) === 'foreach' || p.word(1) === 'using' ? ((p.at += 1), nothing) : undefined)],
    ['goto', leap],
    ['break', leap],
    ['continue', leap],
  ]),
  declaration: csharpDeclaration,
  reserved: words(
    'return if else for foreach while do try catch finally switch case default throw new namespace class interface enum struct is as in break continue lock goto await yield using out ref params operator when with and or',
  ),
  braceBlocks: true,
  casesEnd: true,
  headsInParentheses: true,
  brace: list,
  parenthesis,
  calls: { spreads: words('..'), trailingLambdas: false, generics: true, argument },
  types: {
    names: typeNames({
      string: 'string String char Char Guid',
      integer: 'int Int32 long Int64 short byte uint ulong ushort sbyte nint',
      number: 'double Double float Single decimal Decimal',
      boolean: 'bool Boolean',
      void: 'void',
      unknown: 'object Object dynamic',
      date: 'DateTime DateTimeOffset DateOnly',
      list: 'List IList IEnumerable ICollection IReadOnlyList IReadOnlyCollection HashSet ISet Queue Collection',
      map: 'Dictionary IDictionary IReadOnlyDictionary SortedDictionary ConcurrentDictionary JsonObject Properties Traits',
      wrapper: 'Task ValueTask Lazy',
      optional: 'Nullable',
    }),
    arguments: '<',
    pointers: 'attached',
    modifiers: words('ref readonly in out scoped'),
  },
  collections: {
    makers: new Map([
      ...[
        'Dictionary',
        'SortedDictionary',
        'ConcurrentDictionary',
        'JsonObject',
        'JObject',
        'Hashtable',
        'ExpandoObject',
      ].map(name => [`new ${name}`, 'map'] as const),
      ...['List', 'HashSet'].map(name => [`new ${name}`, 'list'] as const),
    ]),
    puts: words('Add TryAdd'),
    putAlls: words(''),
    fillers: words(''),
    copies: words(''),
  },
  formats: new Map([
    ['string.Format', 'braces'],
    ['String.Format', 'braces'],
  ]),
};

/** `value is pattern`. */
function typeTest(p: Parser, left: Expr): Expr {
  p.at++;
  p.take('not');
  const from = p.at;
  const value = p.isWord() && !p.grammar.constants.has(p.word()) ? undefined : p.expression(9);
  if (value === undefined) {
    p.type();
    if (p.isWord() && !p.grammar.reserved.has(p.word())) {
      p.unit.declare(p.word(), 'const', { at: p.start, end: p.tokens.stop(p.at) });
      p.at++;
    }
  }
  if (p.opens('{')) p.skip();
  while (p.word() === 'or' || p.word() === 'and') {
    p.at++;
    p.take('not');
    p.expression(9);
  }
  if (p.at === from) p.at++;
  return { k: 'binary', op: 'instanceof', left, right: value ?? p.opaque(p.stop), ...p.span(left.at) };
}

function headed(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1) && !p.opens('{', 1)) return undefined;
  p.at++;
  if (p.opens('(')) head(p);
  return p.opens('{') ? block(p) : branch(p);
}

function switchStatement(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  choose(p, casePatterns);
  return p.takeEnds() ? ending : nothing;
}

function yielded(p: Parser): Outcome | undefined {
  if (p.word(1) !== 'return' && p.word(1) !== 'break') return undefined;
  p.at += 2;
  return { value: p.expression() };
}
