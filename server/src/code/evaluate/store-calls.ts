import type { Arg, Expr } from '../facts.ts';
import type { Evaluator, LibraryCall, Scope } from './evaluator.ts';
import { functionType, objectType, primitiveType, referenceType, typedAs } from './made-types.ts';
import { moduleScope } from './module-scope.ts';
import { union, unknown, type Alternative, type FunctionValue, type TypeAt, type Value } from './value.ts';

/**
 * Stores in the manner of Redux: a reducer is known by the type of its state, which is what selectors read. `createSlice`
 * and `createReducer` make reducers of an initial state, `combineReducers` one of several, `configureStore` a store.
 */
export const storeCalls: readonly (readonly [string, LibraryCall])[] = [
  ['react-redux useSelector', selected],
  ...['@reduxjs/toolkit', 'redux', 'reselect'].flatMap((name): [string, LibraryCall][] => [
    [`${name} combineReducers`, combined],
    [`${name} createSelector`, selector],
    [`${name} createStore`, (evaluator, { args: [reducer] }, scope) => store(evaluator, reducer?.value, scope)],
    [`${name} legacy_createStore`, (evaluator, { args: [reducer] }, scope) => store(evaluator, reducer?.value, scope)],
  ]),
  [
    '@reduxjs/toolkit createSlice',
    (evaluator, { args: [options] }, scope) => {
      const state = typeOf(evaluator, entryOf(options, 'initialState'), scope);
      return state && [typedAs(objectType({ reducer: reducerType }), new Map([['State', state]]))];
    },
  ],
  [
    '@reduxjs/toolkit createReducer',
    (evaluator, { args: [initial] }, scope) => {
      const state = typeOf(evaluator, initial?.value, scope);
      return state && reducer(state);
    },
  ],
  [
    '@reduxjs/toolkit configureStore',
    (evaluator, { args: [options] }, scope) => store(evaluator, entryOf(options, 'reducer'), scope),
  ],
  [
    'redux-persist persistReducer',
    (evaluator, { args: [, inner] }, scope) => inner && evaluator.evaluate(inner.value, scope),
  ],
];

const reducerType = functionType(referenceType('State'));

function reducer(state: TypeAt): Value {
  return [typedAs(reducerType, new Map([['State', state]]))];
}

/** `useSelector(selector)`: what the selector makes of the state. */
function selected(...[evaluator, { args }, scope]: Parameters<LibraryCall>): Value | undefined {
  return args[0] && selectedBy(evaluator, evaluator.evaluate(args[0].value, scope), scope);
}

function selectedBy(evaluator: Evaluator, value: Value, scope: Scope): Value {
  return union(
    value.map(alternative =>
      alternative.v === 'function'
        ? union(evaluator.apply(alternative, undefined, scope).map(each => ofState(evaluator, each)))
        : unknown('its selector is not known'),
    ),
  );
}

/** The state that a selector is given is known by its type; it is no parameter of a wrapper. */
function ofState(evaluator: Evaluator, alternative: Alternative): Value {
  if (alternative.v !== 'parameter') return [alternative];
  return alternative.type && !alternative.derived
    ? evaluator.valueOfType(alternative.type)
    : unknown('the type of the state is not known');
}

/** `createSelector(a, b, combine)` or `createSelector([a, b], combine)`: a selector that gives `combine` what they select. */
function selector(...[evaluator, { args }, scope]: Parameters<LibraryCall>): Value | undefined {
  const values = args.map(({ value }) => value);
  const inputs = values[0]?.k === 'array' ? values[0].items : values.slice(0, -1);
  const combine = values.at(values[0]?.k === 'array' ? 1 : -1);
  const functions = (combine ? evaluator.evaluate(combine, scope) : []).filter(each => each.v === 'function');
  const bound = inputs.map(input => (): Value => selectedBy(evaluator, evaluator.evaluate(input, scope), scope));
  return functions.length > 0 ? functions.map((each): FunctionValue => ({ ...each, bound })) : undefined;
}

/** `combineReducers({ a, b })`. */
function combined(...[evaluator, { args }, scope]: Parameters<LibraryCall>): Value | undefined {
  const states = args[0] && combinedStates(evaluator, args[0].value, scope);
  return states && [typedAs(functionType(states.type), states.args)];
}

function combinedStates(
  evaluator: Evaluator,
  map: Expr,
  scope: Scope,
): { readonly type: ReturnType<typeof objectType>; readonly args: ReadonlyMap<string, TypeAt> } | undefined {
  const [only, more] = evaluator.evaluate(map, scope);
  if (only?.v !== 'object' || more) return undefined;
  const args = new Map<string, TypeAt>();
  const members: Record<string, ReturnType<typeof objectType> | undefined> = {};
  for (const [name, field] of only.fields) {
    const state = stateOf(evaluator, field.value());
    if (state) args.set(`State of ${name}`, state);
    members[name] = state && referenceType(`State of ${name}`);
  }
  return { type: objectType(members), args };
}

function store(evaluator: Evaluator, expr: Expr | undefined, scope: Scope): Value | undefined {
  if (!expr) return undefined;
  const state = stateOf(evaluator, evaluator.evaluate(expr, scope));
  if (state) return [typedAs(objectType({ getState: reducerType }), new Map([['State', state]]))];
  const states = combinedStates(evaluator, expr, scope);
  return states && [typedAs(objectType({ getState: functionType(states.type) }), states.args)];
}

/** The type of the state that a reducer keeps. */
function stateOf(evaluator: Evaluator, value: Value): TypeAt | undefined {
  const [only, more] = value;
  if (!only || more) return undefined;
  if (only.v === 'typed' && only.type.type.t === 'function' && only.type.type.returns)
    return { ...only.type, type: only.type.type.returns };
  if (only.v !== 'function') return undefined;
  const { file, unit } = only;
  const fn = unit.functions[only.fn];
  const state = fn?.params[0];
  const type = fn?.returnType ?? state?.type;
  if (type) return { type, file, unit };
  return typeOf(evaluator, state?.fallback, { file, unit, env: evaluator.module });
}

/** The type that an initial value is declared with; what a literal of its own has, where that is beyond doubt. */
function typeOf(evaluator: Evaluator, expr: Expr | undefined, scope: Scope): TypeAt | undefined {
  const { file, unit } = scope;
  switch (expr?.k) {
    case 'cast':
      return expr.type && !expr.keeps ? { type: expr.type, file, unit } : undefined;
    case 'literal': {
      const kind = typeof expr.value;
      return kind === 'string' || kind === 'number' || kind === 'boolean'
        ? typedAs(primitiveType(kind)).type
        : undefined;
    }
    case 'object':
      return typeOfObject(evaluator, expr, scope);
    case 'name': {
      const declared = unit.bindings[expr.binding];
      const found = declared ? { unit, binding: declared } : declarationOf(expr.name, scope);
      if (!found?.binding || found.binding.path) return undefined;
      if (found.binding.type) return { type: found.binding.type, file, unit: found.unit };
      return typeOf(evaluator, found.binding.init, { ...scope, unit: found.unit });
    }
    default:
      return undefined;
  }
}

function declarationOf(name: string, { file }: Scope) {
  const declared = moduleScope(file).declared.get(name);
  return declared && { unit: declared.unit, binding: declared.unit.bindings[declared.binding] };
}

function typeOfObject(evaluator: Evaluator, expr: Extract<Expr, { k: 'object' }>, scope: Scope): TypeAt | undefined {
  const args = new Map<string, TypeAt>();
  const members: Record<string, ReturnType<typeof objectType> | undefined> = {};
  for (const entry of expr.entries) {
    if (typeof entry.key !== 'string') return undefined;
    const type = typeOf(evaluator, entry.value, scope);
    if (type) args.set(`Type of ${entry.key}`, type);
    members[entry.key] = type && referenceType(`Type of ${entry.key}`);
  }
  return typedAs(objectType(members), args).type;
}

function entryOf(options: Arg | undefined, name: string): Expr | undefined {
  if (options?.value.k !== 'object') return undefined;
  return options.value.entries.find(({ key }) => key === name)?.value;
}
