import { sdks } from '../../code/sdks/index.ts';
import type { NamedChoice } from './yaml-question.ts';

/** What plans and configs may call an SDK: its vendor, or its own name. */
export function sdkNames(): readonly NamedChoice[] {
  const vendors = new Set(sdks.map(({ vendor }) => vendor));
  return [
    ...[...vendors].map((name): NamedChoice => ({ name, kind: 'Module', detail: 'every SDK of the vendor' })),
    ...sdks.map(({ id, title }): NamedChoice => ({ name: id, kind: 'Module', detail: title })),
  ];
}
