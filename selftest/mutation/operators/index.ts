import { comparisons } from './comparisons.ts';
import { conditions } from './conditions.ts';
import { literals } from './literals.ts';
import type { Operator } from './operator.ts';
import { returns } from './returns.ts';
import { statements } from './statements.ts';

/** Every kind of slip that is tried. */
export const operators: readonly Operator[] = [conditions, comparisons, literals, returns, statements];
