import { takeName } from '../../builder/declarations.ts';
import { operators, typeNames, words, type Grammar, type Outcome } from '../../builder/grammar.ts';
import { ending, nothing, type Parser } from '../../builder/parser.ts';
import { attempt, branch, choose, conditional, doLoop, jump, leap } from '../../builder/statements.ts';
import { wordLambda } from '../../builder/typed.ts';
import type { Expr } from '../../facts.ts';
import type { StringStyle } from '../../scanner/lexicon.ts';
import { braces, brackets, cascade, casePatterns, dartPrimaries } from './dart-expressions.ts';
import { dartDeclaration } from './dart-declarations.ts';
import { closure } from './dart-functions.ts';

function strings(): StringStyle[] {
  return ['"""', "'''", '"', "'"].flatMap((quote): StringStyle[] => {
    const lines = quote.length === 3 ? ({ multiline: true } as const) : {};
    return [
      { open: `r${quote}`, close: quote, escape: 'none', prefix: true, ...lines },
      {
        open: quote,
        close: quote,
        escape: 'backslash',
        interpolation: { open: '${', close: '}', sign: '$' },
        ...lines,
      },
    ];
  });
}

/** Dart as a table (dart.dev/guides/language/spec). */
export const dartGrammar: Grammar<Parser> = {
  lexicon: {
    joinsStrings: true,
    lineComments: ['//'],
    blockComment: { open: '/*', close: '*/', nested: true },
    strings: strings(),
    wordStart: '$',
    wordPart: '$',
    marks: '=> ?. ?? ??= ... ...? .. ?.. && || == != <= >= += -= *= /= ~/= ~/ %= &= |= ^= ++ --'.split(' '),
  },
  pieces: {
    classWords: words('class mixin'),
    modifiers: words('static abstract external base final sealed interface'),
    constructors: new Set(),
    closer: '}',
  },
  nesting: {
    braceBlocks: true,
    semicolons: true,
    statementWords: words('return import export part while do try break continue var late'),
  },
  names: { implicitThis: true },
  breaksAtLine: false,
  continues: words(''),
  operators: operators<Parser>(
    ['assign', '= += -= *= /= ~/= %= &= |= ^= ??=', { right: true }],
    ['test', 'case', { read: caseTest }],
    ['ternary', '?', { right: true }],
    ['choice', '??'],
    ['choice', '||'],
    ['choice', '&&'],
    ['binary', '| ^ &'],
    ['binary', '== !='],
    ['test', 'is', { read: typeTest }],
    ['binary', '< > <= >='],
    ['cast', 'as'],
    ['binary', '+ -'],
    ['binary', '* / ~/ %'],
  ),
  prefixes: new Map([
    ['-', '-'],
    ['!', '!'],
    ['~', '~'],
    ['++', '++'],
    ['--', '--'],
    ['await', 'await'],
  ]),
  postfixes: words('! ++ --'),
  memberMarks: words('. ?.'),
  constants: new Map([
    ['true', true],
    ['false', false],
    ['null', null],
  ]),
  primaries: dartPrimaries,
  wordPrimary: p => wordLambda(p, '=>'),
  suffix: cascade,
  statements: new Map<string, (p: Parser) => Outcome | undefined>([
    ['import', directive],
    ['export', directive],
    ['part', directive],
    ['library', directive],
    ['if', p => (p.opens('(', 1) ? { value: conditional(p), ...(p.takeEnds() && { ends: true }) } : undefined)],
    ['for', forLoop],
    ['while', forLoop],
    ['do', doLoop],
    ['try', p => ({ value: attempt(p), ...(p.takeEnds() && { ends: true }) })],
    ['switch', switchStatement],
    ['return', p => jump(p, true)],
    ['throw', p => jump(p, false)],
    ['rethrow', p => ((p.at += 1), ending)],
    ['assert', p => (p.opens('(', 1) ? { value: p.expression() } : undefined)],
    ['yield', yielded],
    ['await', p => (p.word(1) === 'for' ? ((p.at += 1), forLoop(p)) : undefined)],
    ['break', leap],
    ['continue', leap],
  ]),
  declaration: dartDeclaration,
  reserved: words(
    'return if else for while do try catch finally switch case default throw new class enum extends is as in break continue await with final const var rethrow',
  ),
  braceBlocks: true,
  casesEnd: true,
  headsInParentheses: true,
  brace: braces,
  bracket: brackets,
  parenthesis: closure,
  calls: { label: ':', spreads: words('... ...?'), trailingLambdas: false, generics: true },
  types: {
    names: typeNames({
      string: 'String',
      integer: 'int BigInt',
      number: 'double num',
      boolean: 'bool',
      null: 'Null',
      void: 'void',
      never: 'Never',
      unknown: 'Object dynamic',
      date: 'DateTime',
      list: 'List Iterable Set Stream',
      map: 'Map HashMap LinkedHashMap',
      wrapper: 'Future FutureOr',
    }),
    arguments: '<',
    functions: true,
  },
  collections: {
    makers: new Map([
      ['Map.from', 'map'],
      ['Map.of', 'map'],
      ['Map', 'map'],
      ['new Map', 'map'],
    ]),
    puts: words(''),
    putAlls: words('addAll'),
    fillers: words(''),
    copies: words(''),
  },
};

/** Tighter than `as`, which names the import. */
const LITERAL = 20;

/** `import 'uri' as name show A, B hide C;` and the other directives. */
function directive(p: Parser): Outcome | undefined {
  const isPart = p.word() === 'part' && p.word(1) === 'of';
  const isImport = p.word() === 'import' || p.word() === 'export' || isPart;
  if (p.word(1) === '' ? p.tokens.kind(p.at + 1) !== 3 : !p.isWord(1)) return undefined;
  p.at += isPart ? 2 : 1;
  const at = p.start;
  const text = isImport ? p.expression(LITERAL) : undefined;
  const module = text?.k === 'literal' ? String(text.value) : '';
  const span = p.span(at);
  let isBound = false;
  while (!p.isDone() && p.word() !== ';' && !(p.startsLine() && !p.isIndentedMore())) {
    const word = p.word();
    p.at++;
    if (word === 'as' && p.isWord()) {
      const name = takeName(p);
      p.unit.declare(name.name, 'import', name, { import: p.unit.imports.length });
      p.unit.imports.push({ module, name: '*', local: name.name, span });
      isBound = true;
    } else if (word === 'show') {
      do {
        const name = takeName(p);
        p.unit.declare(name.name, 'import', name, { import: p.unit.imports.length });
        p.unit.imports.push({ module, name: name.name, local: name.name, span });
      } while (p.take(','));
      isBound = true;
    }
  }
  if (isImport && !isBound && module !== '')
    p.unit.imports.push({ module, name: '*', local: undefined, ...(isPart && { isPart }), span });
  p.take(';');
  return nothing;
}

/** `for (var x in xs) …`, `for (;;) …`, `while (test) …`. */
function forLoop(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  p.at++;
  const outer = p.unit.enter('block');
  p.group(false, () => p.statements());
  branch(p);
  p.unit.leave(outer);
  return nothing;
}

function switchStatement(p: Parser): Outcome | undefined {
  if (!p.opens('(', 1)) return undefined;
  choose(p, casePatterns);
  return p.takeEnds() ? ending : nothing;
}

function yielded(p: Parser): Outcome | undefined {
  if (p.word(1) === '=' || p.word(1) === '.') return undefined;
  p.at++;
  p.take('*');
  return { value: p.expression() };
}

/** `value case pattern when test` in the parentheses of an `if`; elsewhere the word begins the next branch of a `switch`. */
function caseTest(p: Parser, left: Expr): Expr | undefined {
  if (p.tokens.words[p.end] !== ')') return undefined;
  p.at++;
  casePatterns(p);
  return { k: 'binary', op: 'instanceof', left, right: p.opaque(p.stop), ...p.span(left.at) };
}

/** `value is Type`, `value is! Type`. */
function typeTest(p: Parser, left: Expr): Expr {
  p.at++;
  p.take('!');
  p.type();
  return { k: 'binary', op: 'instanceof', left, right: p.opaque(p.stop), ...p.span(left.at) };
}
