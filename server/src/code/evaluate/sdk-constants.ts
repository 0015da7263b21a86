import { joinWords, splitWords } from '../../base/words.ts';
import type { Sdk } from '../sdk.ts';
import { scalar, type Value } from './value.ts';

/** Something of an SDK by its path; a constant of the SDK is the text that it stands for. */
export function sdkMember(sdk: Sdk, path: readonly string[]): Value {
  const text = sdk.constants && textOf(sdk.constants, path.join('.'));
  return text === undefined ? [{ v: 'sdk', sdk, path }] : scalar(text);
}

/** Whether a name that stands alone is a constant of an SDK. */
export function isConstantOf({ constants }: Sdk, name: string): boolean {
  return constants !== undefined && textOf(constants, name) !== undefined;
}

/** Classes that stand between a package of an SDK and an imported name: `Event` of `….FirebaseAnalytics.Event.LOGIN`. */
export function classesIn(module: string): readonly string[] {
  return module.split('.').filter(part => /^[A-Z]/.test(part));
}

function textOf({ pattern, others }: NonNullable<Sdk['constants']>, path: string): string | undefined {
  const name = pattern.exec(path)?.[1];
  if (name === undefined) return undefined;
  const words = splitWords(name).map(({ text }) => text);
  return others?.[name] ?? joinWords(words, 'snake_case');
}
