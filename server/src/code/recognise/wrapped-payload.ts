import { isJavaScript } from '../language-families.ts';
import type { FunctionValue } from '../evaluate/value.ts';
import type { Payload } from '../track-call.ts';
import type { CallSite } from './call-site.ts';
import { insideObject } from './payload.ts';
import { offsetIn } from '../unit-places.ts';
import { rangeOf } from './places.ts';

/**
 * Where a wrapper's caller writes the payload, where the wrapper does not just pass it on but spreads it into its own: the
 * object among the arguments that the sent keys stand in, or an empty one. Where none is written, the wrapper's last
 * parameter, if that is all that the call leaves out. Empty where it is not plain.
 */
export function wrappedPayload(
  payload: Payload,
  via: FunctionValue,
  site: CallSite,
): Pick<Payload, 'range' | 'insertion'> {
  const { file, unit, call } = site;
  const objects = call.args.map(({ value }) => value).filter(value => value.k === 'object');
  const keys = payload.properties.filter(({ key }) => key.uri === file.uri).map(({ key }) => key.range.start);
  const holding = objects.find(({ at, end }) =>
    keys.some(key => {
      const offset = file.lines.offset(key);
      return offset >= offsetIn(unit, at) && offset < offsetIn(unit, end);
    }),
  );
  const [only, ...others] = objects;
  const object = holding ?? (only?.entries.length === 0 && others.length === 0 ? only : undefined);
  if (object) {
    const { at, end } = object;
    const inside = insideObject(object, site);
    return { range: rangeOf({ file, unit, at, end }), ...(inside && { insertion: inside }) };
  }
  const params = via.unit.functions[via.fn]?.params ?? [];
  const left = params[call.args.length];
  if (call.args.length === 0 || params.length !== call.args.length + 1 || left?.rest || left?.type?.t === 'function')
    return {};
  // Where labels are written, the parameter's would be needed.
  if (!isJavaScript(file.language) && (left?.name !== undefined || call.unfinished)) return {};
  const last = call.args.at(-1);
  const at = offsetIn(unit, last?.value.end ?? call.argsAt);
  const insertion = {
    uri: file.uri,
    range: file.lines.range(at, at),
    kind: 'argument',
    before: ', ',
    after: '',
  } as const;
  return objects.length === 0 && payload.properties.length === 0 ? { insertion } : {};
}
