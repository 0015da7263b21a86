import picomatch from 'picomatch';
import type { Uri } from '../base/text.ts';
import { relativePath } from '../base/uri.ts';
import type { SourceDefinition, TrackingPlan } from '../plan/plan.ts';

/**
 * The sources of a plan that a code file belongs to by their globs. Empty where the plan does not say: a source without
 * globs claims no file.
 */
export function sourcesOf(plan: TrackingPlan, uri: Uri): readonly SourceDefinition[] {
  let claims = claimsOf.get(plan);
  if (!claims) {
    claims = plan.sources
      .filter(source => source.include.length > 0)
      .map(source => ({ source, claims: matcher(source) }));
    claimsOf.set(plan, claims);
  }
  const path = relativePath(plan.root, uri);
  return claims.filter(({ claims }) => claims(path)).map(({ source }) => source);
}

interface Claim {
  readonly source: SourceDefinition;
  readonly claims: (path: string) => boolean;
}

/** Compiled once for each plan. */
const claimsOf = new WeakMap<TrackingPlan, readonly Claim[]>();

function matcher({ include, exclude }: SourceDefinition): (path: string) => boolean {
  const includes = picomatch([...include], { dot: true });
  const excludes = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  return path => includes(path) && !excludes(path);
}
