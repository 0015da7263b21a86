import type { Problem } from '../base/finding.ts';
import type { FixKind } from '../base/fix-kinds.ts';
import type { PlanProblem } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

/** What the rules do that hand on the problems of reading a plan: those of the file and those of the joined plan. */
export function planProblemRule(rule: PlanProblem['rule']): Pick<Rule, 'planFile'> {
  return {
    *planFile(file, { plan }) {
      for (const problem of [...file.problems, ...(plan.problems.get(file.uri) ?? [])]) {
        if (problem.rule !== rule) continue;
        const { range, message, bySchema, suggestion } = problem;
        yield { range, message, ...(bySchema && { bySchema }), ...fixOf(suggestion, file.uri, 'correct-plan') };
      }
    },
  };
}

/** A suggestion of a reader as the one fix of a finding. */
export function fixOf(suggestion: PlanProblem['suggestion'], uri: string, kind: FixKind): Pick<Problem, 'fixes'> {
  if (!suggestion) return {};
  const { title, range, newText } = suggestion;
  return { fixes: () => [{ kind, title, edits: [{ uri, range, newText }], preferred: true }] };
}
