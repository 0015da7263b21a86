import { operators, typeNames, words, type Grammar } from '../../builder/grammar.ts';
import type { Parser } from '../../builder/parser.ts';
import type { TypeExpr } from '../../facts.ts';
import type { StringStyle } from '../../scanner/lexicon.ts';
import { TokenKind } from '../../scanner/tokens.ts';
import { braces, conditionalExpression, pythonPrimaries, wordComparison } from './python-expressions.ts';
import { indentationBlocks } from './python-layout.ts';
import { pythonDeclaration, pythonStatements } from './python-statements.ts';

/** Every prefix in alphabetical order, with every quote. */
function strings(): StringStyle[] {
  return ['"""', "'''", '"', "'"].flatMap(quote =>
    ['', 'b', 'u', 'r', 'br', 'f', 't', 'fr', 'rt'].map(letters => ({
      open: letters + quote,
      close: quote,
      escape: 'backslash' as const,
      ...(quote.length === 3 && { multiline: true as const }),
      ...(letters !== '' && { prefix: true as const }),
      ...(letters.includes('r') && { decode: 'raw' as const }),
      ...(/[ft]/.test(letters) && { interpolation: { open: '{', close: '}' as const, doubled: true as const } }),
    })),
  );
}

/** Python as a table (docs.python.org/3/reference/grammar.html). */
export const pythonGrammar: Grammar<Parser> = {
  lexicon: {
    joinsStrings: true,
    lineComments: ['#'],
    strings: strings(),
    marks: '** // -> := ... == != <= >= += -= *= /= //= %= @= &= |= ^= **= << >>'.split(' '),
    joinsLines: true,
  },
  pieces: {
    functionWords: words('def'),
    classWords: words('class'),
    modifiers: words('async'),
    constructors: words('__init__ __new__ __post_init__'),
    closer: undefined,
  },
  nesting: {
    braceBlocks: false,
    semicolons: false,
    statementWords: words(
      'def class return raise import while pass break continue try except finally elif assert del global',
    ),
  },
  layout: indentationBlocks,
  names: { implicitThis: false, functionScopes: true },
  breaksAtLine: true,
  continues: words(''),
  operators: operators<Parser>(
    ['assign', '= += -= *= /= //= %= @= &= |= ^= **= :=', { right: true }],
    ['ternary', 'if', { read: conditionalExpression }],
    ['choice', 'or', { op: '||' }],
    ['choice', 'and', { op: '&&' }],
    ['binary', 'not is', { read: wordComparison }],
    ['binary', 'in == != < > <= >='],
    ['binary', '| ^'],
    ['binary', '&'],
    ['binary', '<< >>'],
    ['binary', '+ -'],
    ['binary', '* / // % @'],
    ['binary', '**', { right: true }],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['+', '+'],
    ['~', '~'],
    ['not', '!'],
    ['*', ''],
    ['await', 'await'],
    ['yield', ''],
    ['from', ''],
  ]),
  postfixes: words(''),
  memberMarks: words('.'),
  assignmentDeclares: true,
  comprehensions: words('for async'),
  constants: new Map([
    ['True', true],
    ['False', false],
    ['None', null],
  ]),
  primaries: pythonPrimaries,
  statements: pythonStatements,
  declaration: pythonDeclaration,
  reserved: words(
    'else elif in is and or for while if import as with def class return raise except finally try pass break continue',
  ),
  braceBlocks: false,
  headsInParentheses: false,
  brace: braces,
  calls: { label: '=', spreads: words('* **'), trailingLambdas: false, generics: false },
  types: {
    names: typeNames({
      string: 'str AnyStr',
      integer: 'int',
      number: 'float Decimal complex',
      boolean: 'bool',
      null: 'None',
      unknown: 'Any object',
      date: 'datetime date',
      list: 'list List Sequence Iterable Set set frozenset FrozenSet tuple Tuple Collection Iterator Generator',
      map: 'dict Dict Mapping MutableMapping defaultdict OrderedDict',
      wrapper: 'Final ClassVar Annotated Awaitable Required NotRequired',
      optional: 'Optional',
      union: 'Union',
    }),
    arguments: '[',
    special: literalType,
  },
  collections: {
    makers: new Map([
      ['dict', 'keywords'],
      ['OrderedDict', 'keywords'],
      ['list', 'list'],
    ]),
    puts: words('setdefault __setitem__'),
    putAlls: words('update'),
    fillers: words(''),
    copies: words('copy'),
  },
  formats: new Map([['.format', 'braces']]),
};

/** `Literal["a", "b"]` is any of its values. */
function literalType(p: Parser): TypeExpr | undefined {
  if (!p.isWord()) return undefined;
  const ahead = p.word() === 'Literal' ? 1 : p.word(1) === '.' && p.word(2) === 'Literal' ? 3 : 0;
  if (ahead === 0 || !p.opens('[', ahead)) return undefined;
  p.at += ahead;
  const of: TypeExpr[] = [];
  p.group(false, () => {
    while (!p.isDone()) {
      const isValue = p.kind() === TokenKind.string || p.kind() === TokenKind.number || p.isWord();
      const value = isValue ? p.expression() : undefined;
      if (value?.k === 'literal' && value.value === null) of.push({ t: 'primitive', name: 'null' });
      else if (value?.k === 'literal' && value.value !== undefined && value.value !== null)
        of.push({ t: 'literal', value: value.value });
      else if (!p.take(',')) p.skip();
    }
  });
  return { t: 'union', of };
}
