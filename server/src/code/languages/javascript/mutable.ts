/** Facts while they are being made: a member that most of them lack is set where it is known. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
