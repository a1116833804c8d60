import { describe } from 'vitest';
import { accuses } from './accused.ts';

describe('what no page speaks of, met with a failure of its own', () => {
  accuses([
    'nul-500',
    'surrogate-500',
    'tiny-number-500',
    'charset-500',
    'no-media-type-500',
    'grouped-text-cut',
    'token-in-query',
    'denial-html',
    'method-without-allow',
    'job-shown-to-all',
    'unknown-job-500',
  ]);
});
