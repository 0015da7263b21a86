import type { CodeFile, Unit } from '../facts.ts';
import type { Forward } from './track.ts';
import type { UnitMoves } from './unit-moves.ts';

/** A function whose parameter reaches the event or the payload of a tracking call. */
export interface Wrapper {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly fn: number;
  readonly forwards: readonly Forward[];
  /** Which parameters, and which members of them, reach the event or the payload. */
  readonly flows: readonly string[];
  /** Names under which it may be called; none for a function that nothing can call by name. */
  readonly names: ReadonlySet<string>;
  /** Whether the names mean something outside the file. */
  readonly escapes: boolean;
  /** Whether it is what its file exports by default, under any name. */
  readonly isDefault: boolean;
}

/** A wrapper after an edit; undefined where nothing of what made it one is left. */
export function movedWrapper(wrapper: Wrapper, moves: UnitMoves): Wrapper | undefined {
  const forwards = wrapper.forwards.filter(forward => !moves.gone.has(forward.unit));
  if (forwards.length === 0) return undefined;
  // Forwards stand in the unit of their wrapper.
  const place = moves.at(wrapper);
  if (forwards.length === wrapper.forwards.length && place === wrapper) return wrapper;
  return { ...place, forwards: forwards.map(forward => moves.at(forward)) };
}
