import { describe } from 'vitest';
import { accuses } from './accused.ts';

describe('effects that are wrong', () => {
  accuses(['success-without-effect', 'increment', 'job-stuck']);
});
