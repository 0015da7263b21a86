import type { TrackingPlan } from '../plan.ts';
import type { Carried } from './losses.ts';

/** A file to be written, by its path below the folder of the export. */
export interface ExportedFile {
  readonly path: string;
  readonly text: string;
}

/** A form that a plan can be given to others in. */
export interface Exporter {
  readonly id: string;
  /** For the help: what comes out. */
  readonly title: string;
  /** Whether it is a folder of files, and not one. */
  readonly isFolder: boolean;
  /** What of a plan it can say beside events, their properties and descriptions. */
  readonly carries: ReadonlySet<Carried>;
  write(plan: TrackingPlan): readonly ExportedFile[];
}
