import { ecommerce } from './ecommerce.ts';
import { mobile } from './mobile.ts';
import { saas } from './saas.ts';
import { video } from './video.ts';

/** Plans to begin with, in our own YAML. Everything in them is planned until somebody builds it. */
export const templates = { saas, mobile, ecommerce, video } as const;

export const templateNames = Object.keys(templates);

/** The template of a name that is one of `templateNames`. */
export function templateOf(name: string): string | undefined {
  return Object.entries(templates).find(([each]) => each === name)?.[1];
}
