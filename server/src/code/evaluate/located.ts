import type { Call, Expr } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { isSolid, type Value } from './value.ts';

/**
 * What a service locator or a container of dependencies gives: a thing of the type that it is asked for, which stands as a type
 * argument (`context.read<Tracker>()`, `get<Tracker>()`) or as an argument (`resolve(Tracker.self)`, `getService(Tracker.class)`).
 * Undefined where the call asks for nothing of the kind.
 */
export function located(evaluator: Evaluator, call: Call, scope: Scope): Value | undefined {
  if (isJavaScript(scope.file.language)) return undefined;
  const { callee, typeArgs, args } = call;
  const name = callee.k === 'name' || callee.k === 'member' ? callee.name : undefined;
  if (name === undefined || !asking.test(name)) return undefined;
  const [type, more] = typeArgs ?? [];
  const given =
    type && !more
      ? evaluator.valueOfType({ type, file: scope.file, unit: scope.unit })
      : args.flatMap(({ value }) => classNamed(evaluator, value, scope)).slice(0, 1);
  return given.length > 0 && given.every(isSolid) ? given : undefined;
}

/** Names of functions that are asked for a thing by its type. */
const asking =
  /^(?:app|make|of|maybeOf|ofOrNull\w*|read|watch|select|find|lookup|locate\w*|locator|sl|di|get|getIt|I|instance|getInstance|getService|getBean|get(?:Required)?Service|inject\w*|resolve\w*|require\w*|provide\w*|service|entryPoint|fromApplication|koin\w*|hiltViewModel|viewModels?|activityViewModels|dependOnInheritedWidgetOfExactType|getInheritedWidgetOfExactType|findAncestorWidgetOfExactType|findAncestorStateOfType|GetInstance|GetService|GetRequiredService|Resolve\w*)$/;

/** The instance of a class that is written as a value: `Tracker.self`, `Tracker.class`, `Tracker::class.java`. */
function classNamed(evaluator: Evaluator, expr: Expr, scope: Scope): Value {
  let at = expr;
  while (at.k === 'member' && metaMembers.has(at.name)) at = at.object;
  if (at === expr) return [];
  return evaluator
    .evaluate(at, scope)
    .flatMap((value): Value =>
      value.v === 'class' ? [{ v: 'instance', of: value }] : value.v === 'sdk' ? [value] : [],
    );
}

const metaMembers: ReadonlySet<string> = new Set(['self', 'class', 'java', 'javaObjectType', 'Type']);
