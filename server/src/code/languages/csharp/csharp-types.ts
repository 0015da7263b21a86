import { skipAngles } from '../../builder/angles.ts';
import { argumentList } from '../../builder/calls.ts';
import {
  declareClass,
  functionBody,
  insideClass,
  insideFunction,
  takeName,
  type Declared,
} from '../../builder/declarations.ts';
import type { Outcome } from '../../builder/grammar.ts';
import { nothing, type Parser } from '../../builder/parser.ts';
import { classPath } from '../../builder/paths.ts';
import { block } from '../../builder/statements.ts';
import {
  arrowGetter,
  takeModifiers,
  typedConstructor,
  typedDeclaration,
  typedParameters,
  type TypedRules,
} from '../../builder/typed.ts';
import type { Arg, Expr, TypeExpr } from '../../facts.ts';
import { TokenKind } from '../../scanner/tokens.ts';

const STRING: TypeExpr = { t: 'primitive', name: 'string' };

export const csharpTyped: TypedRules = {
  modifiers: new Set(
    (
      'public private protected internal static readonly sealed abstract virtual override async extern unsafe volatile new ' +
      'partial const required file event implicit explicit ref'
    ).split(' '),
  ),
  untyped: new Set(['var', 'dynamic']),
  arrowBodies: true,
  localFunctions: true,
  staticWords: new Set(['static', 'const']),
  parameters: (p, fn) => {
    typedParameters(p, fn, csharpTyped);
  },
  beforeBody: p => {
    while (p.word() === 'where') while (!p.isDone() && !p.opens('{') && p.word() !== '=>' && p.word() !== ';') p.skip();
    if (p.word() === ':' && (p.word(1) === 'base' || p.word(1) === 'this')) {
      p.at++;
      p.expression();
    }
  },
  accessors,
  annotation: p => {
    if (!p.opens('[')) return false;
    p.skip();
    return true;
  },
};

const KINDS = { class: 'class', struct: 'struct', interface: 'interface', enum: 'enum', record: 'class' } as const;

/** Attributes and modifiers, then a type, a member or a variable. */
export function csharpDeclaration(p: Parser): Outcome | undefined {
  const from = p.at;
  const modifiers = takeModifiers(p, csharpTyped);
  const outcome =
    deconstruction(p) ??
    typeDeclaration(p) ??
    extensionMethod(p, modifiers) ??
    extensionBlock(p) ??
    member(p) ??
    typedDeclaration(p, csharpTyped, modifiers);
  if (outcome === undefined && p.at > from) p.at = from;
  return outcome;
}

/** `var (a, b) = value`. */
function deconstruction(p: Parser): Outcome | undefined {
  if (p.word() !== 'var' || !p.opens('(', 1)) return undefined;
  p.at++;
  const names: { readonly name: Declared; readonly step: number }[] = [];
  p.group(false, () => {
    for (let step = 0; !p.isDone(); step++) {
      if (p.isWord() && p.word() !== '_') names.push({ name: takeName(p), step });
      while (!p.isDone() && p.word() !== ',') p.skip();
      p.at++;
    }
  });
  const init = p.take('=') || p.take('in') ? p.expression() : undefined;
  for (const { name, step } of names) p.unit.declare(name.name, 'let', name, { ...(init && { init }), path: [step] });
  return nothing;
}

/** `delegate (A a, B b) Name(parameters)`, rather than a method without a name. */
function isTupleDelegate(p: Parser): boolean {
  return p.opens('(', 1) && p.isWord(p.closing(1) - p.at + 1);
}

function typeDeclaration(p: Parser): Outcome | undefined {
  const word = p.word();
  if (word === 'delegate' && (p.isWord(1) || isTupleDelegate(p))) {
    while (!p.isDone() && p.word() !== ';') p.skip();
    return nothing;
  }
  if (!(word in KINDS) || !p.isWord(1)) return undefined;
  if (word === 'record' && (p.word(1) === 'struct' || p.word(1) === 'class')) p.at++;
  const kind = KINDS[word as keyof typeof KINDS];
  p.at++;
  const name = takeName(p);
  const cls = p.unit.addClass(name.name, kind, name);
  declareClass(p, name, cls);
  insideClass(p, cls, () => {
    skipAngles(p);
    if (p.opens('(')) primaryConstructor(p, cls, name, word === 'record');
    if (p.take(':')) parents(p, cls);
    while (p.word() === 'where') while (!p.isDone() && !p.opens('{') && p.word() !== ';') p.skip();
    if (!p.opens('{')) return;
    if (kind === 'enum') enumConstants(p, cls, name);
    else p.group(true, () => p.statements());
  });
  return nothing;
}

/** `A, B(args)`: a parent's arguments make it a call. */
function parents(p: Parser, cls: number): void {
  do {
    if (!p.isWord()) return;
    const parent = classPath(p);
    p.unit.classes[cls]?.extends.push(p.opens('(') ? argumentList(p, parent, 'new') : parent);
  } while (p.take(','));
}

/** Parameters behind the class's name; a record's are properties as well. */
function primaryConstructor(p: Parser, cls: number, name: Declared, isRecord: boolean): void {
  const fn = p.unit.addFunction('constructor', name.at, cls);
  const draft = p.unit.classes[cls];
  if (draft !== undefined) draft.ctor = fn;
  const scope = isRecord ? p.unit.enter('function') : p.unit.scope;
  const outer = p.unit.fn;
  p.unit.fn = fn;
  typedParameters(p, fn, csharpTyped);
  p.unit.fn = outer;
  if (!isRecord) return;
  p.unit.leave(scope);
  p.unit.functions[fn]?.params.forEach(({ name: field, type, at, end }, param) => {
    if (field === undefined) return;
    p.unit.addMember(cls, {
      name: field,
      nameAt: at,
      kind: 'field',
      static: false,
      param,
      at,
      end,
      ...(type && { type }),
    });
  });
}

/** Constants of an enum are made of their own names, which `ToString` and `nameof` answer. */
function enumConstants(p: Parser, cls: number, owner: Declared): void {
  const draft = p.unit.classes[cls];
  const fn = p.unit.addFunction('constructor', owner.at, cls);
  if (draft !== undefined) {
    draft.ctor = fn;
    draft.standsFor = '$name';
  }
  const place = { at: owner.at, end: owner.at };
  p.unit.addParameter(fn, undefined, place, { name: 'name', type: STRING });
  const field = { name: '$name', nameAt: owner.at, kind: 'field', static: false, param: 0, type: STRING } as const;
  p.unit.addMember(cls, { ...field, ...place });
  p.group(false, () => {
    while (!p.isDone()) {
      if (p.take(',') || csharpTyped.annotation(p)) continue;
      if (!p.isWord()) {
        p.skip();
        continue;
      }
      const name = takeName(p);
      if (p.take('=')) p.expression();
      const args: Arg[] = [{ name: 'name', value: p.literal(name.name, name.at, name.end) }];
      const callee: Expr = { k: 'class', cls, at: name.at, end: name.at };
      const init = p.unit.addImpliedCall(callee, args, { at: name.at, end: name.end }, name.end);
      p.unit.addMember(cls, {
        name: name.name,
        nameAt: name.at,
        kind: 'field',
        static: true,
        init,
        at: name.at,
        end: name.end,
      });
    }
  });
}

/** A constructor, a destructor, an indexer, an operator. */
function member(p: Parser): Outcome | undefined {
  const cls = p.unit.bodyClass;
  if (cls < 0) return undefined;
  if (p.word() === '~' && p.opens('(', 2)) p.at++;
  if (p.word() === p.unit.classes[cls]?.name && p.opens('(', 1)) {
    typedConstructor(p, csharpTyped, takeName(p));
    return nothing;
  }
  let ahead = 0;
  while (p.isWord(ahead) && p.word(ahead) !== 'operator' && p.word(ahead) !== 'this' && ahead < 4) ahead++;
  if (p.word(ahead) === 'this' && ahead > 0 && p.opens('[', ahead + 1)) {
    p.at += ahead;
    const name = takeName(p);
    p.skip();
    if (p.opens('{')) accessors(p, name);
    else if (p.word() === '=>') arrowGetter(p, name);
    return nothing;
  }
  if (p.word(ahead) !== 'operator') return undefined;
  p.at += ahead;
  const name = takeName(p);
  while (!p.isDone() && !p.opens('(') && p.word() !== ';') p.at++;
  const fn = p.unit.addFunction(name.name, name.at, cls);
  insideFunction(p, fn, false, () => {
    typedParameters(p, fn, csharpTyped);
    functionBody(p, fn, '=>');
  });
  return nothing;
}

/** `static T Name(this Type value, …)` adds a method to the type. */
function extensionMethod(p: Parser, modifiers: ReadonlySet<string>): Outcome | undefined {
  if (!modifiers.has('static') || p.unit.bodyClass < 0) return undefined;
  let ahead = 0;
  while (ahead < 40 && !p.opens('(', ahead) && p.word(ahead) !== '' && p.word(ahead) !== '=' && p.word(ahead) !== ';')
    ahead++;
  if (!p.opens('(', ahead) || p.word(ahead + 1) !== 'this' || !p.isWord(ahead + 2)) return undefined;
  const from = p.at;
  p.at += ahead + 2;
  const type = p.type();
  const receiver = takeName(p);
  p.at = from;
  if (type?.t !== 'reference' && type?.t !== 'object') return undefined;
  const name = type.t === 'reference' ? type.name.slice(type.name.lastIndexOf('.') + 1) : 'Dictionary';
  const cls = p.unit.extension(name, receiver.at);
  insideClass(p, cls, () => {
    const self: Expr = { k: 'this', cls, at: receiver.at, end: receiver.at };
    typedDeclaration(
      p,
      {
        ...csharpTyped,
        parameters: (q, fn) => {
          typedParameters(q, fn, csharpTyped);
          dropReceiver(q, fn, self);
        },
      },
      new Set(),
    );
  });
  return nothing;
}

/** `extension(Type value) { … }`: members of the type, in C# from version 14 on. */
function extensionBlock(p: Parser): Outcome | undefined {
  if (p.word() !== 'extension' || !p.opens('(', 1) || p.unit.bodyClass < 0) return undefined;
  const from = p.at;
  const at = p.start;
  p.at++;
  const type = p.group(false, () => (p.isWord() ? classPath(p) : undefined));
  if ((type?.k !== 'name' && type?.k !== 'member') || !p.opens('{')) {
    p.at = from;
    return undefined;
  }
  const cls = p.unit.extension(type.name, at);
  insideClass(p, cls, () => {
    p.group(true, () => p.statements());
  });
  return nothing;
}

/** The first parameter is what the method is called on. */
function dropReceiver(p: Parser, fn: number, self: Expr): void {
  const draft = p.unit.functions[fn];
  const first = draft?.params.shift();
  if (draft === undefined || first === undefined) return;
  for (const param of draft.params) {
    const binding = p.unit.bindings[param.binding];
    if (binding?.param !== undefined) binding.param--;
  }
  const binding = p.unit.bindings[first.binding];
  if (binding === undefined) return;
  binding.kind = 'const';
  binding.init = self;
  delete binding.param;
  delete binding.fn;
}

const ACCESSORS = new Set(['get', 'set', 'init', 'add', 'remove']);

/** `{ get; set; }`, `{ get => value; set { } }`: answers the getter's function, where it is written out. */
function accessors(p: Parser, name: Declared): number | undefined {
  return p.group(true, () => {
    let getter: number | undefined;
    while (!p.isDone()) {
      const word = p.word();
      if (!ACCESSORS.has(word)) {
        p.skip();
        continue;
      }
      p.at++;
      if (!p.opens('{') && p.word() !== '=>') continue;
      const fn = p.unit.addFunction(name.name, name.at, p.unit.bodyClass);
      insideFunction(p, fn, false, () => {
        const place = { at: p.start, end: p.start };
        if (word !== 'get') p.unit.declare('value', 'param', place, { fn, scope: fn });
        functionBody(p, fn, '=>');
      });
      if (word === 'get') getter = fn;
    }
    return getter;
  });
}

/** `namespace A.B { }`, `namespace A.B;`. */
export function namespaceDeclaration(p: Parser): Outcome | undefined {
  if (!p.isWord(1)) return undefined;
  p.at++;
  const parts: string[] = [];
  while (p.isWord()) {
    parts.push(takeName(p).name);
    if (!p.take('.')) break;
  }
  p.namespace = parts.join('.');
  if (p.opens('{')) p.group(true, () => p.statements());
  return nothing;
}

/** `using A.B;`, `using static A.B;`, `using C = A.B;`, and the statement `using (var x = …) { }`. */
export function using(p: Parser): Outcome | undefined {
  if (p.opens('(', 1)) {
    p.at++;
    p.group(false, () => p.statements());
    return p.opens('{') ? block(p) : nothing;
  }
  if (!p.isWord(1)) return undefined;
  const isAlias = p.word(2) === '=';
  const isDirective = isAlias || p.word(1) === 'static' || /^[.;]$/.test(p.word(2)) || p.kind(2) === TokenKind.end;
  p.at++;
  if (!isDirective || (isAlias && p.unit.fn >= 0)) return typedDeclaration(p, csharpTyped, new Set()) ?? nothing;
  p.take('static');
  const alias = isAlias ? takeName(p) : undefined;
  p.take('=');
  const at = p.start;
  const parts: string[] = [];
  while (p.isWord()) {
    parts.push(takeName(p).name);
    if (!p.take('.') && !p.take('::')) break;
  }
  const span = p.span(at);
  skipAngles(p);
  if (alias === undefined) p.unit.imports.push({ module: parts.join('.'), name: '*', local: undefined, span });
  else {
    p.unit.declare(alias.name, 'import', alias, { import: p.unit.imports.length });
    const name = parts.pop() ?? '';
    p.unit.imports.push({ module: parts.join('.'), name, local: alias.name, span });
  }
  p.take(';');
  return nothing;
}
