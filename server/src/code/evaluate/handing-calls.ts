import type { Call, Expr } from '../facts.ts';
import type { Evaluator, LibraryCall, Scope } from './evaluator.ts';
import { placeOf } from './evaluator.ts';
import { laterThan } from './initial.ts';
import { objectOf, union, unknown, type Field, type StoreValue, type TypeAt, type Value } from './value.ts';

/**
 * Functions of widespread packages that hand on what they are given: without them, a tracker that goes through a store or a
 * mutation is lost. Keyed by package and exported name.
 */
export const handingCalls: readonly (readonly [string, LibraryCall])[] = [
  ...['zustand', 'zustand/vanilla', 'zustand/traditional', 'zustand/react'].flatMap(name =>
    ['create', 'createStore', 'createWithEqualityFn', ''].map((made): [string, LibraryCall] => [
      `${name} ${made}`,
      (...asked) => createdStore(name, made, ...asked),
    ]),
  ),
  ['zustand useStore', usedStore],
  ...[
    '@tanstack/react-query useMutation',
    'react-query useMutation',
    '@tanstack/vue-query useMutation',
    '@tanstack/solid-query createMutation',
    '@tanstack/svelte-query createMutation',
    '@tanstack/angular-query-experimental injectMutation',
  ].map((name): [string, LibraryCall] => [name, mutation]),
  ['@angular/core inject', injected],
];

/**
 * `create(init)` or `create<State>()(init)`, with or without middleware around the initialiser
 * (https://zustand.docs.pmnd.rs/apis/create).
 */
function createdStore(from: string, made: string, ...[evaluator, call, scope]: Parameters<LibraryCall>): Value {
  const [init] = call.args;
  const outer = call.callee.k === 'call' ? scope.unit.calls[call.callee.call] : undefined;
  const [type] = call.typeArgs ?? outer?.typeArgs ?? [];
  return init
    ? [storeOf(evaluator, init.value, type && { type, file: scope.file, unit: scope.unit }, scope)]
    : [{ v: 'module', name: from, path: [made === '' ? 'default' : made] }];
}

function usedStore(...[evaluator, call, scope]: Parameters<LibraryCall>): Value | undefined {
  const [store, ...args] = call.args;
  return (
    store &&
    union(
      evaluator
        .evaluate(store.value, scope)
        .map(alternative =>
          alternative.v === 'store'
            ? readStore(evaluator, alternative, { ...call, args }, scope)
            : unknown('the store is not known'),
        ),
    )
  );
}

/** `mutate` calls `mutationFn` (https://tanstack.com/query/latest/docs/framework/react/reference/useMutation). */
function mutation(...[evaluator, call, scope]: Parameters<LibraryCall>): Value | undefined {
  const value = call.args[0] && evaluator.evaluate(call.args[0].value, scope);
  const send = union(
    (value ?? []).map(alternative => {
      if (alternative.v === 'object') return alternative.fields.get('mutationFn')?.value() ?? [];
      return alternative.v === 'function' ? [alternative] : [];
    }),
  );
  const place = placeOf(call, scope);
  const { level } = scope.env;
  const field: Field = { value: () => send, key: place, entry: place, always: true, level, shorthand: false };
  const fields = new Map(['mutate', 'mutateAsync'].map(name => [name, field]));
  return send.length === 0 ? undefined : [objectOf(fields, 'it is made by a library')];
}

/** An instance of the class that is asked for (https://angular.dev/guide/di). */
function injected(...[evaluator, call, scope]: Parameters<LibraryCall>): Value | undefined {
  return (
    call.args[0] &&
    evaluator
      .evaluate(call.args[0].value, scope)
      .map(alternative => (alternative.v === 'class' ? { v: 'instance', of: alternative } : alternative))
  );
}

/** What calling a store returns: its state, or what the selector makes of that. */
export function readStore(evaluator: Evaluator, { state }: StoreValue, call: Call, scope: Scope): Value {
  const selector = call.args.find(({ value }) => value.k === 'function');
  if (!selector) return call.args.length === 0 ? state() : unknown('what is read from the store is not known');
  return union(
    evaluator
      .evaluate(selector.value, scope)
      .map(alternative =>
        alternative.v === 'function'
          ? evaluator.apply({ ...alternative, bound: [state] }, { ...call, args: [] }, scope)
          : unknown('what is read from the store is not known'),
      ),
  );
}

function storeOf(evaluator: Evaluator, init: Expr, type: TypeAt | undefined, scope: Scope): StoreValue {
  // Middleware takes the initialiser as its first argument, and may stand in several layers.
  let inner = init;
  while (inner.k === 'call') {
    const [first] = scope.unit.calls[inner.call]?.args ?? [];
    if (!first) break;
    inner = first.value;
  }
  const initial = (): Value =>
    union(
      evaluator
        .evaluate(inner, scope)
        .map(alternative =>
          alternative.v === 'function' ? evaluator.apply(alternative, undefined, scope) : [alternative],
        ),
    );
  const state = (): Value =>
    inner.k === 'call' ? unknown('what makes the state is not known') : laterThan(evaluator, initial(), type);
  return { v: 'store', state };
}
