/**
 * Whether a text has one of JSON Schema's formats; `unchecked` for a format that is not known. Where the standards differ
 * from what products send, the wider reading counts, since a false finding costs more than a missed one.
 */
export function hasFormat(text: string, format: string): boolean | 'unchecked' {
  const check = checks.get(format);
  if (!check || text.length > LONGEST_TEXT) return 'unchecked';
  return check(text);
}

/** The formats that are checked. */
export function knownFormats(): Iterable<string> {
  return checks.keys();
}

const LONGEST_TEXT = 10_000;

/** Every expression here is linear: no two neighbouring loops can take the same character. */
const checks: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['date-time', isDateTime],
  ['date', isDate],
  ['time', isTime],
  [
    'duration',
    text => /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/.test(text),
  ],
  ['email', isEmail],
  ['idn-email', isEmail],
  ['hostname', isHostname],
  ['ipv4', isIpv4],
  ['ipv6', isIpv6],
  ['uri', text => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)],
  ['url', text => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)],
  ['iri', text => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)],
  ['uri-reference', text => /^[^\s<>"{}|\\^`]*$/.test(text)],
  ['uuid', text => /^(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)],
  ['json-pointer', text => /^(?:\/(?:[^~/]|~0|~1)*)*$/.test(text)],
]);

/** RFC 3339: a date and a time with its offset. */
function isDateTime(text: string): boolean {
  const parts = /^([^Tt ]*)[Tt ](.*)$/.exec(text);
  return parts !== null && isDate(parts[1] ?? '') && isTime(parts[2] ?? '');
}

/** A day that the calendar has. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function isTime(text: string): boolean {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):?(\d\d))$/.exec(text);
  if (!parts) return false;
  const [hour, minute, second, offsetHour, offsetMinute] = parts.slice(1).map(part => Number(part || 0));
  // A leap second is the sixtieth.
  return (
    within(hour, 23) && within(minute, 59) && within(second, 60) && within(offsetHour, 23) && within(offsetMinute, 59)
  );
}

function within(value: number | undefined, maximum: number): boolean {
  return value === undefined || value <= maximum;
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return (
    at > 0 && local.length <= 64 && /^(?:"[^"]*"|[^\s@"(),:;<>[\\\]]+)$/.test(local) && isDomain(text.slice(at + 1))
  );
}

/** A host, an address in brackets, or a name in any script. */
function isDomain(text: string): boolean {
  return isHostname(text) || /^\[[^\]\s]+\]$/.test(text) || (/[^\x20-\x7e]/.test(text) && !/[\s@]/.test(text));
}

function isHostname(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  return (
    name.length <= 253 &&
    name.split('.').every(label => label.length <= 63 && /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/i.test(label))
  );
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const zone = text.indexOf('%');
  const address = zone < 0 ? text : text.slice(0, zone);
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.');
  if (embedded && !isIpv4(last)) return false;
  const plain = embedded ? groups.slice(0, -1) : groups;
  const count = plain.length + (embedded ? 2 : 0);
  return plain.every(group => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
