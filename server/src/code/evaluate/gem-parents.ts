import type { CodeFile, Unit } from '../facts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Alternative, Value } from './value.ts';

/**
 * What a class of a gem inherits from in the app itself: Devise's controllers have the app's own one for a parent. Its source:
 * `config.parent_controller = "ApplicationController"`, the default of heartcombo/devise `lib/devise.rb`. Undefined for all others.
 */
export function parentInApp(evaluator: Evaluator, parent: Alternative, file: CodeFile, unit: Unit): Value | undefined {
  if (parent.v !== 'module' || file.language !== 'ruby') return undefined;
  const [gem, name = ''] = parent.path;
  if (gem !== 'Devise' || !name.endsWith('Controller')) return undefined;
  const value = evaluator.moduleName('ApplicationController', { file, unit, env: evaluator.module });
  return value.some(({ v }) => v === 'class') ? value : undefined;
}
