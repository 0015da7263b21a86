import type { Finding } from '../base/finding.ts';
import type { Uri } from '../base/text.ts';
import type { TrackCall } from '../code/track-call.ts';
import { check, checkShown } from '../rules/check.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/**
 * The findings of a file with their fixes. They are computed once for each snapshot, since actions and completions ask for the
 * same ones. A rule that fails is told to `log`.
 */
export function findingsOf(snapshot: Snapshot, uri: Uri, log?: (message: string) => void): readonly Finding[] {
  return once(repairable, snapshot, uri, () => check(uri, snapshot, log));
}

/** The same without fixes, for what is shown while somebody types. */
export function shownFindings(snapshot: Snapshot, uri: Uri, log?: (message: string) => void): readonly Finding[] {
  return once(shown, snapshot, uri, () => checkShown(uri, snapshot, log));
}

/**
 * The same for what is only counted. They are kept from one snapshot to the next where nothing has changed that the
 * findings of a code file rest on.
 */
export function countedFindings(snapshot: Snapshot, uri: Uri): readonly Finding[] {
  const calls = snapshot.calls(uri);
  const rests = [
    ...[snapshot.planFor(uri), snapshot.configFor(uri), snapshot.codeFiles.get(uri)],
    ...[snapshot.isComplete, snapshot.today],
  ];
  const old = counted.get(calls);
  if (old?.rests.every((each, at) => each === rests[at])) return old.findings;
  const findings = shownFindings(snapshot, uri);
  counted.set(calls, { rests, findings });
  return findings;
}

/** By the list of a file's calls, which is the same for as long as neither they nor what they lead to has changed. */
const counted = new WeakMap<
  readonly TrackCall[],
  { readonly rests: readonly unknown[]; readonly findings: readonly Finding[] }
>();

type BySnapshot = WeakMap<Snapshot, Map<Uri, readonly Finding[]>>;

/** A snapshot never changes, and takes what was computed of it along when it goes. */
const repairable: BySnapshot = new WeakMap();
const shown: BySnapshot = new WeakMap();

function once(known: BySnapshot, snapshot: Snapshot, uri: Uri, find: () => readonly Finding[]): readonly Finding[] {
  let files = known.get(snapshot);
  if (!files) known.set(snapshot, (files = new Map<Uri, readonly Finding[]>()));
  let findings = files.get(uri);
  if (!findings) files.set(uri, (findings = find()));
  return findings;
}
