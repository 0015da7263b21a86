import type { Binding, Call, Class, Expr, TypeExpr, Unit } from '../facts.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { classesOfType } from '../evaluate/class-types.ts';
import { wholeOf } from '../evaluate/parts.ts';
import { classesAround } from '../evaluate/implicit-members.ts';
import { moduleScope } from '../evaluate/module-scope.ts';
import { hasImplicitThis } from '../language-families.ts';

/** `this.analytics.track` is `['this', 'analytics', 'track']`; undefined where the callee is no chain of names. */
export function writtenChain(expr: Expr): readonly string[] | undefined {
  switch (expr.k) {
    case 'name':
      return [expr.name];
    case 'this':
      return ['this'];
    case 'literal':
      return typeof expr.value === 'string' ? [expr.value] : undefined;
    case 'cast':
    case 'await':
      return writtenChain(expr.value);
    case 'member':
      return [...(writtenChain(expr.object) ?? ['*']), expr.name];
    default:
      return undefined;
  }
}

function bare(expr: Expr): Expr {
  return expr.k === 'cast' || expr.k === 'await' ? bare(expr.value) : expr;
}

/**
 * The chain that leads to a value from an import, a parameter or a global: `useTracking().trackEvent`, as `['useTracking()',
 * 'trackEvent']`, for what `const { trackEvent: send } = useTracking()` calls `send`. Undefined where it starts elsewhere.
 */
export function originChain(given: Expr, scope: Scope, depth = 0): readonly string[] | undefined {
  const expr = bare(given);
  if (depth > 6) return undefined;
  switch (expr.k) {
    case 'name':
      return originOfName(expr, scope, depth) ?? [expr.name];
    case 'this':
      return ['this'];
    case 'member':
      return [...(originChain(expr.object, scope, depth + 1) ?? ['*']), expr.name];
    case 'call': {
      const callee = scope.unit.calls[expr.call]?.callee;
      const chain = callee && originChain(callee, scope, depth + 1);
      return chain && [...chain.slice(0, -1), `${chain.at(-1) ?? ''}()`];
    }
    default:
      return undefined;
  }
}

function originOfName(
  { name, binding: index }: Extract<Expr, { k: 'name' }>,
  scope: Scope,
  depth: number,
): readonly string[] | undefined {
  const { imports, declared } = moduleScope(scope.file);
  const elsewhere = index < 0 ? declared.get(name) : undefined;
  const unit: Unit = elsewhere?.unit ?? scope.unit;
  const binding: Binding | undefined = unit.bindings[elsewhere?.binding ?? index];
  if (!binding || binding.kind === 'import') {
    const imported = imports.get(name)?.import.name;
    return imported === undefined || imported === 'default' || imported === '*' ? undefined : [imported];
  }
  if (!binding.init || binding.writes.length > 0 || binding.kind === 'param') return undefined;
  const path = binding.path ?? [];
  if (!path.every(step => typeof step === 'string')) return undefined;
  const chain = originChain(binding.init, { ...scope, unit }, depth + 1);
  return chain && [...chain, ...path];
}

/** Names of the types that what a method is called on may have: as declared in the file, and as far as its value is known. */
export function receiverTypes(evaluator: Evaluator, { callee, at }: Call, scope: Scope): readonly string[] {
  const member = bare(callee);
  if (member.k === 'name')
    return member.binding < 0 && hasImplicitThis(scope.file.language)
      ? classesAround(scope.file, scope.unit, at).flatMap(({ cls }) => kindsOf(cls))
      : [];
  if (member.k !== 'member') return [];
  const declared = declaredType(bare(member.object), at, scope);
  if (declared?.t === 'reference') {
    const classes = classesOfType(evaluator, { type: declared, file: scope.file, unit: scope.unit });
    return [declared.name, ...classes.flatMap(({ cls }) => kindsOf(cls))];
  }
  return evaluator.evaluate(member.object, scope).flatMap(alternative => {
    switch (alternative.v) {
      case 'instance':
        return kindsOf(alternative.of.cls);
      case 'class':
        return kindsOf(alternative.cls);
      case 'typed':
        return alternative.type.type.t === 'reference' ? alternative.type.type.name : [];
      default:
        return [];
    }
  });
}

/** A class is what it is called, and what it says that it is besides. */
function kindsOf({ name, extends: parents }: Class): readonly string[] {
  const own = name === undefined ? [] : [name];
  return [...own, ...parents.flatMap(parent => (parent.k === 'name' || parent.k === 'member' ? [parent.name] : []))];
}

/** The type that a name, or a field of the class around, is declared with: of classes from outside no more is known. */
function declaredType(expr: Expr, at: number, { file, unit: own }: Scope): TypeExpr | undefined {
  if (expr.k === 'name' && expr.binding >= 0) return own.bindings[expr.binding]?.type;
  const field = expr.k === 'name' || (expr.k === 'member' && bare(expr.object).k === 'this') ? expr.name : undefined;
  if (field === undefined) return undefined;
  const around = own.classes.filter(cls => cls.at <= at && at < cls.end).sort((a, b) => b.at - a.at);
  for (const inner of around) {
    const { unit, cls } = wholeOf(file, own, inner);
    const { members, ctor } = cls;
    const member = members.find(({ name }) => name === field);
    if (!member) continue;
    const binding = unit.functions[ctor ?? -1]?.params[member.param ?? -1]?.binding;
    return member.type ?? unit.bindings[binding ?? -1]?.type;
  }
  return undefined;
}
