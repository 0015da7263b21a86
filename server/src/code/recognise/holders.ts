import type { Class, ClassMember, CodeFile, Expr, Fn, Unit } from '../facts.ts';
import { moduleScope } from '../evaluate/module-scope.ts';
import { wholeOf } from '../evaluate/parts.ts';
import { isJavaScript } from '../language-families.ts';

/** The names through which a function may be called. */
export interface Holders {
  readonly names: ReadonlySet<string>;
  /** Whether code outside the file may use them: exported, a member of a class or an object, or given back by such. */
  readonly escapes: boolean;
  /** Whether the file exports it by default: then an import gives it any name. */
  readonly isDefault: boolean;
}

/**
 * Follows a function to the names that hold it: its own, variables it is assigned to, members of objects and classes, and
 * functions that return it (hooks), since what they give back is called under names of the caller's choice.
 */
export function holdersOf(file: CodeFile, unit: Unit, fn: number): Holders {
  const names = new Set<string>();
  const functions = new Set<number>([fn]);
  const bindings = new Set<number>();
  let escapes = false;

  const holds = (expr: Expr, depth = 0): boolean => {
    if (depth > 8) return false;
    switch (expr.k) {
      case 'function':
        return functions.has(expr.fn);
      case 'name':
        return expr.binding >= 0 ? bindings.has(expr.binding) : names.has(expr.name) && moduleNames.has(expr.name);
      case 'cast':
      case 'await':
        return holds(expr.value, depth + 1);
      case 'choice':
        return expr.options.some(option => holds(option, depth + 1));
      case 'array':
        return expr.items.some(item => holds(item, depth + 1));
      case 'object': {
        let held = false;
        for (const entry of expr.entries) {
          if (!holds(entry.value, depth + 1)) continue;
          held = true;
          if (typeof entry.key === 'string') {
            names.add(entry.key);
            // A mutation calls it under names of the library's choice.
            if (entry.key === 'mutationFn') names.add('mutate').add('mutateAsync');
            // Members travel with their object, under their own name.
            escapes = true;
          }
        }
        return held;
      }
      // `useCallback(f)`, `memo(f)`, `debounce(f)`: the first argument comes back, wrapped.
      case 'call': {
        const call = unit.calls[expr.call];
        const first = call?.form === 'call' ? call.args[0] : undefined;
        return (
          first !== undefined &&
          (holds(first.value, depth + 1) ||
            (call?.callee.k === 'member' && call.callee.name === 'bind' && holds(call.callee.object, depth + 1)))
        );
      }
      case 'member':
        return false;
      default:
        return false;
    }
  };
  const moduleNames = new Set<string>();

  for (let before = -1; before !== names.size + functions.size + bindings.size;) {
    before = names.size + functions.size + bindings.size;
    unit.functions.forEach((candidate, index) => {
      if (functions.has(index)) {
        if (candidate.name !== undefined && index === fn) names.add(candidate.name);
      } else if (candidate.returns.some(value => holds(value))) {
        functions.add(index);
        if (candidate.name !== undefined) names.add(candidate.name);
      }
    });
    unit.bindings.forEach((binding, index) => {
      const held =
        (binding.fn !== undefined && binding.kind === 'function' && functions.has(binding.fn)) ||
        (binding.init !== undefined && !binding.path && holds(binding.init)) ||
        binding.writes.some(write => holds(write.value));
      if (!held) return;
      bindings.add(index);
      names.add(binding.name);
      if (unit.globals.includes(index)) moduleNames.add(binding.name);
    });
    for (const cls of unit.classes) {
      if (cls.ctor !== undefined && functions.has(cls.ctor) && cls.name !== undefined) {
        names.add(cls.name);
        names.add('super');
        escapes = true;
      }
      for (const member of cls.members) {
        const held =
          (member.fn !== undefined && functions.has(member.fn)) ||
          (member.init !== undefined && holds(member.init)) ||
          member.writes.some(write => holds(write.value));
        if (!held) continue;
        for (const name of namesOfMember(file, unit, cls, member)) names.add(name);
        escapes = true;
      }
    }
  }
  let isDefault = false;
  const { exports } = moduleScope(file);
  for (const { unit: at, export: item } of exports.values()) {
    const exported =
      'binding' in item
        ? at === unit && bindings.has(item.binding)
        : 'local' in item
          ? names.has(item.local)
          : 'value' in item && (at === unit ? holds(item.value) : names.has(nameGiven(at, item.value) ?? ''));
    if (!exported) continue;
    escapes = true;
    if (item.name !== 'default' && item.name !== 'export=') names.add(item.name);
    else {
      isDefault = true;
      names.add(moduleName(file.uri));
    }
  }
  return { names, escapes: escapes || !isJavaScript(file.language), isDefault };
}

/** The names under which a member that holds the function is called. */
function namesOfMember(file: CodeFile, unit: Unit, cls: Class, { name, fn }: ClassMember): readonly string[] {
  // A job is called by its class: `TrackJob.perform_later(…)`.
  const job = name === 'perform' && cls.name !== undefined ? [cls.name] : [];
  return [name, ...selectorsOf(file, unit, unit.functions[fn ?? -1], cls), ...job];
}

/** How Objective-C calls a method of Swift whose first argument has a label: `trackScreen(withName:)` as `trackScreenWithName:`. */
function selectorsOf(file: CodeFile, unit: Unit, fn: Fn | undefined, cls: Class): readonly string[] {
  const whole = wholeOf(file, unit, cls).cls;
  const label = fn?.params[0]?.name;
  const isSeen = file.language === 'swift' && (whole.extends.length > 0 || whole.extension === true);
  if (!isSeen || fn?.name === undefined || label === undefined) return [];
  const capital = label.charAt(0).toUpperCase() + label.slice(1);
  const isJoined = /^(?:With|For|By|From|In|On|At|To|Of|Using)(?![a-z])/.test(capital);
  return [fn.name + (isJoined ? '' : 'With') + capital];
}

/** What a value of another part of the file is called there: `export default Track`, `export default connect(state)(memo(Track))`. */
function nameGiven(unit: Unit, expr: Expr): string | undefined {
  switch (expr.k) {
    case 'cast':
      return nameGiven(unit, expr.value);
    case 'name':
      return expr.name;
    case 'call': {
      const first = unit.calls[expr.call]?.args[0];
      return first && nameGiven(unit, first.value);
    }
    default:
      return undefined;
  }
}

/** The name that a module usually has where it is imported: the last part of its path, or of its folder's for an index. */
export function moduleName(path: string): string {
  const parts = path.split('/');
  const base = (parts.at(-1) ?? '').replace(/\.[^.]+$/, '');
  return base === 'index' && parts.length > 1 ? (parts.at(-2) ?? base) : base;
}
