import type { Finding } from '../base/finding.ts';
import type { Uri } from '../base/text.ts';
import { check } from '../rules/check.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * The findings of a file. They are computed once for each snapshot, since lenses, actions and diagnostics ask for the
 * same ones. A rule that fails is told to `log`.
 */
export function findingsOf(snapshot: Snapshot, uri: Uri, log?: (message: string) => void): readonly Finding[] {
  let files = known.get(snapshot);
  if (!files) known.set(snapshot, (files = new Map<Uri, readonly Finding[]>()));
  let findings = files.get(uri);
  if (!findings) files.set(uri, (findings = check(uri, snapshot, log)));
  return findings;
}

/** A snapshot never changes, and takes what was computed of it along when it goes. */
const known = new WeakMap<Snapshot, Map<Uri, readonly Finding[]>>();
