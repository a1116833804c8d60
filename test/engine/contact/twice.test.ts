import { expect, test } from 'vitest';
import { withoutTwice } from '../../../engine/contact/twice.ts';

const path = '/v2/{project_id}/cloudvolumes/{volume_id}/action';

test.each([
  ['http://h:1/v2/p1', 'http://h:1'],
  ['http://h/v2', 'http://h'],
  ['https://gate/evs/v2/p1', 'https://gate/evs'],
  ['https://gate/evs/v2/p1/cloudvolumes', 'https://gate/evs'],
  ['https://gate/evs/v2/p1/cloudvolumes/v1/action', 'https://gate/evs'],
])('%s has the beginning of the path already: %s has not', (url, right) => {
  expect(withoutTwice(url, path)).toBe(right);
  expect(withoutTwice(right, path)).toBeUndefined();
});

test.each(['http://h', 'http://h/evs', 'http://h/v2/p1/other', 'http://h/v3/p1', 'http://h/V2/p1'])(
  '%s has none of it',
  (url) => {
    expect(withoutTwice(url, path)).toBeUndefined();
  },
);

test('a parameter alone is like everything, and proves nothing', () => {
  expect(withoutTwice('http://h/evs', '/{project_id}/volumes/{volume_id}')).toBeUndefined();
  expect(withoutTwice('http://h/p1/volumes', '/{project_id}/volumes/{volume_id}')).toBe('http://h');
});
