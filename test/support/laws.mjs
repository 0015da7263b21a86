/**
 * Gives the laws (fast-check) the same examples in every whole run, so that a change is judged by itself and not by chance;
 * `SEED=<number>` gives others. A test file that is run alone tries new ones each time.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 1) });
