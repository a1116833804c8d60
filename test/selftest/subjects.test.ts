import { expect, test } from 'vitest';
import { subjectOf, subjects } from '../../selftest/subjects.ts';

test('each subject has a name of its own, by which it is found', () => {
  for (const subject of subjects) expect(subjectOf(subject.id)).toBe(subject);
});
