import type { Binding, Call, Class, ClassMember, Expr, Fn, Name, Param, Write } from '../facts.ts';

/** A fact while it is being built. */
type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

export type BindingDraft = Draft<Omit<Binding, 'writes'>> & { writes: Write[] };
export type FnDraft = Draft<Omit<Fn, 'params' | 'returns'>> & { params: Draft<Param>[]; returns: Expr[] };
export type MemberDraft = Draft<Omit<ClassMember, 'writes'>> & { writes: Write[] };
export type ClassDraft = Draft<Omit<Class, 'members' | 'extends'>> & { members: MemberDraft[]; extends: Expr[] };
export type CallDraft = Draft<Call>;
export type NameDraft = Draft<Name>;
export type ParamDraft = Draft<Param>;

/** A region of names. Functions and blocks know what was declared above; modules and classes know all their names. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'block';
  readonly parent: Scope | undefined;
  readonly cls: number;
  readonly fn: number;
  /** How many branches, loops and inner functions surround it. */
  readonly flow: number;
  names: Map<string, number> | undefined;
  /** Assignments in it reach variables of the function around it (Ruby's blocks). */
  open?: true;
  /** For a lambda without written parameters: the name of its only one (`it`, `$0`), declared when it is used. */
  implicit?: ImplicitParameters;
}

export interface ImplicitParameters {
  readonly names: readonly string[];
  readonly at: number;
}
