import type { Command, CommandInput, Option } from './command.ts';
import { suggest } from './suggest.ts';
import { Misuse } from './terminal.ts';

/**
 * Reads what was typed after a command's name: `--name value`, `--name=value`, `--switch`, and operands; after a lone
 * `--` everything is an operand. Throws `Misuse` for whatever the command does not declare.
 */
export function parseArguments(command: Command, args: readonly string[]): CommandInput {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  const queue = [...args];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') {
      operands.push(...queue.splice(0));
    } else if (word.length > 1 && word.startsWith('-')) {
      const split = word.startsWith('--') ? word.indexOf('=') : -1;
      const option = findOption(command, split < 0 ? word : word.slice(0, split));
      const attached = split < 0 ? undefined : word.slice(split + 1);
      const values = given.get(option.name) ?? [];
      values.push(...readValues(option, attached, queue));
      given.set(option.name, values);
    } else {
      operands.push(word);
    }
  }
  checkOperands(command, operands);
  return {
    operands,
    has: name => given.has(name),
    value: name => given.get(name)?.at(-1),
    values: name => given.get(name) ?? [],
  };
}

function findOption(command: Command, name: string): Option {
  const option = command.options.find(each => each.name === name);
  if (option) return option;
  const names = command.options.map(each => each.name);
  throw new Misuse(`Unknown option ${name}. ${suggest(name, names, `See "tracklint help ${command.name}".`)}`);
}

function readValues(option: Option, attached: string | undefined, queue: string[]): readonly string[] {
  if (option.value === undefined) {
    if (attached !== undefined) throw new Misuse(`${option.name} takes no value.`);
    return [];
  }
  const value = attached ?? (queue[0]?.startsWith('--') ? undefined : queue.shift());
  if (value === undefined || value === '')
    throw new Misuse(`${option.name} needs a value: ${option.name} ${option.value}`);
  const values = option.isList ? value.split(',').filter(each => each !== '') : [value];
  for (const each of values) checkValue(option, each);
  return values;
}

function checkValue(option: Option, value: string): void {
  if (option.isCount && !/^\d+$/.test(value)) throw new Misuse(`${option.name} needs a whole number, not "${value}".`);
  if (option.choices && !option.choices.includes(value)) {
    const all = `It is one of ${option.choices.join(', ')}.`;
    throw new Misuse(`${option.name} cannot be "${value}". ${suggest(value, option.choices, all)}`);
  }
}

function checkOperands(command: Command, operands: readonly string[]): void {
  const [first] = operands;
  if (command.operands === '' && first !== undefined)
    throw new Misuse(`"tracklint ${command.name}" takes options only, not "${first}".`);
  if (command.operands.startsWith('<') && first === undefined)
    throw new Misuse(`"tracklint ${command.name}" needs ${command.operands}.`);
  const second = operands[1];
  if (second !== undefined && !/s[\]>]$|> </.test(command.operands))
    throw new Misuse(
      `"tracklint ${command.name}" takes only one ${command.operands.replace(/[^\w ]/g, '')}, not also "${second}".`,
    );
}
