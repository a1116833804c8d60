import type { Rules } from '../rules.ts';
import { access } from './access.ts';
import { checks } from './checks.ts';
import { deletions } from './deletions.ts';
import { jobs } from './jobs.ts';
import { reading } from './reading.ts';
import { views } from './views.ts';

/** The service as its pages describe it. */
export const conforming: Rules = { ...access, ...reading, ...checks, ...jobs, ...views, ...deletions };
