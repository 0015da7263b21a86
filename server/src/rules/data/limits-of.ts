import type { DestinationLimits, TrackingPlan } from '../../plan/plan.ts';
import type { Config } from '../../workspace/config.ts';
import { perPlan } from '../per-plan.ts';
import { destinationProfiles, type DestinationProfile } from './destinations.ts';

/** A destination of the plan with the limits that hold there: what config and plan write goes before what is built in. */
export interface Destination {
  readonly title: string;
  readonly limits: DestinationLimits;
  readonly profile: DestinationProfile | undefined;
}

/** The destinations that a plan's events go to, with what is known of their limits. */
export function destinationsOf(plan: TrackingPlan, config: Config): readonly Destination[] {
  const known = byConfig(plan);
  let destinations = known.get(config);
  if (!destinations) known.set(config, (destinations = compute(plan, config)));
  return destinations;
}

const byConfig = perPlan(() => new WeakMap<Config, readonly Destination[]>());

function compute(plan: TrackingPlan, config: Config): readonly Destination[] {
  return plan.destinations.map(({ name, limits }) => {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    const profile = destinationProfiles.find(({ names }) => names.includes(plain));
    return {
      title: profile?.title ?? name,
      limits: { ...profile?.limits, ...limits, ...config.destinations.get(name) },
      profile,
    };
  });
}
