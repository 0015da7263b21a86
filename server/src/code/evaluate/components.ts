import type { Call } from '../facts.ts';
import { isJavaScript } from '../language-families.ts';
import type { Evaluator, Scope } from './evaluator.ts';
import { union, type Value } from './value.ts';

/** Functions that load a component when it is first shown: React's, Next's, Vue's, and packages that do it likewise. */
export const lazyLoaders: ReadonlySet<string> = new Set([
  'lazy',
  'dynamic',
  'loadable',
  'lazyWithPreload',
  'defineAsyncComponent',
]);

/** `lazy(() => import('./Track'))`: the default export of the module, or what the function picks of it. */
export function loadedLazily(evaluator: Evaluator, call: Call, scope: Scope): Value | undefined {
  const [load] = call.args;
  if (!load || !isJavaScript(scope.file.language)) return undefined;
  const loaded = evaluator
    .evaluate(load.value, scope)
    .flatMap(alternative => (alternative.v === 'function' ? evaluator.apply(alternative, undefined, scope) : []));
  const components = union(
    loaded.map(alternative =>
      alternative.v === 'module' && alternative.file && alternative.path.length === 0
        ? evaluator.memberOf([alternative], 'default', scope)
        : [alternative],
    ),
  );
  return components.some(({ v }) => v === 'function' || v === 'class') ? components : undefined;
}

/**
 * What a function of a package gives back that is given a component: that component, with more to it
 * (`connect(state)(Track)`, `withTheme(Track)`). Components are told by their names, which JSX demands to be capitalised.
 */
export function enhanced(evaluator: Evaluator, call: Call, scope: Scope): Value | undefined {
  const [component] = call.args;
  if (component?.value.k !== 'name' || !/^[A-Z]/.test(component.value.name) || call.form !== 'call') return undefined;
  if (!isJavaScript(scope.file.language)) return undefined;
  const value = evaluator.evaluate(component.value, scope);
  return value.length > 0 && value.every(({ v }) => v === 'function' || v === 'class') ? value : undefined;
}
