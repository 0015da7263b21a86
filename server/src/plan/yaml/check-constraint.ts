import type { ValueConstraint } from '../plan.ts';
import type { Reading } from './reading.ts';
import type { Node } from './tree.ts';

/** Reports what the words of one constraint say against each other, which no schema can express. */
export function checkConstraint(_reading: Reading, _node: Node, _constraint: ValueConstraint): void {
  // Filled in with the value checker.
}
