/**
 * Just enough of WebAssembly's binary format (https://webassembly.github.io/spec/core/binary/) to write one module down in
 * TypeScript: each function here gives the bytes of an expression or a statement from those of its operands.
 */
export type Code = readonly number[];

export type ValueType = 'i32' | 'i64' | 'v128';

const valueTypes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, v128: 0x7b };

export interface WasmFunction {
  readonly name: string;
  /** All are of the type `i32`. */
  readonly params: readonly string[];
  readonly locals: Readonly<Record<string, ValueType>>;
  /** Written with the function's own locals; leaves nothing on the stack. */
  readonly body: (local: Locals) => Code;
}

/** Reads and writes the locals of a function by their names. */
export interface Locals {
  readonly get: (name: string) => Code;
  readonly set: (name: string, value: Code) => Code;
}

/** A module of functions without results, which all work on one exported memory of so many pages of 64 KiB. */
export function assemble(pages: number, functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ params }) => [0x60, ...vector(params.map(() => [valueTypes.i32])), 0]);
  const exports = functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]);
  const bodies = functions.map(each => {
    const code = codeOf(each);
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(5, vector([[0, ...unsigned(pages)]])),
    ...section(7, vector([[...text('memory'), 2, 0], ...exports])),
    ...section(10, vector(bodies)),
  ]);
}

function codeOf({ params, locals, body }: WasmFunction): Code {
  const names = [...params, ...Object.keys(locals)];
  const indexOf = (name: string): Code => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`There is no local ${name}.`);
    return unsigned(index);
  };
  const code = body({
    get: name => [0x20, ...indexOf(name)],
    set: (name, value) => [...value, 0x21, ...indexOf(name)],
  });
  return [...vector(Object.values(locals).map(type => [1, valueTypes[type]])), ...code, end];
}

const end = 0x0b;

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(name: string): Code {
  return vector(Array.from(name, letter => [letter.charCodeAt(0)]));
}

function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: bigint): Code {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

/** An instruction that takes its operands from the stack. */
function operation(...opcode: readonly number[]): (...operands: readonly Code[]) => Code {
  return (...operands) => [...operands.flat(), ...opcode];
}

function vectorOperation(opcode: number): (...operands: readonly Code[]) => Code {
  return operation(0xfd, ...unsigned(opcode));
}

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(BigInt(value | 0))],
  load: (at: Code): Code => [...at, 0x28, 0, 0],
  /** One byte. */
  load8: (at: Code): Code => [...at, 0x2d, 0, 0],
  store: (at: Code, value: Code): Code => [...at, ...value, 0x36, 0, 0],
  store8: (at: Code, value: Code): Code => [...at, ...value, 0x3a, 0, 0],
  isZero: operation(0x45),
  equal: operation(0x46),
  unequal: operation(0x47),
  less: operation(0x49),
  greater: operation(0x4b),
  ones: operation(0x69),
  add: operation(0x6a),
  subtract: operation(0x6b),
  multiply: operation(0x6c),
  and: operation(0x71),
  or: operation(0x72),
  left: operation(0x74),
  right: operation(0x76),
  /** The low half of an `i64`. */
  of: operation(0xa7),
};

export const i64 = {
  const: (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))],
  load: (at: Code): Code => [...at, 0x29, 0, 0],
  store: (at: Code, value: Code): Code => [...at, ...value, 0x37, 0, 0],
  isZero: operation(0x50),
  equal: operation(0x51),
  trailingZeros: operation(0x7a),
  add: operation(0x7c),
  subtract: operation(0x7d),
  multiply: operation(0x7e),
  and: operation(0x83),
  or: operation(0x84),
  xor: operation(0x85),
  left: operation(0x86),
  right: operation(0x88),
  rotate: operation(0x89),
  /** An `i32` without its sign. */
  of: operation(0xad),
};

/** Sixteen bytes at once. */
export const bytes = {
  load: (at: Code): Code => [...at, 0xfd, 0, 0, 0],
  fill: (value: number): Code => vectorOperation(0x0f)(i32.const(value)),
  equal: vectorOperation(0x23),
  less: vectorOperation(0x26),
  or: vectorOperation(0x50),
  /** The highest bit of each byte. */
  highest: vectorOperation(0x64),
  subtract: vectorOperation(0x71),
};

export function when(condition: Code, then: Code, otherwise: Code = []): Code {
  return [...condition, 0x04, 0x40, ...then, ...(otherwise.length > 0 ? [0x05, ...otherwise] : []), end];
}

/** Runs the body while the condition holds. */
export function loop(condition: Code, body: Code): Code {
  return [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, end, end];
}
