import { describe } from 'vitest';
import { accuses } from './accused.ts';

describe('answers said wrongly', () => {
  accuses(['status-202', 'job-id-number', 'error-200', 'error-flat']);
});
