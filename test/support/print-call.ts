import type { Payload, SentProperty, SentValue, TrackCall } from '../../server/src/code/track-call.ts';

/**
 * A call on one line: `shop.ts:3 track "Order Completed" {total: number, coupon?: string}`. After the payload: `+ names` that
 * a wrapper adds, `open`, `via` the wrapper, `forwards`; instead of names, why there are none.
 */
export function printCall(call: TrackCall): string {
  const { event, payload } = call;
  const names = event.names.map(name => JSON.stringify(name.value)).join(' | ');
  const parts = [
    `${call.uri.slice(call.uri.lastIndexOf('/') + 1)}:${call.calleeRange.start.line + 1}`,
    call.kind,
    names,
    event.dynamic === undefined ? '' : `(${event.dynamic})`,
    printPayload(payload),
    payload.added.length > 0 ? `+ ${payload.added.join(', ')}` : '',
    payload.open ? 'open' : '',
    call.user ? (call.user.sent ? 'with user' : 'without user') : '',
    call.via ? `via ${call.via.name}` : '',
    call.forwards ? 'forwards' : '',
    call.unfinished ? 'unfinished' : '',
  ];
  return parts.filter(part => part !== '').join(' ');
}

function printPayload({ properties }: Payload): string {
  return properties.length === 0 ? '' : `{${properties.map(printProperty).join(', ')}}`;
}

function printProperty({ name, always, value }: SentProperty): string {
  return `${name}${always ? '' : '?'}: ${printValue(value)}`;
}

function printValue({ types, values, optional, members, items }: SentValue): string {
  const text =
    members && types?.length === 1
      ? printMembers(members)
      : items?.types
        ? `${printValue(items)}[]`
        : values
          ? values.map(value => JSON.stringify(value)).join(' | ')
          : (types?.join(' | ') ?? 'unknown');
  return optional ? `${text} | undefined` : text;
}

function printMembers(payload: Payload): string {
  return printPayload(payload) || 'object';
}
