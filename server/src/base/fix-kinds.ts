/** Where a fix writes. One of `both` changes the plan, and the code that follows it. */
export type FixPlace = 'code' | 'plan' | 'both' | 'config';

/**
 * What fixes do. With the id of a rule a kind names a fix, whatever its title says of the code at hand; `says` is for the
 * documentation, behind "The fix can".
 */
export const fixKinds = {
  'correct-name': { place: 'code', says: 'write the right name of the event, where the name stands' },
  'insert-properties': { place: 'code', says: 'add the properties, with placeholders of their types' },
  'rename-key': { place: 'code', says: 'send the property under the right name' },
  'remove-property': { place: 'code', says: 'send the property no more' },
  'correct-value': { place: 'code', says: 'write another value' },
  'convert-value': { place: 'code', says: 'convert the value to the type' },
  'change-call': { place: 'code', says: 'make it the right kind of call' },
  'correct-comment': { place: 'code', says: 'correct the name of a rule in the comment' },
  'remove-comment': { place: 'code', says: 'remove the comment' },
  'rename-event': { place: 'both', says: 'rename the event in the plan and in the code' },
  'rename-property': { place: 'both', says: 'rename the property in the plan and in the code' },
  'join-events': { place: 'both', says: 'make the events one event with a property, in the plan and in the code' },
  'add-event': { place: 'plan', says: 'add the event to the plan, with the properties that the call sends' },
  'add-property': { place: 'plan', says: 'add the property to the plan' },
  'deprecate-event': { place: 'plan', says: 'deprecate one event in favour of the other' },
  'set-status': { place: 'plan', says: 'set the status of the event' },
  describe: { place: 'plan', says: 'draft a description' },
  'correct-plan': { place: 'plan', says: 'replace the part by what is meant' },
  'correct-config': { place: 'config', says: 'replace the part by what is meant' },
} as const satisfies Readonly<Record<string, { readonly place: FixPlace; readonly says: string }>>;

export type FixKind = keyof typeof fixKinds;
