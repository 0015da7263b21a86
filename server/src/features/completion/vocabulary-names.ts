import { joinWords } from '../../base/words.ts';
import type { TrackingPlan } from '../../plan/plan.ts';
import { bestMatches, candidate } from './best-matches.ts';
import type { NamedChoice, YamlQuestion } from './yaml-question.ts';

/** Names of events that the plan does not have yet, made of the words of its vocabulary in its own order and case. */
export function vocabularyNames({ place }: YamlQuestion, plan: TrackingPlan): readonly NamedChoice[] {
  const { objects = [], actions = [] } = plan.vocabulary ?? {};
  const { framework, case: nameCase } = plan.naming?.events ?? {};
  const names = objects.flatMap(object =>
    actions.map(action => {
      const words = framework === 'action-object' ? [action.name, object.name] : [object.name, action.name];
      return joinWords(
        words.flatMap(word => word.split(' ')),
        nameCase ?? 'any',
      );
    }),
  );
  const isNew = (name: string) => !Object.values(plan.events).some(byName => byName.has(name));
  const best = bestMatches(names.filter(isNew).map(candidate), place.prefix, mostNames, () => 0);
  return best.map(({ name }) => ({ name, kind: 'Event', detail: 'of the vocabulary', holds: 'map' }));
}

const mostNames = 50;
