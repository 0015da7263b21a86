import type { Class, ClassMember } from '../facts.ts';

const byClass = new WeakMap<Class, ReadonlyMap<string, readonly ClassMember[]>>();

/** The members that a class itself declares under a name, in textual order. */
export function membersNamed(cls: Class, name: string): readonly ClassMember[] {
  let members = byClass.get(cls);
  if (!members) byClass.set(cls, (members = indexMembers(cls)));
  return members.get(name) ?? none;
}

function indexMembers({ members }: Class): ReadonlyMap<string, readonly ClassMember[]> {
  const found = new Map<string, ClassMember[]>();
  for (const member of members) {
    const known = found.get(member.name);
    if (known) known.push(member);
    else found.set(member.name, [member]);
  }
  return found;
}

const none: readonly ClassMember[] = [];
