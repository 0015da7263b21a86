import type { CodeFile, Unit } from '../facts.ts';

/** What became of the units of files that changed: some are gone, the others stand in the files' new versions. */
export class UnitMoves {
  readonly gone: ReadonlySet<Unit>;
  readonly #moved = new Map<Unit, { readonly unit: Unit; readonly file: CodeFile }>();

  constructor(gone: ReadonlySet<Unit>) {
    this.gone = gone;
  }

  /** Units that are the same in a file's new version. */
  add(file: CodeFile, units: ReadonlyMap<Unit, Unit>): this {
    for (const [old, unit] of units) this.#moved.set(old, { unit, file });
    return this;
  }

  /** The unit as it is now. */
  unit(unit: Unit): Unit {
    return this.#moved.get(unit)?.unit ?? unit;
  }

  /** Something that stands in a unit, with the unit and the file as they are now. */
  at<T extends { readonly file: CodeFile; readonly unit: Unit }>(place: T): T {
    const moved = this.#moved.get(place.unit);
    return moved ? { ...place, ...moved } : place;
  }
}
