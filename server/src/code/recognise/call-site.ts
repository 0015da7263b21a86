import type { Range } from '../../base/text.ts';
import type { Place } from '../evaluate/value.ts';
import type { Call, CodeFile, Unit } from '../facts.ts';

/** The call that is reported: places outside it are shown at the argument through which they came. */
export interface CallSite {
  readonly file: CodeFile;
  readonly unit: Unit;
  readonly call: Call;
  /** The callee's last name: where a finding stands that has no better place. */
  readonly fallback: Range;
}

export function placeOfCall({ file, unit, call }: CallSite): Place {
  return { file, unit, at: call.at, end: call.end };
}
