import type { VisitorObject } from 'oxc-parser';

/** One kind of slip: the handlers call `edit` with the replacement of a part of the source. */
export type Operator = (text: string, edit: (start: number, end: number, now: string) => void) => VisitorObject;
