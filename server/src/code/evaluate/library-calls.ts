import type { Call } from '../facts.ts';
import { objectType, primitiveType, referenceType, typedAs, unionType } from './made-types.ts';
import type { Evaluator, LibraryCall, Scope } from './evaluator.ts';
import { handingCalls } from './handing-calls.ts';
import { laterThan } from './initial.ts';
import { primitive } from './primitives.ts';
import { storeCalls } from './store-calls.ts';
import { scalar, union, unknown, type ModuleValue, type TypeAt, type Value } from './value.ts';

/**
 * What functions of packages give back that so many programs use that their types are worth knowing where the packages
 * themselves cannot be read. Keyed by package and exported name.
 */
export function libraryCall(evaluator: Evaluator, callee: ModuleValue, call: Call, scope: Scope): Value | undefined {
  const name = callee.path[0] === 'default' ? callee.path.slice(1) : callee.path;
  return libraryCalls.get(`${callee.name} ${name.join('.')}`)?.(evaluator, call, scope);
}

const useState: LibraryCall = (evaluator, call, scope) => {
  const [arg] = call.args;
  const declared = typeArgument(call, scope);
  const initial = (): Value =>
    arg ? called(evaluator, evaluator.evaluate(arg.value, scope), scope) : scalar(undefined);
  const state = (): Value => {
    if (declared)
      return arg ? evaluator.valueOfType(declared) : union([evaluator.valueOfType(declared), scalar(undefined)]);
    return laterThan(evaluator, initial());
  };
  return [{ v: 'array', items: [state, () => unknown('it sets a state')] }];
};

const useParams: LibraryCall = (evaluator, call, scope) => {
  const declared = typeArgument(call, scope);
  return declared && evaluator.valueOfType(declared);
};

const useRef: LibraryCall = (_evaluator, call, scope) => {
  const declared = typeArgument(call, scope);
  return declared && [typedAs(objectType({ current: referenceType('T') }), new Map([['T', declared]]))];
};

const location = objectType({
  pathname: primitiveType('string'),
  search: primitiveType('string'),
  hash: primitiveType('string'),
  key: primitiveType('string'),
});

const oneOrMore = unionType(
  primitiveType('string'),
  { t: 'array', of: primitiveType('string') },
  primitiveType('undefined'),
);

const nextRouter = objectType({
  pathname: primitiveType('string'),
  route: primitiveType('string'),
  asPath: primitiveType('string'),
  basePath: primitiveType('string'),
  isReady: primitiveType('boolean'),
  query: { t: 'object', members: [], index: oneOrMore },
});

const routers = ['react-router', 'react-router-dom', 'react-router-native'];

const libraryCalls: ReadonlyMap<string, LibraryCall> = new Map<string, LibraryCall>([
  ['react useState', useState],
  ['preact/hooks useState', useState],
  ['react useRef', useRef],
  ['react useId', () => primitive('string')],
  ...routers.flatMap((name): [string, LibraryCall][] => [
    [`${name} useParams`, useParams],
    [`${name} useLocation`, () => [typedAs(location)]],
  ]),
  ['next/router useRouter', () => [typedAs(nextRouter)]],
  ...['uuid v1', 'uuid v4', 'uuid v5', 'uuid v6', 'uuid v7', 'nanoid nanoid', 'cuid '].map(
    (name): [string, LibraryCall] => [name, () => primitive('string')],
  ),
  ...storeCalls,
  ...handingCalls,
]);

/** The first type argument of a call. */
function typeArgument({ typeArgs }: Call, { file, unit }: Scope): TypeAt | undefined {
  const [type] = typeArgs ?? [];
  return type && { type, file, unit };
}

/** What is given as a value, or as a function that makes it. */
function called(evaluator: Evaluator, value: Value, scope: Scope): Value {
  return union(
    value.map(alternative =>
      alternative.v === 'function' ? evaluator.apply(alternative, undefined, scope) : [alternative],
    ),
  );
}
