import { charset } from './charset.ts';
import { count } from './count.ts';
import { defaults } from './default.ts';
import { flags } from './flags.ts';
import { format } from './format.ts';
import type { ClauseReader } from './kind.ts';
import { length } from './length.ts';
import { range } from './range.ts';
import { relative } from './relative.ts';
import { truncation } from './truncation.ts';
import { values } from './values.ts';

/** All readers of clauses. If several read a clause, the one that reads most of it wins, then the first. */
export const CLAUSE_READERS: readonly ClauseReader[] = [
  ...truncation,
  ...relative,
  ...defaults,
  ...length,
  ...range,
  ...count,
  ...charset,
  ...flags,
  ...format,
  ...values,
];
