/**
 * Events that vendors send or reserve under their own names: PostHog's and Mixpanel's begin with `$`, Amplitude's with
 * `[Amplitude]`, and Google Tag Manager's own with `gtm.`. No plan lists them.
 */
export function isVendorEvent(name: string, sdk: string): boolean {
  return (
    name.startsWith('[Amplitude]') || (name.startsWith('$') && !sdk.startsWith('segment')) || name.startsWith('gtm.')
  );
}
