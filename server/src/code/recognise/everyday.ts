/**
 * Names that so much code uses that they say nothing of a file: a wrapper of such a name is found by its import, and what is
 * handed on by one is not looked at.
 */
export const everyday: ReadonlySet<string> = new Set([
  'push',
  'set',
  'get',
  'add',
  'on',
  'emit',
  'call',
  'run',
  'then',
  'super',
  'error',
  'warn',
  'info',
  'debug',
  'log',
]);
