/** The manifest's, put in by `build.mjs`. */
declare const TRACKLINT_VERSION: string;

export const version = TRACKLINT_VERSION;
