import type { VisitorObject } from 'oxc-parser';

/** One way to slip: the handlers call `edit` with what would stand in the place of a stretch of the source. */
export type Operator = (text: string, edit: (start: number, end: number, now: string) => void) => VisitorObject;
