import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import type { RunCommand } from '../command.ts';
import { findRule } from '../find-rule.ts';
import { styleOf } from '../style.ts';
import type { Style } from '../style.ts';

export const explain: RunCommand = (input, terminal) => {
  const style = styleOf(terminal);
  const [id] = input.operands;
  if (id === undefined) {
    terminal.write(listRules(style));
    return Promise.resolve(0);
  }
  terminal.write(explanation(findRule(id), style));
  return Promise.resolve(0);
};

function listRules(style: Style): string {
  const width = Math.max(...rules.map(rule => rule.id.length));
  return rules
    .map(
      rule =>
        `${style.bold(rule.id.padEnd(width))}  ${style[rule.severity.recommended](rule.severity.recommended.padEnd(7))}  ${rule.summary}\n`,
    )
    .join('');
}

function explanation(rule: Rule, style: Style): string {
  const severities = Object.entries(rule.severity).map(
    ([preset, severity]) => `${preset}: ${style[severity](severity)}`,
  );
  const parts = [`${style.bold(rule.id)}  ${rule.summary}`, severities.join(', '), rule.why.trim()];
  for (const example of rule.examples) {
    parts.push(
      `${style.dim('With this plan')}\n\n${indent(example.plan)}`,
      ...(example.badPlan === undefined
        ? [
            `${style.error('this is reported')}\n\n${indent(example.bad)}`,
            `${style.dim('and this is not')}\n\n${indent(example.good)}`,
          ]
        : [`${style.error('which is fine, this is reported')}\n\n${indent(example.badPlan)}`]),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, '    ');
}
