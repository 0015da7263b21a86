import type { Snapshot } from '../workspace/snapshot.ts';
import type { Status, UnsavedStatus } from './protocol.ts';

/** What has been read and what has not, as an editor shows it. */
export function statusOf(snapshot: Snapshot, types: string, unsaved?: UnsavedStatus): Status {
  let calls = 0;
  let dynamic = 0;
  // They are counted once all are known.
  for (const call of snapshot.isComplete ? snapshot.allCalls() : []) {
    if (call.forwards) continue;
    calls++;
    if (call.event.dynamic !== undefined) dynamic++;
  }
  const { files, parsed, skipped } = snapshot.counts;
  return {
    state: snapshot.isComplete ? 'ready' : 'indexing',
    plans: snapshot.plans.map(plan => ({
      name: plan.name,
      uri: plan.files[0]?.uri ?? plan.root,
      files: plan.files.length,
      events: Object.values(plan.events).reduce((sum, byName) => sum + byName.size, 0),
    })),
    files,
    parsed,
    skipped,
    calls,
    dynamic,
    ...(unsaved && { unsaved }),
    types,
  };
}
