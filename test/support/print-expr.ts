import type { Await, Cast, Choice, Expr, Opaque, Spread, This, TypeExpr } from '../../server/src/code/facts.ts';

/** An expression as compact text; see `print-facts.ts`. */
export function printExpr(expr: Expr): string {
  switch (expr.k) {
    case 'literal':
      return (expr.value === undefined ? 'undefined' : JSON.stringify(expr.value)) + (expr.open ? '…' : '');
    case 'template':
      return `\`${expr.parts.map(part => (typeof part === 'string' ? part : `\${${printExpr(part)}}`)).join('')}\``;
    case 'name':
      return expr.binding < 0 ? expr.name : `${expr.name}@${expr.binding}`;
    case 'member':
      return `${printExpr(expr.object)}${expr.optional ? '?.' : '.'}${expr.name}`;
    case 'index':
      return `${printExpr(expr.object)}${expr.optional ? '?.' : ''}[${printExpr(expr.index)}]`;
    case 'call':
      return `call${expr.call}`;
    case 'object':
      return `{${expr.entries.map(entry => printEntry(entry)).join(', ')}}`;
    case 'array':
      return `[${expr.items.map(printExpr).join(', ')}]`;
    case 'function':
      return `fn${expr.fn}`;
    case 'class':
      return `class${expr.cls}`;
    case 'choice':
      return printChoice(expr);
    case 'binary':
      return `(${printExpr(expr.left)} ${expr.op} ${printExpr(expr.right)})`;
    case 'unary':
      return `${expr.op}(${printExpr(expr.operand)})`;
    default:
      return printWrapper(expr);
  }
}

function printWrapper(expr: Cast | Await | Spread | This | Opaque): string {
  switch (expr.k) {
    case 'cast':
      return `(${printExpr(expr.value)} ${expr.keeps ? 'keeps' : 'as'} ${expr.type ? printType(expr.type) : '-'})`;
    case 'await':
      return `await ${printExpr(expr.value)}`;
    case 'spread':
      return `...${printExpr(expr.value)}`;
    case 'this':
      return `${expr.parent ? 'super' : 'this'}${expr.cls < 0 ? '' : `@${expr.cls}`}`;
    case 'opaque':
      return expr.type === undefined ? '?' : `?${printType(expr.type)}`;
  }
}

function printEntry({ key, value, shorthand }: Extract<Expr, { k: 'object' }>['entries'][number]): string {
  if (key === undefined) return `...${printExpr(value)}`;
  if (shorthand) return printExpr(value);
  return `${typeof key === 'string' ? key : `[${printExpr(key)}]`}: ${printExpr(value)}`;
}

/** A type as compact text, near to TypeScript's own. */
export function printType(type: TypeExpr | undefined): string {
  if (type === undefined) return '-';
  switch (type.t) {
    case 'primitive':
      return type.name;
    case 'literal':
      return JSON.stringify(type.value);
    case 'union':
      return `(${type.of.map(printType).join(' | ')})`;
    case 'intersection':
      return `(${type.of.map(printType).join(' & ')})`;
    case 'array':
      return `${printType(type.of)}[]`;
    case 'tuple':
      return `[${type.of.map(printType).join(', ')}]`;
    case 'object': {
      const members = type.members.map(
        member => `${member.name}${member.optional ? '?' : ''}: ${printType(member.type)}`,
      );
      return `{${[...members, ...(type.index ? [`[]: ${printType(type.index)}`] : [])].join(', ')}}`;
    }
    case 'function': {
      const params = type.params.map(
        param => `${param.rest ? '...' : ''}${param.name}${param.optional ? '?' : ''}: ${printType(param.type)}`,
      );
      return `((${params.join(', ')}) => ${printType(type.returns)})`;
    }
    case 'reference':
      return type.name + (type.args.length === 0 ? '' : `<${type.args.map(printType).join(', ')}>`);
    case 'index':
      return `${printType(type.object)}[${printType(type.index)}]`;
    case 'keyof':
      return `keyof ${printType(type.of)}`;
    case 'typeof':
      return `typeof ${printExpr(type.value)}`;
    case 'template':
      return `\`${type.parts.map(part => (typeof part === 'string' ? part : `\${${printType(part)}}`)).join('')}\``;
    case 'mapped':
      return `{[${type.param} in ${printType(type.keys)}]: ${printType(type.value)}}`;
    case 'opaque':
      return '?';
  }
}

function printChoice({ op, test, options, cases }: Choice): string {
  const printed = options
    .map((option, index) => printCases(cases?.[index], cases !== undefined) + printExpr(option))
    .join(op === '?:' ? ' : ' : ` ${op} `);
  return test === undefined ? `(${printed})` : `(${printExpr(test)} ? ${printed})`;
}

/** The patterns of one option of a switch. */
function printCases(patterns: readonly Expr[] | undefined, isKnown: boolean): string {
  if (!isKnown) return '';
  return `${patterns === undefined ? 'else' : patterns.map(printExpr).join(', ')} => `;
}
