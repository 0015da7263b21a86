import { fixOf } from './plan-problem-rule.ts';
import type { Rule } from './rule.ts';

export const invalidConfig: Rule = {
  id: 'invalid-config',
  severity: { light: 'warning', recommended: 'error', strict: 'error' },
  where: 'config',
  summary: 'A part of the config file is not what its schema allows.',
  why: `A setting that is misspelt has no effect, and nothing else would say so: a rule that was meant to be off stays on, a wrapper
that was meant to be found stays unseen.`,
  fixes: ['correct-config'],
  examples: [],

  *config({ problems, uri }) {
    for (const { range, message, bySchema, suggestion } of problems)
      yield {
        range,
        message,
        ...(bySchema && { bySchema }),
        ...(uri !== undefined && fixOf(suggestion, uri, 'correct-config')),
      };
  },
};
