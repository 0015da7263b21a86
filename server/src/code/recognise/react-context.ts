import type { Call, CodeFile, Expr, Unit } from '../facts.ts';
import { moduleScope } from '../evaluate/module-scope.ts';
import type { Evaluator, Scope } from '../evaluate/evaluator.ts';
import { callName } from './names.ts';

/** The call that makes a context, and the name that it is kept under. */
export interface ContextAt {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly call: Call;
  readonly name: string;
}

/** Follows a name to the `createContext(…)` behind it, in its file or the one that it is imported from. */
export function contextAt(evaluator: Evaluator, expr: Expr, scope: Scope): ContextAt | undefined {
  return expr.k === 'name' ? contextNamed(evaluator, expr.name, scope.file, 0) : undefined;
}

function contextNamed(evaluator: Evaluator, name: string, file: CodeFile, depth: number): ContextAt | undefined {
  const { declared, imports, exports, stars } = moduleScope(file);
  const own = declared.get(name);
  const binding = own?.unit.bindings[own.binding];
  if (own && binding) {
    const call = binding.init?.k === 'call' ? own.unit.calls[binding.init.call] : undefined;
    return call && callName(call) === 'createContext' ? { file, unit: own.unit, call, name } : undefined;
  }
  if (depth > 8) return undefined;
  const follow = (module: string, imported: string): ContextAt | undefined => {
    const target = evaluator.program.resolveModule(file, module);
    const next = target.kind === 'file' ? evaluator.program.file(target.uri) : undefined;
    return next && contextNamed(evaluator, imported, next, depth + 1);
  };
  const item = imports.get(name)?.import;
  if (item?.name !== undefined) return follow(item.module, item.name);
  const exported = exports.get(name)?.export;
  if (exported && 'local' in exported && exported.local !== name)
    return contextNamed(evaluator, exported.local, file, depth + 1);
  if (exported && 'from' in exported) return follow(exported.from, exported.imported);
  for (const { export: star } of stars) {
    const found = 'from' in star ? follow(star.from, name) : undefined;
    if (found) return found;
  }
  return undefined;
}
