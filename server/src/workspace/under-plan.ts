import type { TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from './snapshot.ts';

/** The same code under another plan, in place of one that the workspace has or, without it, of any. */
export function underPlan(snapshot: Snapshot, plan: TrackingPlan, replaced?: TrackingPlan): Snapshot {
  return {
    today: snapshot.today,
    isComplete: snapshot.isComplete,
    plans: [...snapshot.plans.filter(each => each !== replaced), plan],
    planFiles: snapshot.planFiles,
    codeFiles: snapshot.codeFiles,
    counts: snapshot.counts,
    configs: snapshot.configs,
    planFor(uri) {
      const own = snapshot.planFor(uri);
      return !replaced || own === replaced ? plan : own;
    },
    configFor: uri => snapshot.configFor(uri),
    includes: uri => snapshot.includes(uri),
    configFile: uri => snapshot.configFile(uri),
    text: uri => snapshot.text(uri),
    calls: uri => snapshot.calls(uri),
    allCalls: () => snapshot.allCalls(),
    callsTo: (of, event) => snapshot.callsTo(of === plan ? (replaced ?? of) : of, event),
    callsOf: (of, kind) => snapshot.callsOf(of === plan ? (replaced ?? of) : of, kind),
  };
}
