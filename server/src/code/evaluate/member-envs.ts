import type { Class } from '../facts.ts';
import type { Alternative, ClassValue, Env, InstanceValue, Value } from './value.ts';

/**
 * Where the members of a class and of its instances are evaluated. Whoever reads a member of the same thing is given the same
 * environment, so that what was found out there is not found out again.
 */
export class MemberEnvs {
  readonly #module: Env;
  #byBase = new WeakMap<Env, WeakMap<Class, SelfEnvs>>();

  constructor(module: Env) {
    this.#module = module;
  }

  /** The environment of the members that `of` declares, where `self` is what is read from and `frame` made it. */
  of(of: ClassValue, self: Value, frame: Env | undefined): Env {
    const base = frame ?? (of.env.unit ? of.env : this.#module);
    const [only, more] = self;
    const key = only && !more ? identityOf(only) : undefined;
    if (!key || (only?.v !== 'class' && only?.v !== 'instance')) return envFrom(base, self, frame);
    let classes = this.#byBase.get(base);
    if (!classes) this.#byBase.set(base, (classes = new WeakMap<Class, SelfEnvs>()));
    let selves = classes.get(of.cls);
    if (!selves) classes.set(of.cls, (selves = { class: new WeakMap(), instance: new WeakMap() }));
    const kind = only.v === 'class' ? 'class' : 'instance';
    let env = selves[kind].get(key);
    if (!env) selves[kind].set(key, (env = envFrom(base, [withoutUse(only)], frame)));
    return env;
  }

  forget(): void {
    this.#byBase = new WeakMap<Env, WeakMap<Class, SelfEnvs>>();
  }
}

interface SelfEnvs {
  readonly class: WeakMap<object, Env>;
  readonly instance: WeakMap<object, Env>;
}

function envFrom(base: Env, self: Value, frame: Env | undefined): Env {
  return { ...base, self, memo: new Map(), ...(frame && { outer: frame }) };
}

/** What two alternatives share that are the same class, or instances of which the same is known. */
function identityOf(self: Alternative): object | undefined {
  if (self.v === 'class') return self.cls;
  if (self.v !== 'instance' || self.constant !== undefined || self.fields) return undefined;
  return self.frame ?? self.of.cls;
}

/** Through which expression it was read differs from reader to reader. */
function withoutUse(self: ClassValue | InstanceValue): Alternative {
  if (self.v === 'class') {
    const { v, file, unit, cls, env } = self;
    return { v, file, unit, cls, env };
  }
  const { v, of, frame } = self;
  return { v, of, ...(frame && { frame }) };
}
