/**
 * Facts as compact text, for expectations. One line for each binding (`@0`), function (`fn0`), class, call, import, export
 * and type of each unit; a name that is resolved carries its binding (`total@3`).
 */
import type {
  Binding,
  Call,
  Class,
  CodeFile,
  Export,
  Fn,
  Import,
  PathStep,
  TypeDeclaration,
  Unit,
  Write,
} from '../../server/src/code/facts.ts';
import { printExpr, printType } from './print-expr.ts';

export function printFacts(file: CodeFile): string {
  const units = file.units.map(unit => printUnit(unit).join('\n')).filter(text => text !== '');
  const suppressions = file.suppressions.map(({ scope, line, rules, reason, until }) =>
    ['suppress', scope, line, ...rules.map(({ id }) => id), reason && `-- ${reason}`, until].filter(Boolean).join(' '),
  );
  return [...units, ...suppressions].join('\n--\n');
}

function printUnit(unit: Unit): string[] {
  return [
    ...unit.imports.map(printImport),
    ...unit.exports.map(printExport),
    ...unit.types.map(printTypeDeclaration),
    ...unit.bindings.flatMap((binding, index) => printBinding(binding, index, unit)),
    ...unit.classes.flatMap(printClass),
    ...unit.functions.map(printFunction),
    ...unit.calls.map(printCall),
    ...(unit.writes ?? []).map(({ name, write }) => printWrite(name, write)),
    ...(unit.problems ?? []).map(({ message }) => `problem ${message}`),
  ];
}

function printImport({ module, name, local, typeOnly }: Import): string {
  return `import ${typeOnly ? 'type ' : ''}${name ?? 'nothing'}${local === name ? '' : ` as ${local ?? 'nothing'}`} from ${module}`;
}

function printExport(one: Export): string {
  if ('from' in one) return `export ${one.imported} as ${one.name} from ${one.from}`;
  if ('binding' in one) return `export @${one.binding} as ${one.name}`;
  return `export ${'local' in one ? one.local : printExpr(one.value)} as ${one.name}`;
}

function printTypeDeclaration({ name, params, type, extends: parents }: TypeDeclaration): string {
  const generics = params.length === 0 ? '' : `<${params.join(', ')}>`;
  return `type ${name}${generics}${parents.map(parent => ` < ${printType(parent)}`).join('')} = ${printType(type)}`;
}

function printBinding(binding: Binding, index: number, unit: Unit): string[] {
  const { name, kind, init, path, fallback, type, fn, param, cls, writes, scope } = binding;
  const source = param === undefined ? init && printExpr(init) : `fn${String(fn)}(${String(param)})`;
  const value = source === undefined ? '' : ` = ${source}${(path ?? []).map(printStep).join('')}`;
  return [
    [
      `@${index} ${unit.globals.includes(index) ? 'global ' : scope < 0 ? '' : `in fn${scope} `}${kind} ${name}`,
      type === undefined ? '' : `: ${printType(type)}`,
      value,
      param === undefined && fn !== undefined ? ` = fn${fn}` : '',
      cls === undefined ? '' : ` = class${cls}`,
      binding.import === undefined ? '' : ` = import${binding.import}`,
      fallback === undefined ? '' : ` default ${printExpr(fallback)}`,
    ].join(''),
    ...writes.map(write => `  ${printWrite(name, write)}`),
  ];
}

function printStep(step: PathStep): string {
  if (typeof step === 'object') return ` without (${step.rest.join(', ')})`;
  return typeof step === 'number' ? `[${step}]` : `.${step}`;
}

function printWrite(name: string, { path, value, op, conditional, fn }: Write): string {
  const target = path.map(step => (typeof step === 'string' ? `.${step}` : `[${printExpr(step)}]`)).join('');
  return `${name}${target} ${op} ${printExpr(value)}${conditional ? ' maybe' : ''}${inside(fn)}`;
}

function inside(fn: number): string {
  return fn < 0 ? '' : ` in fn${fn}`;
}

function printClass(
  { name, kind, extension, extends: parents, extendsTypes, members, ctor, decorators }: Class,
  index: number,
): string[] {
  return [
    [
      `class${index} ${name ?? ''}`,
      extension ? ' (extension)' : kind === 'class' ? '' : ` (${kind})`,
      ...parents.map(parent => ` < ${printExpr(parent)}`),
      ...(extendsTypes ?? []).map(type => ` <: ${printType(type)}`),
      ctor === undefined ? '' : ` new fn${ctor}`,
      ...(decorators ?? []).map(decorator => ` @(${printExpr(decorator)})`),
    ].join(''),
    ...members.flatMap(member => [
      [
        `  ${member.static ? 'static ' : ''}${member.kind} ${member.name}`,
        member.type === undefined ? '' : `: ${printType(member.type)}`,
        member.init === undefined ? '' : ` = ${printExpr(member.init)}`,
        member.fn === undefined ? '' : ` = fn${member.fn}`,
        member.param === undefined ? '' : ` = parameter ${member.param}`,
      ].join(''),
      ...member.writes.map(write => `    ${printWrite(`this.${member.name}`, write)}`),
    ]),
  ];
}

function printFunction(fn: Fn, index: number): string {
  const params = fn.params.map(
    ({ binding, type, fallback, rest }) =>
      (rest === undefined ? '' : '...') +
      (binding < 0 ? '_' : `@${binding}`) +
      (type === undefined ? '' : `: ${printType(type)}`) +
      (fallback === undefined ? '' : ` = ${printExpr(fallback)}`),
  );
  return [
    `fn${index} ${fn.isAsync ? 'async ' : ''}${fn.name ?? ''}${fn.isGenerator ? '*' : ''}(${params.join(', ')})`,
    fn.returnType === undefined ? '' : `: ${printType(fn.returnType)}`,
    inside(fn.parent),
    fn.cls === undefined ? '' : ` of class${fn.cls}`,
    fn.returns.length === 0 ? '' : ` returns ${fn.returns.map(printExpr).join(' or ')}`,
    fn.completes && fn.returns.length > 0 ? ' or nothing' : '',
    ...(fn.decorators ?? []).map(decorator => ` @(${printExpr(decorator)})`),
  ].join('');
}

function printCall(call: Call, index: number): string {
  const args = call.args
    .map(({ name, value }) => (name === undefined ? '' : `${name}: `) + printExpr(value))
    .join(', ');
  const types = call.typeArgs === undefined ? '' : `<${call.typeArgs.map(printType).join(', ')}>`;
  const form = call.form === 'call' ? '' : `${call.form} `;
  const end = call.unfinished ? ' …' : '';
  return `call${index} ${form}${printExpr(call.callee)}${call.optional ? '?.' : ''}${types}(${args})${end}${inside(call.fn)}`;
}
