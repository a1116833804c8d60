import { cinder } from './cinder.ts';
import { cloud } from './cloud.ts';

/** Every dialect, by the id of its contract. */
export const dialects = { ...cloud, ...cinder };

export type DialectId = keyof typeof dialects;

export const dialectIds = Object.keys(dialects) as readonly DialectId[];

/** Whether there is a dialect with this id. */
export const isDialectId = (id: string): id is DialectId => Object.hasOwn(dialects, id);
