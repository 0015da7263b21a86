import type { Finding } from '../../server/src/base/finding.ts';
import { checkAll } from '../../server/src/rules/check.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { mutationsOf, type MadePlan, type Mutation, type SeenCall } from './mutations.ts';

export interface Product {
  readonly workspace: Workspace;
  readonly uriOf: (file: string) => string;
  readonly planFile: string;
  readonly calls: readonly SeenCall[];
  readonly plan: MadePlan;
  readonly texts: ReadonlyMap<string, string>;
  /** Done after each change of a text, such as asking for types. */
  readonly settle?: (file: string, text: string) => Promise<void>;
}

export interface Outcome {
  readonly tried: number;
  readonly survivors: readonly Mutation[];
  readonly byKind: ReadonlyMap<string, { readonly tried: number; readonly found: number }>;
}

/** Makes things wrong one after the other, at most `limit` of them, and tells which ones nobody noticed. */
export async function survivorsIn(product: Product, limit: number, seed: number): Promise<Outcome> {
  const all = product.calls.flatMap(call => mutationsOf(call, product.plan, product.texts));
  const picked = shuffled(all, seed);
  const before = keys(checkAll(product.workspace.snapshot));
  const survivors: Mutation[] = [];
  const byKind = new Map<string, { tried: number; found: number }>();
  let tried = 0;
  for (const make of picked) {
    if (tried >= limit) break;
    const mutation = make();
    if (!mutation) continue;
    tried++;
    const kind = mutation.what.replace(/"[^"]*"/g, '…');
    const count = byKind.get(kind) ?? { tried: 0, found: 0 };
    const isFound = await isNoticed(product, mutation, before);
    if (!isFound) survivors.push(mutation);
    byKind.set(kind, { tried: count.tried + 1, found: count.found + Number(isFound) });
  }
  return { tried, survivors, byKind };
}

async function isNoticed(product: Product, mutation: Mutation, before: ReadonlySet<string>): Promise<boolean> {
  const { workspace, uriOf, planFile, texts, settle } = product;
  const { plan, code } = mutation;
  const change = async (file: string, text: string): Promise<void> => {
    await workspace.update(uriOf(file), text);
    await settle?.(file, text);
  };
  if (plan) await workspace.update(uriOf(planFile), JSON.stringify(plan));
  if (code) await change(code.file, code.text);
  const found = checkAll(workspace.snapshot).some(
    finding => isAt(finding, mutation, product) && !before.has(keyOf(finding)),
  );
  if (plan) await workspace.update(uriOf(planFile), JSON.stringify(product.plan));
  if (code) await change(code.file, texts.get(code.file) ?? '');
  return found;
}

/** At the call, or at what it is given from elsewhere in its file. */
function isAt({ uri, rule, range }: Finding, { rules, call, code }: Mutation, { uriOf }: Product): boolean {
  if (!rules.includes(rule) || uri !== uriOf(call.file)) return false;
  return code !== undefined || (range.start.line + 1 <= call.endLine && range.end.line + 1 >= call.line);
}

function keys(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(keyOf));
}

function keyOf({ uri, rule, message, range }: Finding): string {
  return [uri, rule, message, range.start.line, range.start.character].join('\n');
}

/** The same order for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const random = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  return items
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
