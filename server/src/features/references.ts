import type { ReferenceParams } from 'vscode-languageserver';
import type { Location } from '../base/text.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { propertyAt } from './payload-owner.ts';
import { subjectsAt, type Subject } from './subject.ts';
import { inOrder, keyUses, listedAt, mentionsOf, nameUses, takersOf, valueUses } from './uses.ts';

/** Every place in code and plan that uses what is under the cursor; with its definition where the editor asks for it. */
export function references(snapshot: Snapshot, { textDocument, position, context }: ReferenceParams): Location[] {
  const subjects = subjectsAt(snapshot, textDocument.uri, position);
  const definitions = context.includeDeclaration ? subjects.flatMap(definitionsOf) : [];
  return [...inOrder([...definitions, ...subjects.flatMap(subject => usesOf(snapshot, subject))])];
}

/** Where the plan defines a subject. A value of a shared list is defined in the shared property. */
export function definitionsOf(subject: Subject): readonly Location[] {
  switch (subject.kind) {
    case 'event':
      return [subject.event.location];
    case 'property':
      return [subject.property.location];
    case 'value':
      return valuePlaces(subject);
    default:
      return [subject.definition.location];
  }
}

/** The uses of a subject without its definition: in calls, in the constants that calls take names from, and in the plan. */
export function usesOf(snapshot: Snapshot, subject: Subject): readonly Location[] {
  const { plan } = subject;
  switch (subject.kind) {
    case 'event':
      return [
        ...mentionsOf(plan, subject.event),
        ...nameUses(snapshot, plan, subject.event).flatMap(({ call, name }) => [
          { uri: call.uri, range: name.range },
          ...(name.literal ? [name.literal] : []),
        ]),
      ].map(toLocation);
    case 'property': {
      const takers = subject.owner.kind === 'shared' ? takersOf(plan, subject.path[0] ?? '') : [];
      const refs = takers.flatMap(({ property }) =>
        property.ref ? [{ uri: property.location.uri, range: property.ref.range }] : [],
      );
      const keys = keyUses(snapshot, subject).flatMap(({ call, sent }) => [
        { uri: call.uri, range: sent.range },
        sent.key,
      ]);
      return [...refs, ...keys].map(toLocation);
    }
    case 'value':
      return valueUses(snapshot, subject).flatMap(({ call, sent }) => [
        { uri: call.uri, range: sent.range },
        ...(sent.literal ? [toLocation(sent.literal)] : []),
      ]);
    case 'source':
      return plan.files.flatMap(file =>
        file.events.flatMap(event =>
          (event.sources ?? [])
            .filter(({ value }) => value === subject.definition.name)
            .map(({ range }) => ({ uri: file.uri, range })),
        ),
      );
    case 'metric':
    case 'funnel':
    case 'destination':
    case 'word':
      return [];
  }
}

function valuePlaces({ plan, property, owner, path, value }: Extract<Subject, { kind: 'value' }>): readonly Location[] {
  const home = property.ref ? plan.shared.get(property.ref.value) : propertyAt(owner, path);
  const uri = (home ?? property).location.uri;
  return listedAt(home ?? property, value).map(({ range }) => ({ uri, range }));
}

function toLocation({ uri, range }: Location): Location {
  return { uri, range };
}
