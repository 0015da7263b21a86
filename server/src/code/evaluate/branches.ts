import type { Guard, Write } from '../facts.ts';
import type { Scope } from './evaluator.ts';
import { guardsAt } from './nests.ts';

/** Assignments to members in branches: what all branches of a condition assign is assigned in any case. */
export class Branches<T extends Placed> {
  readonly #open = new Map<string, Branch<T>[]>();

  /**
   * Notes an assignment to a member. Where it stands in the last branch of a condition, and all others assign the member too: the
   * assignments of all branches.
   */
  settle(key: string, placed: T): readonly T[] | undefined {
    const { write, scope, inOrder, readAt } = placed;
    if (!inOrder || readAt === undefined || write.guarded !== true || write.op !== '=') return undefined;
    const known = guardsAt(scope.unit, readAt);
    const open = this.#open.get(key) ?? [];
    this.#open.set(key, open);
    let guards = guardsAt(scope.unit, write.at);
    let writes: readonly T[] = [placed];
    while (!guards.every(guard => known.includes(guard))) {
      const place = open.findIndex(each => areOpposite(each.guards, guards));
      const [other] = place < 0 ? [] : open.splice(place, 1);
      if (!other) {
        open.push({ guards, writes });
        return undefined;
      }
      writes = [...other.writes, ...writes];
      guards = guards.slice(1);
    }
    return writes.length > 1 ? writes : undefined;
  }
}

/** An assignment, and where the member is read. */
interface Placed {
  readonly write: Write;
  readonly scope: Scope;
  readonly inOrder: boolean;
  readonly readAt?: number;
}

interface Branch<T> {
  /** The conditions under which it runs, the innermost first. */
  readonly guards: readonly Guard[];
  readonly writes: readonly T[];
}

function areOpposite([one, ...outer]: readonly Guard[], [other, ...around]: readonly Guard[]): boolean {
  if (!other || one?.test !== other.test || one.holds === other.holds) return false;
  return outer.length === around.length && outer.every((guard, index) => guard === around[index]);
}
