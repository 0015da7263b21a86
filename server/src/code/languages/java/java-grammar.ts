import { operators, typeNames, words, type Grammar, type Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { attempt, branch, conditional, doLoop, head, jump, leap, loop } from '../../builder/statements.ts';
import { braceList, javaPrimaries, javaWord, parenthesis } from './java-expressions.ts';
import { javaDeclaration } from './java-declarations.ts';

/** Java as a table (docs.oracle.com/javase/specs/jls). */
export const javaGrammar: Grammar<Parser> = {
  lexicon: {
    lineComments: ['//'],
    blockComment: { open: '/*', close: '*/' },
    strings: [
      { open: '"""', close: '"""', multiline: true, escape: 'backslash', decode: 'indented' },
      { open: '"', close: '"', escape: 'backslash' },
      { open: "'", close: "'", escape: 'backslash', character: true },
    ],
    wordStart: '$',
    wordPart: '$',
    marks: ':: -> ... && || == != <= >= += -= *= /= %= &= |= ^= ++ --'.split(' '),
  },
  pieces: {
    classWords: words('class interface enum record'),
    modifiers: words('public private protected static final abstract synchronized native strictfp default sealed'),
    constructors: new Set(),
    closer: '}',
  },
  nesting: {
    braceBlocks: true,
    semicolons: true,
    statementWords: words('return import package while do throw break continue try public private protected'),
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
    ['test', 'instanceof'],
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
  ]),
  postfixes: words('++ --'),
  memberMarks: words('. ::'),
  constants: new Map([
    ['true', true],
    ['false', false],
    ['null', null],
  ]),
  primaries: javaPrimaries,
  wordPrimary: javaWord,
  statements: new Map<string, (p: Parser) => Outcome | undefined>([
    ['package', packageHeader],
    ['import', importHeader],
    ['if', p => (p.opens('(', 1) ? { value: conditional(p), ...(p.takeEnds() && { ends: true }) } : undefined)],
    ['for', loop],
    ['while', loop],
    ['do', doLoop],
    ['try', p => ({ value: attempt(p), ...(p.takeEnds() && { ends: true }) })],
    ['synchronized', synchronizedBlock],
    ['switch', switchStatement],
    ['return', p => jump(p, true)],
    [
      'yield',
      p =>
        p.word(1) === '=' || p.word(1) === '.' || p.opens('(', 1)
          ? undefined
          : ((p.at += 1), { value: p.expression() }),
    ],
    ['throw', p => jump(p, false)],
    ['assert', p => ((p.at += 1), p.expression(), p.take(':') ? { value: p.expression() } : nothing)],
    ['break', leap],
    ['continue', leap],
  ]),
  declaration: javaDeclaration,
  reserved: words(
    'return if else for while do try catch finally switch case default throw new import package class interface enum extends implements instanceof break continue assert synchronized goto const',
  ),
  braceBlocks: true,
  headsInParentheses: true,
  brace: braceList,
  parenthesis,
  calls: { spreads: words(''), trailingLambdas: false, generics: true },
  types: {
    names: typeNames({
      string: 'String CharSequence char Character',
      integer: 'int Integer long Long short Short byte Byte BigInteger',
      number: 'double Double float Float Number BigDecimal',
      boolean: 'boolean Boolean',
      void: 'void Void',
      unknown: 'Object',
      date: 'Date Instant LocalDate LocalDateTime ZonedDateTime OffsetDateTime',
      list: 'List ArrayList Collection Iterable Set HashSet LinkedList ImmutableList ImmutableSet Stream',
      map: 'Map HashMap LinkedHashMap TreeMap ImmutableMap ConcurrentHashMap',
      optional: 'Optional',
    }),
    arguments: '<',
    modifiers: words('final'),
  },
  collections: {
    makers: new Map([
      ['Map.of', 'alternating'],
      ['ImmutableMap.of', 'alternating'],
      ['Collections.singletonMap', 'alternating'],
      ['Map.ofEntries', 'pairs'],
      ['ImmutableMap.builder', 'map'],
      ['Collections.emptyMap', 'map'],
      ...[
        'HashMap',
        'LinkedHashMap',
        'TreeMap',
        'ConcurrentHashMap',
        'JSONObject',
        'JsonObject',
        'Bundle',
        'Properties',
        'Traits',
      ].map(name => [`new ${name}`, 'map'] as const),
      ...[
        'List.of',
        'Set.of',
        'Arrays.asList',
        'ImmutableList.of',
        'ImmutableSet.of',
        'Collections.singletonList',
        'Collections.emptyList',
      ].map(name => [name, 'list'] as const),
    ]),
    puts: words(
      'put putString putInt putLong putDouble putFloat putBoolean putValue putBundle putSerializable putParcelable addProperty accumulate putIfAbsent',
    ),
    putAlls: words('putAll'),
    fillers: words(''),
    copies: words('build buildOrThrow'),
  },
  formats: new Map([
    ['String.format', 'percent'],
    ['.formatted', 'percent'],
  ]),
};

function packageHeader(p: Parser): Outcome {
  p.at++;
  p.namespace = dotted(p).join('.');
  p.take(';');
  return nothing;
}

function dotted(p: Parser): string[] {
  const parts: string[] = [];
  while (p.isWord() || p.word() === '*') {
    parts.push(p.word());
    p.at++;
    if (!p.take('.')) break;
  }
  return parts;
}

/** `import a.b.C;`, `import static a.b.C.NAME;`, `import a.b.*;`. */
function importHeader(p: Parser): Outcome {
  p.at++;
  p.take('static');
  const at = p.start;
  const parts = dotted(p);
  const span = p.span(at);
  const name = parts.pop() ?? '';
  const module = parts.join('.');
  if (name === '*') p.unit.imports.push({ module, name, local: undefined, span });
  else if (name !== '') {
    const place = { at: span.end - name.length, end: span.end };
    p.unit.declare(name, 'import', place, { import: p.unit.imports.length });
    p.unit.imports.push({ module, name, local: name, span });
  }
  p.take(';');
  return nothing;
}

function synchronizedBlock(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  p.at++;
  head(p);
  return p.opens('{') ? branch(p) : nothing;
}

function switchStatement(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  const value = p.expression();
  return p.takeEnds() ? { value, ends: true } : { value };
}
