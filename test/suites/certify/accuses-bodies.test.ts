import { describe } from 'vitest';
import { accuses } from './accused.ts';

describe('bodies and states decided wrongly', () => {
  accuses(['os-extend-optional', 'string-nan', 'in-use-shared-accepted', 'server-unchecked']);
});
