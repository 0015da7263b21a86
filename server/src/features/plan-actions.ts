import { CodeActionKind } from 'vscode-languageserver';
import { nearest } from '../base/closest.ts';
import type { Fix } from '../base/finding.ts';
import { Lines } from '../base/lines.ts';
import type { Range, Uri } from '../base/text.ts';
import { shareProperty } from '../plan/yaml/share-property.ts';
import { deprecationFix, retirementFix } from '../rules/edits/deprecate-event.ts';
import { describeEventFix, describePropertyFix } from '../rules/edits/describe-entry.ts';
import { quote } from '../rules/phrase.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Action } from './action.ts';
import { subjectsAt, type EventSubject, type PropertySubject } from './subject.ts';

/** What helps to write a plan, beyond what its findings call for: at the name of an event or of a property. */
export function planActions(snapshot: Snapshot, uri: Uri, { start }: Range): readonly Action[] {
  if (!snapshot.planFiles.has(uri)) return [];
  const [subject] = subjectsAt(snapshot, uri, start);
  if (subject?.kind === 'event') return aboutEvent(subject, uri);
  return subject?.kind === 'property' ? aboutProperty(subject, snapshot, uri) : [];
}

function aboutEvent({ plan, event }: EventSubject, uri: Uri): readonly Action[] {
  if (event.location.uri !== uri) return [];
  const describing = event.description?.value ? [] : describeEventFix(event, plan);
  if (event.status === 'deprecated' || event.status === 'removed') return rewriting(describing);
  const others = [...plan.events[event.kind].values()].filter(({ status }) => status === 'active');
  const successors = nearest(
    event.name,
    others.map(({ name }) => name),
    mostSuccessors,
  );
  return rewriting([
    ...describing,
    ...retirementFix(event, plan),
    ...successors.flatMap(name => deprecationFix(event, name, plan)),
  ]);
}

const mostSuccessors = 3;

function aboutProperty(subject: PropertySubject, snapshot: Snapshot, uri: Uri): readonly Action[] {
  const { property, plan, owner, path } = subject;
  if (property.location.uri !== uri) return [];
  const describing = property.description || property.ref ? [] : describePropertyFix(property, plan);
  return [...rewriting(describing), ...(owner.kind === 'event' && path.length === 1 ? sharing(subject, snapshot) : [])];
}

function sharing({ plan, property }: PropertySubject, snapshot: Snapshot): readonly Action[] {
  const file = snapshot.planFiles.get(property.location.uri);
  if (file?.format !== 'yaml') return [];
  const offset = new Lines(file.text).offset(property.location.range.start);
  const shared = shareProperty(plan.files, property.name, { file, offset });
  if (!shared) return [];
  const title = `Move ${quote(property.name)} of ${shared.events} events to the shared properties`;
  return [{ title, kind: CodeActionKind.RefactorExtract, edits: () => shared.edits }];
}

function rewriting(fixes: readonly Fix[]): readonly Action[] {
  return fixes.map(({ title, edits }) => ({ title, kind: CodeActionKind.RefactorRewrite, edits: () => edits }));
}
