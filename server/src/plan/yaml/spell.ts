/**
 * A name or value as it must be written in place of `oldText`: in the same quotes, or plain where the old one was plain
 * and YAML reads the new one as the same text.
 */
export function spell(oldText: string, value: string): string {
  if (oldText.startsWith('"')) return JSON.stringify(value);
  if (oldText.startsWith("'")) return quote(value);
  return plain(value);
}

/** Without quotes if YAML then still reads exactly this text, in a block as well as in braces. */
export function plain(value: string): string {
  return isPlainSafe(value) ? value : quote(value);
}

/** In single quotes; in double quotes where a character needs an escape. */
function quote(value: string): string {
  return /[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(value.replace(surrogatePairs, ''))
    ? JSON.stringify(value)
    : `'${value.replaceAll("'", "''")}'`;
}

const surrogatePairs = /[\ud800-\udbff][\udc00-\udfff]/g;

function isPlainSafe(value: string): boolean {
  // Begins with no indicator, holds neither `: ` nor ` #` nor a flow indicator, and ends in neither a blank nor a colon.
  if (!/^[^\s\-?:,[\]{}#&*!|>'"%@`][^,[\]{}]*$/.test(value)) return false;
  if (/[\s:]$|: |\s#|[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(value)) return false;
  // What YAML 1.2, or a reader of YAML 1.1, takes for something else than text.
  if (/^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|\.inf|\.nan)$/i.test(value)) return false;
  return !/^[-+.]?\d/.test(value) && !/^\.{3}/.test(value);
}
