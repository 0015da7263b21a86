import type { FunctionSpec } from '../code/recognise/configured.ts';
import type { Locator } from '../code/sdk.ts';
import type { ConfiguredFunction } from './config.ts';

/** A configured function in the form in which calls are compared with it. */
export function functionSpec(item: ConfiguredFunction): FunctionSpec {
  const inCallee = item.event === 'callee';
  return {
    callee: item.callee.value.split('.'),
    kind: item.kind,
    ...(item.event !== undefined && !inCallee && { event: locatorOf(item.event) }),
    ...(inCallee && { eventInCallee: true as const }),
    ...(item.name !== undefined && { name: item.name }),
    ...(item.properties !== undefined && { properties: locatorOf(item.properties) }),
    ...(item.user !== undefined && { user: locatorOf(item.user) }),
    ...(item.also !== undefined && { also: locatorOf(item.also) }),
    separator: item.separator ?? ':',
    transform: item.transform,
    prefix: item.prefix ?? '',
    suffix: item.suffix ?? '',
    adds: item.adds,
    open: item.open,
  };
}

/** `0`, `0.event`, `eventName` (a keyword argument), `options.event`. */
export function locatorOf(text: string): Locator {
  const [head = '', ...path] = text.split('.');
  return /^\d+$/.test(head) ? { arg: Number(head), path } : { keyword: head, path };
}
