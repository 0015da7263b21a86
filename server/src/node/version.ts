/** The manifest's, put in by `build.mjs`. */
declare const TRACKLINT_VERSION: string;

export const version = TRACKLINT_VERSION;

/** Of everything that what is kept on disk rests on; put in by `build.mjs`. */
declare const TRACKLINT_READERS: string;

export const readersVersion = TRACKLINT_READERS;
