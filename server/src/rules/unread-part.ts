import { planProblemRule } from './plan-problem-rule.ts';
import type { Rule } from './rule.ts';

export const unreadPart: Rule = {
  id: 'unread-part',
  severity: { light: 'off', recommended: 'warning', strict: 'error' },
  where: 'plan',
  summary: 'A part of a plan file is not understood and so not checked.',
  why: `Plans come in many formats, and vendors add to theirs. What a reader does not know is said instead of skipped in silence, so
that nobody believes it to be checked.`,
  examples: [],
  ...planProblemRule('unread-part'),
};
