/** Names of methods that so much code calls that they say nothing of a file; a wrapper of such a name is found by its import. */
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
]);

/** Names of values that so much code hands on that what is handed on by one is not looked at. */
export const handedEverywhere: ReadonlySet<string> = new Set([...everyday, 'error', 'warn', 'info', 'debug', 'log']);

/** What trackers are called. Whatever else one is called on (`props`, `client`) is handed on too often to look at each time. */
export const soundsLikeTracker =
  /analytic|track|telemetry|insight|metric|segment|mixpanel|posthog|amplitude|rudder|event|stats/i;
