import { fixKinds } from '../../base/fix-kinds.ts';
import { rules } from '../../rules/index.ts';
import { list } from '../../rules/phrase.ts';
import type { Rule, RuleExample } from '../../rules/rule.ts';
import { block, notice, table } from './markdown.ts';

/** The table of all rules, with a page each. */
export function rulesPage(): string {
  return (
    [
      notice,
      '# Rules',
      'Every rule has a severity in each preset, which [the configuration](config.md) can change.',
      rulesTable('rules/'),
      '## Findings that should stay',
      'A comment of the language above the line suppresses a finding, with a reason, and comes back on a date where one is given:',
      block('ts', '// tracklint-ignore-next-line unknown-event -- an experiment of the growth team until 2027-01-01'),
      '`tracklint-ignore-file` does it for the whole file. Without names of rules, all are meant.',
    ].join('\n\n') + '\n'
  );
}

/** `folder` leads to the pages, and ends in `/`. */
export function rulesTable(folder: string): string {
  return table(
    ['Rule', 'Finds', 'light', 'recommended', 'strict'],
    rules.map(({ id, summary, severity }) => [
      `[${id}](${folder}${id}.md)`,
      summary,
      ...[severity.light, severity.recommended, severity.strict].map(each => (each === 'off' ? '' : each)),
    ]),
  );
}

/** The page of one rule. Its examples are run by the tests. */
export function rulePage(rule: Rule): string {
  const places = { code: 'code', plan: 'the plan', both: 'code and the plan', config: 'the configuration' } as const;
  const { light, recommended, strict } = rule.severity;
  return (
    [
      notice,
      `# ${rule.id}`,
      rule.summary,
      table(['Looks at', 'light', 'recommended', 'strict'], [[places[rule.where], light, recommended, strict]]),
      rule.why.trim(),
      ...fixes(rule),
      ...rule.examples.map(example),
    ].join('\n\n') + '\n'
  );
}

/** What the fixes do, in a sentence; nothing for a rule without any. */
function fixes({ fixes = [] }: Rule): readonly string[] {
  const said = fixes.map(kind => fixKinds[kind].says);
  return said.length === 0 ? [] : [`A fix can ${list(said, 'or')}.`];
}

function example({ plan, badPlan, bad, good }: RuleExample): string {
  if (badPlan !== undefined) {
    return ['This plan is reported', block('yaml', badPlan), 'and this one is not', block('yaml', plan)].join('\n\n');
  }
  return [
    'With this plan',
    block('yaml', plan),
    'this is reported',
    block('ts', bad),
    'and this is not',
    block('ts', good),
  ].join('\n\n');
}
