import fc from 'fast-check';

/**
 * One seed for the properties of our tests, so that a run fails or passes on every machine alike. `FC_SEED` gives another
 * one: that is how to look for what the usual cases do not show.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20_260_101) });
