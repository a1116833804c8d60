import { findContract } from '../../spec/load.ts';

/** The committed contract: what every check is judged with. Apart from the bench, which loads the whole project. */
export const committed = findContract('extend-volume');
export const { contract } = committed;
