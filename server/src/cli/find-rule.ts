import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { suggest } from './suggest.ts';
import { Misuse } from './terminal.ts';

/** The rule of an id as it was typed. Throws `Misuse` where there is none. */
export function findRule(id: string): Rule {
  const rule = rules.find(each => each.id === id);
  if (rule) return rule;
  const ids = rules.map(each => each.id);
  throw new Misuse(`There is no rule "${id}". ${suggest(id, ids, '"tracklint explain" lists the rules.')}`);
}
