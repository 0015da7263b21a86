import type { PlanTreeEvent } from '../../../server/src/lsp/protocol.ts';

/**
 * Whether an event fits a filter: every word of it stands in the name, owner, source or status; `@problem` and `@unsent` ask
 * for events with findings in their calls, and for those that no call sends though one should.
 */
export function fits(event: PlanTreeEvent, filter: string): boolean {
  const { name, owner = '', sources, status, isExpected, calls, problems } = event;
  const text = [name, owner, ...sources, status].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every(word => {
      if (word === '@problem') return problems > 0;
      if (word === '@unsent') return isExpected && calls === 0;
      return text.includes(word);
    });
}
