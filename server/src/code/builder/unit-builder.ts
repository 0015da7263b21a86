import type {
  Arg,
  Binding,
  CallRef,
  Class,
  Expr,
  Import,
  Member,
  Name,
  Span,
  This,
  TypeDeclaration,
} from '../facts.ts';
import type { OuterWrite, Unit, Write } from '../facts.ts';
import { GuardNotes } from './guard-notes.ts';
import type {
  BindingDraft,
  CallDraft,
  ClassDraft,
  FnDraft,
  MemberDraft,
  NameDraft,
  ParamDraft,
  Scope,
} from './draft.ts';

/** How a language finds what a bare name stands for. */
export interface NameRules {
  /** Members of the own class are found by their bare names (Kotlin, Java, Swift, C#, Dart, Ruby). */
  readonly implicitThis: boolean;
  /** Blocks have no names of their own: what is declared in them is the function's (Python, Ruby, PHP). */
  readonly functionScopes?: true;
  /** What the names of fields begin with, which the methods that set them (`self.client = value`) leave out (Ruby). */
  readonly fieldPrefix?: string;
}

interface PendingName {
  readonly node: NameDraft;
  readonly scope: Scope;
}

interface PendingWrite {
  readonly base: Expr;
  /** Written as `x[key] = value`. */
  readonly isIndex: boolean;
  readonly write: Omit<Write, 'conditional'>;
  readonly flow: number;
  /** How many of what surrounds it are no branches of guards. */
  readonly unguarded: number;
}

/** Collects the facts of one unit while its tokens are read, and resolves its names and assignments at the end. */
export class UnitBuilder {
  readonly bindings: BindingDraft[] = [];
  readonly functions: FnDraft[] = [];
  readonly calls: CallDraft[] = [];
  readonly classes: ClassDraft[] = [];
  readonly types: TypeDeclaration[] = [];
  readonly imports: Import[] = [];
  readonly outerWrites: OuterWrite[] = [];
  readonly guards = new GuardNotes();
  /** Bodies whose methods are the class's own rather than its instances'. */
  readonly classMethods = new Set<Scope>();
  /** For each call, how deep in branches it stands. */
  readonly callFlows: number[] = [];
  readonly module: Scope = { kind: 'module', parent: undefined, cls: -1, fn: -1, flow: 0, names: undefined };
  scope: Scope = this.module;
  /** The innermost function, or -1. */
  fn = -1;
  /** The innermost class, or -1. */
  cls = -1;
  /** How many branches, loops and inner functions surround the place. */
  flow = 0;
  /** How many of them are branches of which `guards` tells the condition. */
  guarded = 0;
  readonly #rules: NameRules;
  readonly #names: PendingName[] = [];
  readonly #writes: PendingWrite[] = [];
  /** For each binding, how deep in branches it is declared; for each function, how deep its body begins. */
  readonly #bindingFlows: number[] = [];
  readonly #functionFlows: number[] = [];
  /** The same without the branches of guards. */
  readonly #bindingUnguarded: number[] = [];
  readonly #functionUnguarded: number[] = [];
  readonly #classBindings: number[] = [];
  readonly #members: Map<string, MemberDraft>[] = [];

  readonly #filled: { readonly cls: number; readonly name: string; readonly param: number }[] = [];

  constructor(rules: NameRules) {
    this.#rules = rules;
  }

  // -------------------------------------------------------------------------------------------------- scopes

  /** Opens a scope and answers the one around it, for `leave`. */
  enter(kind: Scope['kind']): Scope {
    const outer = this.scope;
    if (kind === 'block' && this.#rules.functionScopes) return outer;
    this.scope = { kind, parent: outer, cls: this.cls, fn: this.fn, flow: this.flow, names: undefined };
    return outer;
  }

  leave(outer: Scope): void {
    this.scope = outer;
  }

  /** The class whose body is being read directly, not one of its functions; -1 elsewhere. */
  get bodyClass(): number {
    return this.scope.kind === 'class' ? this.scope.cls : -1;
  }

  // -------------------------------------------------------------------------------------------------- declarations

  declare(name: string, kind: Binding['kind'], span: Span, more: Partial<BindingDraft> = {}): number {
    const index = this.bindings.length;
    this.bindings.push({ at: span.at, end: span.end, name, kind, writes: [], scope: this.fn, ...more });
    this.#bindingFlows.push(this.flow);
    this.#bindingUnguarded.push(this.flow - this.guarded);
    (this.scope.names ??= new Map<string, number>()).set(name, index);
    if (more.cls !== undefined) this.#classBindings[more.cls] = index;
    return index;
  }

  /** The binding of a name that the innermost function already has; for languages where assignment declares. */
  local(name: string): number | undefined {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) {
      const found = scope.names?.get(name);
      if (found !== undefined) return found;
      if (scope.kind !== 'block' && !scope.open) return undefined;
    }
    return undefined;
  }

  /** Whether a place around has declared a name so far. */
  isDeclared(name: string): boolean {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent)
      if (scope.names?.has(name)) return true;
    return false;
  }

  addFunction(name: string | undefined, nameAt: number, cls = -1): number {
    const index = this.functions.length;
    const fn: FnDraft = {
      at: nameAt,
      end: nameAt,
      nameAt,
      parent: this.fn,
      params: [],
      returns: [],
      completes: true,
      isAsync: false,
    };
    if (name !== undefined) fn.name = name;
    if (cls >= 0) fn.cls = cls;
    this.functions.push(fn);
    this.#functionFlows.push(this.flow + 1);
    this.#functionUnguarded.push(this.flow - this.guarded + 1);
    return index;
  }

  /**
   * An assignment in a language where it declares: the name's first one in its function is its value, if it always
   * happens; all others are writes. In a class's body it makes a member of the class.
   */
  assign(target: NameDraft, value: Expr, op: Write['op'], span: Span): void {
    const { name, at, end } = target;
    const cls = this.bodyClass;
    if (cls >= 0 && this.memberOf(cls, name) === undefined) {
      for (const isStatic of [true, false])
        this.addMember(cls, { name, nameAt: at, kind: 'field', static: isStatic, init: value, at, end });
      return;
    }
    const known = this.local(name);
    if (known !== undefined) {
      target.binding = known;
      this.write(target, value, op, span);
      return;
    }
    const isInFunction = this.functions[this.fn] !== undefined;
    const base = isInFunction ? (this.#functionFlows[this.fn] ?? 0) : 0;
    const isSure = op === '=' && this.flow <= base;
    target.binding = this.declare(name, 'let', { at, end }, isSure ? { init: value } : {});
    this.#bindingFlows[target.binding] = base;
    this.#bindingUnguarded[target.binding] = isInFunction ? (this.#functionUnguarded[this.fn] ?? 0) : 0;
    if (!isSure) this.write(target, value, op, span);
  }

  /** `global name`: the function's name is the module's. */
  useGlobal(name: string, span: Span): void {
    const known = this.module.names?.get(name);
    const here = this.scope;
    const { fn, flow, guarded } = this;
    this.scope = this.module;
    this.fn = -1;
    this.flow = 0;
    this.guarded = 0;
    const binding = known ?? this.declare(name, 'let', span);
    this.scope = here;
    this.fn = fn;
    this.flow = flow;
    this.guarded = guarded;
    (here.names ??= new Map<string, number>()).set(name, binding);
  }

  /** Adds a parameter; without a name it only takes its place. */
  addParameter(fn: number, local: string | undefined, span: Span, more: Partial<ParamDraft> = {}): void {
    const params = this.functions[fn]?.params;
    if (params === undefined) return;
    const { type, fallback } = more;
    const place = { fn, param: params.length, scope: fn, ...(type && { type }), ...(fallback && { fallback }) };
    const binding = local === undefined ? -1 : this.declare(local, 'param', span, place);
    params.push({ ...more, at: span.at, end: span.end, binding });
  }

  addClass(name: string | undefined, kind: Class['kind'], span: Span): number {
    const index = this.classes.length;
    const cls: ClassDraft = { at: span.at, end: span.end, nameAt: span.at, kind, extends: [], members: [] };
    if (name !== undefined) cls.name = name;
    this.classes.push(cls);
    this.#members.push(new Map());
    return index;
  }

  /** The class of this name that the file has declared so far, or one that adds to a class declared elsewhere. */
  extension(name: string, at: number): number {
    const known = this.classes.findIndex(cls => cls.name === name);
    if (known >= 0) return known;
    const cls = this.addClass(name, 'class', { at, end: at });
    const draft = this.classes[cls];
    if (draft !== undefined) draft.extension = true;
    return cls;
  }

  addMember(cls: number, member: Omit<MemberDraft, 'writes'>): MemberDraft {
    const draft: MemberDraft = { ...member, writes: [] };
    this.classes[cls]?.members.push(draft);
    const known = this.#members[cls];
    if (known !== undefined && !known.has(member.name)) known.set(member.name, draft);
    return draft;
  }

  /** The constructor's parameter fills a field, which may be declared below. */
  fillField(cls: number, name: string, param: number): void {
    this.#filled.push({ cls, name, param });
  }

  memberOf(cls: number, name: string): MemberDraft | undefined {
    return this.#members[cls]?.get(name);
  }

  // -------------------------------------------------------------------------------------------------- expressions

  name(name: string, at: number, end: number): Name {
    const node: NameDraft = { k: 'name', name, binding: -1, at, end };
    this.#refer(node);
    return node;
  }

  member(object: Expr, name: string, nameAt: number, end: number, optional = false): Member {
    return { k: 'member', object, name, nameAt, at: object.at, end, ...(optional && { optional }) };
  }

  this(at: number, end: number): This {
    return { k: 'this', cls: this.cls, at, end };
  }

  /** Adds a call; its function is the innermost one. */
  addCall(call: CallDraft): CallRef {
    call.fn = this.fn;
    const index = this.calls.push(call) - 1;
    this.callFlows.push(this.flow);
    return { k: 'call', call: index, at: call.at, end: call.end };
  }

  /** A construction that the text implies: an enum's constant, a parent's constructor. */
  addImpliedCall(callee: Expr, args: readonly Arg[], span: Span, nameEnd: number): CallRef {
    const { at, end } = span;
    const place = { nameAt: at, nameEnd, argsAt: end, argsEnd: end };
    return this.addCall({ callee, args: [...args], fn: this.fn, ...place, form: 'new', at, end });
  }

  /** Notes `target = value` at the binding or the member that it changes. */
  write(target: Expr, value: Expr, op: Write['op'], span: Span): void {
    const path: (string | Expr)[] = [];
    let base = target;
    for (;;) {
      if (base.k === 'member') path.unshift(base.name);
      else if (base.k === 'index') path.unshift(fixedKey(base.index));
      else if (base.k !== 'cast') break;
      base = base.k === 'cast' ? base.value : base.object;
    }
    const { fieldPrefix } = this.#rules;
    if (base.k === 'class') base = { k: 'this', cls: base.cls, at: base.at, end: base.at };
    if (base.k !== 'name' && base.k !== 'this') return;
    const [first] = path;
    if (base.k === 'this' && fieldPrefix !== undefined && typeof first === 'string' && !first.startsWith(fieldPrefix))
      path[0] = fieldPrefix + first;
    const isIndex = target.k === 'index' || (target.k === 'member' && target.end > target.nameAt + target.name.length);
    const indexed = isIndex && { indexed: true as const };
    const write = { path, value, op, fn: this.fn, at: span.at, end: span.end, ...indexed };
    this.#writes.push({ base, write, flow: this.flow, unguarded: this.flow - this.guarded, isIndex });
  }

  /** Assignments read so far that stand behind the offset. */
  writesSince(at: number): readonly PendingWrite[] {
    let from = this.#writes.length;
    while (from > 0 && (this.#writes[from - 1]?.write.at ?? 0) >= at) from--;
    return this.#writes.slice(from);
  }

  // -------------------------------------------------------------------------------------------------- the end

  /** Resolves what is still open. Nothing may be added afterwards. */
  finish(): Unit {
    for (const { cls, name, param } of this.#filled) {
      const member = this.memberOf(cls, name);
      if (member !== undefined) member.param ??= param;
    }
    for (const { node, scope } of this.#names) this.#resolve(node, scope);
    for (const pending of this.#writes) this.#settle(pending);
    const { bindings, functions, calls, classes, types, imports } = this;
    const guards = this.guards.all;
    const globals = [...(this.module.names?.values() ?? [])];
    const exports = globals
      .map(binding => ({ name: bindings[binding]?.name ?? '', binding }))
      .filter(({ binding }) => bindings[binding]?.kind !== 'import');
    const writes = this.outerWrites;
    const unit = { start: 0, bindings, functions, calls, classes, types, imports, exports, globals, writes };
    return guards.length > 0 ? { ...unit, guards } : unit;
  }

  /** Finds what a name stands for: now where a declaration above tells it, else at the end of the unit. */
  #refer(node: NameDraft): void {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) {
      if (scope.kind === 'class' || scope.kind === 'module') break;
      const found = scope.names?.get(node.name) ?? this.#implicitParameter(scope, node.name);
      if (found === undefined) continue;
      node.binding = found;
      return;
    }
    this.#names.push({ node, scope: this.scope });
  }

  /** Declares the unwritten parameters of a lambda when the first of them is used. */
  #implicitParameter(scope: Scope, name: string): number | undefined {
    const { implicit, fn } = scope;
    const params = this.functions[fn]?.params;
    if (implicit === undefined || params === undefined) return undefined;
    const param = implicit.names.indexOf(name);
    if (param < 0) return undefined;
    const here = this.scope;
    this.scope = scope;
    while (params.length <= param)
      this.addParameter(fn, implicit.names[params.length], { at: implicit.at, end: implicit.at });
    this.scope = here;
    return scope.names?.get(name);
  }

  #resolve(node: NameDraft, from: Scope): void {
    if (node.binding >= 0) return;
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      const found = scope.names?.get(node.name);
      if (found !== undefined && this.#isKnownBefore(found, scope, from)) {
        node.binding = found;
        return;
      }
      const isSeen = this.#rules.implicitThis || scope === from;
      if (scope.kind === 'class' && isSeen && this.#becomeMember(node, scope.cls)) return;
    }
  }

  /** A function sees its own variables from their declaration on, but all of the functions in it, and all around it. */
  #isKnownBefore(binding: number, scope: Scope, from: Scope): boolean {
    if (scope.kind === 'class' || scope.kind === 'module' || scope.fn !== from.fn) return true;
    const kind = this.bindings[binding]?.kind;
    return kind === 'function' || kind === 'class' || kind === 'enum';
  }

  /** Turns the bare name of a member into the member: in place, since the node is already part of others. */
  #becomeMember(node: NameDraft, cls: number): boolean {
    const owner = this.classes[cls];
    const member = this.#members[cls]?.get(node.name);
    if (owner === undefined || member === undefined) return false;
    const { at, end, name } = node;
    const object: Expr =
      member.static && owner.name !== undefined
        ? { k: 'name', name: owner.name, binding: this.#classBindings[cls] ?? -1, at, end: at }
        : { k: 'this', cls, at, end: at };
    const open: Partial<NameDraft> = node;
    delete open.binding;
    Object.assign(node, { k: 'member', object, name, nameAt: at, end });
    return true;
  }

  #settle({ base, write, flow, unguarded }: PendingWrite): void {
    const { path, fn } = write;
    if (base.k === 'name') {
      const binding = this.bindings[base.binding];
      if (binding === undefined) {
        this.outerWrites.push({ name: base.name, write: { ...write, conditional: fn >= 0 || flow > 0 } });
        return;
      }
      if (binding.cls !== undefined && typeof path[0] === 'string')
        this.#writeMember(binding.cls, path[0], { ...write, path: path.slice(1) }, flow);
      const conditional = flow > (this.#bindingFlows[base.binding] ?? 0) || fn !== binding.scope;
      const isGuarded = conditional && fn === binding.scope && unguarded <= (this.#bindingUnguarded[base.binding] ?? 0);
      binding.writes.push({ ...write, conditional, ...(isGuarded && { guarded: true }) });
    } else if (base.k === 'this') {
      const [name, ...rest] = path;
      if (typeof name === 'string') this.#writeMember(base.cls, name, { ...write, path: rest }, flow);
    } else if (base.k === 'member') {
      // It was a bare name that has become a member by now.
      const { object } = base;
      const cls = object.k === 'this' ? object.cls : object.k === 'name' ? this.bindings[object.binding]?.cls : -1;
      this.#writeMember(cls ?? -1, base.name, write, flow);
    }
  }

  #writeMember(cls: number, name: string, write: Omit<Write, 'conditional'>, flow: number): void {
    const owner = this.classes[cls];
    if (owner === undefined) return;
    const { at, end, fn } = write;
    const member =
      this.#members[cls]?.get(name) ?? this.addMember(cls, { name, nameAt: at, kind: 'field', static: false, at, end });
    const isSure = owner.ctor === fn && flow <= (this.#functionFlows[fn] ?? 0);
    // What a class's body assigns is a member of the class and of its instances.
    const same =
      member.kind === 'field' ? owner.members.filter(each => each.name === name && each.kind === 'field') : [];
    for (const each of same.length > 0 ? same : [member]) each.writes.push({ ...write, conditional: !isSure });
  }
}

/** A key that is a literal is as good as a name. */
function fixedKey(index: Expr): string | Expr {
  return index.k === 'literal' && typeof index.value === 'string' ? index.value : index;
}
