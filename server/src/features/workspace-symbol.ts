import { SymbolKind, SymbolTag, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { EventDefinition, TrackingPlan } from '../plan/plan.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { matchScore } from './match-score.ts';

/** The events of all plans by name. The characters of the query may stand apart: `orcom` finds `Order Completed`. */
export function workspaceSymbol(snapshot: Snapshot, { query }: WorkspaceSymbolParams): SymbolInformation[] {
  const found = snapshot.plans.flatMap(plan =>
    Object.values(plan.events).flatMap(byName =>
      [...byName.values()].flatMap(event => {
        const score = query === '' ? 0 : matchScore(query, event.name);
        return score === undefined ? [] : [{ plan, event, score }];
      }),
    ),
  );
  found.sort((a, b) => b.score - a.score);
  return found.slice(0, shown).map(({ plan, event }) => symbol(plan, event));
}

/** More than anybody reads; a plan may hold ten thousand. */
const shown = 200;

function symbol(plan: TrackingPlan, { name, kind, status, location }: EventDefinition): SymbolInformation {
  return {
    name,
    kind: SymbolKind.Event,
    location,
    containerName: kind === 'track' ? plan.name : `${plan.name}, ${kind}`,
    ...(status === 'deprecated' && { tags: [SymbolTag.Deprecated] }),
  };
}
