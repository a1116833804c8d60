import { describe } from 'vitest';
import { accuses } from './accused.ts';

describe('sizes and decimals decided wrongly', () => {
  accuses(['accepts-equal', 'maximum-off-by-one', 'decimal-round', 'compare-before-truncate']);
});
