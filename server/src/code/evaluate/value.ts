/**
 * What an expression can be, as far as the source code tells. A `Value` is a union: each alternative is possible, and the
 * list is complete unless one of them is `unknown`, `parameter` or `text`. An empty list stands for code that returns nothing.
 */
import type { Call, Class, CodeFile, Expr, TypeExpr, Unit } from '../facts.ts';
import type { Sdk } from '../sdk.ts';

export type Value = readonly Alternative[];

export type Alternative =
  | ScalarValue
  | TextValue
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | SdkValue
  | ModuleValue
  | StoreValue
  | TypedValue
  | ParameterValue
  | UnknownValue;

/**
 * What the parameters of the functions around an expression stand for. A frame belongs to one call of one function; frames
 * link to those of the enclosing functions. Without a frame, a parameter stands for itself (`ParameterValue`).
 */
export interface Env {
  readonly unit?: Unit;
  readonly fn: number;
  readonly argument: (param: number) => Value;
  readonly self?: Value;
  readonly outer?: Env;
  /** How many calls were entered to get here. */
  readonly depth: number;
  /** How many of them were calls of wrappers. */
  readonly level: number;
  /** Values of expressions evaluated in this very frame. */
  readonly memo: Map<Expr, Value>;
}

/** A place in code; offsets are relative to the unit. */
export interface Place {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly at: number;
  readonly end: number;
}

/** The outermost expression that a value was read through, and how deep in calls that expression was evaluated. */
export interface Use extends Place {
  readonly depth: number;
}

interface Alike {
  readonly use?: Use;
}

export interface ScalarValue extends Alike {
  readonly v: 'scalar';
  readonly value: string | number | boolean | null | undefined;
  /** The literal that holds it; undefined where it was computed. */
  readonly literal?: Place & { readonly quote: string | undefined };
}

/** A string of which only some parts are known; null stands for an unknown part. */
export interface TextValue extends Alike {
  readonly v: 'text';
  readonly parts: readonly (string | null)[];
  readonly why: string;
}

export interface ObjectValue extends Alike {
  readonly v: 'object';
  readonly fields: ReadonlyMap<string, Field>;
  /** Why it may have members that are not in `fields`. */
  readonly open?: string;
  /** Keys made at run time. */
  readonly dynamicKeys: readonly Place[];
  /** Parameters whose members are spread into it. */
  readonly spreads?: readonly ParameterValue[];
  /** The object's own literal; undefined where it was put together from several. */
  readonly literal?: Place & { readonly expr: Expr };
}

export interface Field {
  readonly value: () => Value;
  readonly expr?: Expr;
  /** All expressions that give the value, where each of them is known: a type checker can be asked about them. */
  readonly from?: readonly Place[] | undefined;
  readonly key: Place;
  readonly entry: Place;
  /** False where it is there on some paths only. */
  readonly always: boolean;
  /** How many wrappers stand between the reported call and the code that writes the key; 0 is the call site's own. */
  readonly level: number;
  readonly use?: Use;
  readonly shorthand: boolean;
}

export interface ArrayValue extends Alike {
  readonly v: 'array';
  readonly items: readonly (() => Value)[];
  readonly open?: string;
}

export interface FunctionValue extends Alike {
  readonly v: 'function';
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly fn: number;
  readonly env: Env;
  readonly self?: Value;
  /** Arguments that `bind` has fixed. */
  readonly bound?: readonly (() => Value)[];
}

export interface ClassValue extends Alike {
  readonly v: 'class';
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly cls: Class;
  readonly env: Env;
}

export interface InstanceValue extends Alike {
  readonly v: 'instance';
  readonly of: ClassValue;
  /** The constructor's frame, where the instance's creation was seen. */
  readonly frame?: Env;
  /** Members that are written where it was made. */
  readonly fields?: Alternative;
  /** The name of the enum constant that it is. */
  readonly constant?: string;
}

/** Something of an analytics SDK: its module, client, or one of its functions; `path` leads to it from the module. */
export interface SdkValue extends Alike {
  readonly v: 'sdk';
  readonly sdk: Sdk;
  readonly path: readonly string[];
  /** The call that made it, with where that call was evaluated. */
  readonly made?: { readonly call: Call; readonly file: CodeFile; readonly unit: Unit; readonly env: Env };
  /** The parameter through which it came, where it is known by its type. */
  readonly given?: ParameterValue;
}

/** A whole module of the workspace, or a package outside it (`file` undefined) and the names read from it. */
export interface ModuleValue extends Alike {
  readonly v: 'module';
  readonly file?: CodeFile;
  readonly name: string;
  readonly path: readonly string[];
}

/** A store of a library: calling it reads its state, or what a selector picks from that. */
export interface StoreValue extends Alike {
  readonly v: 'store';
  readonly state: () => Value;
}

/** Known by its type only. */
export interface TypedValue extends Alike {
  readonly v: 'typed';
  readonly type: TypeAt;
}

/** A type with the file whose names it uses and the values of the type parameters in scope. */
export interface TypeAt {
  readonly type: TypeExpr;
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly args?: ReadonlyMap<string, TypeAt>;
}

/** A parameter of a function that was not entered by a call, and the members read from it. */
export interface ParameterValue extends Alike {
  readonly v: 'parameter';
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly fn: number;
  readonly param: number;
  readonly path: readonly string[];
  readonly type?: TypeAt;
  /** Whether the value itself is the parameter, or a string made from it. */
  readonly derived?: 'text' | 'value';
}

export interface UnknownValue extends Alike {
  readonly v: 'unknown';
  readonly why: string;
}

export function unknown(why: string): Value {
  return [{ v: 'unknown', why }];
}

export function scalar(value: ScalarValue['value']): Value {
  return [{ v: 'scalar', value }];
}

/** Whether a value can be null, undefined, false, 0 or ''; undefined where that cannot be told. */
export function isTruthy(value: Value): boolean | undefined {
  let answer: boolean | undefined;
  for (const alternative of value) {
    const truthy = truthiness(alternative);
    if (truthy === undefined || (answer !== undefined && answer !== truthy)) return undefined;
    answer = truthy;
  }
  return answer;
}

function truthiness(alternative: Alternative): boolean | undefined {
  switch (alternative.v) {
    case 'scalar':
      return Boolean(alternative.value);
    case 'object':
    case 'array':
    case 'function':
    case 'class':
    case 'instance':
    case 'sdk':
      return true;
    default:
      return undefined;
  }
}

/** The most alternatives that a value may have; beyond it nothing is gained by knowing them all. */
export const alternativesLimit = 400;

/** Objects and functions hold values of their own, which multiply: fewer of them are followed than of plain values. */
const complexLimit = 60;

/** The union of values, without repeated scalars. */
export function union(values: readonly Value[]): Value {
  if (values.length === 1) return values[0] ?? [];
  const all: Alternative[] = [];
  let complex = 0;
  const seen = new Set<string>();
  for (const value of values) {
    for (const alternative of value) {
      if (alternative.v === 'scalar' || alternative.v === 'unknown') {
        const key =
          alternative.v === 'scalar'
            ? `${typeof alternative.value}:${String(alternative.value)}`
            : `?${alternative.why}`;
        if (seen.has(key)) continue;
        seen.add(key);
      } else if (alternative.v === 'class') {
        // One module is reached by each of the files that open it.
        if (all.some(each => each.v === 'class' && each.cls === alternative.cls)) continue;
        complex++;
      } else complex++;
      all.push(alternative);
    }
  }
  return all.length > alternativesLimit || complex > complexLimit ? unknown('it can have too many values') : all;
}

/** The one scalar that a value is, if it is one. */
export function single(value: Value): ScalarValue | undefined {
  const [only] = value;
  return value.length === 1 && only?.v === 'scalar' ? only : undefined;
}

export function isNullish(alternative: Alternative): boolean {
  return alternative.v === 'scalar' && (alternative.value === null || alternative.value === undefined);
}

/** Whether a type could say more about it. */
export function isVague(alternative: Alternative): boolean {
  return alternative.v === 'unknown' || (alternative.v === 'parameter' && !alternative.type);
}

/** An object of fields that are computed by name, such as the rest of a destructuring. */
export function objectOf(fields: ReadonlyMap<string, Field>, open: string | undefined): ObjectValue {
  return { v: 'object', fields, dynamicKeys: [], ...(open !== undefined && { open }) };
}

/** The texts that a value can be; undefined where it can be something else. */
export function textsOf(value: Value): string[] | undefined {
  const texts = value.map(alternative => (alternative.v === 'scalar' ? String(alternative.value) : undefined));
  return texts.every(text => text !== undefined) ? texts : undefined;
}

/** Whether an alternative is a thing that can be called or has members of its own, rather than data. */
export function isSolid({ v }: Alternative): boolean {
  return v === 'sdk' || v === 'instance' || v === 'function' || v === 'class';
}
