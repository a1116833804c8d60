import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangeClass } from '../../../spec/diff/change.ts';
import { diffContracts } from '../../../spec/diff/contracts.ts';
import { registers } from '../../../spec/requirements.ts';
import { rackPage } from '../../cli/rack-page.ts';
import { edit, english } from '../derive/page-texts.ts';
import { contractOfPage } from './changes.ts';

type Edit = readonly [from: string | RegExp, to: string];

/** Each of them can be made without the others. */
const edits: Readonly<Record<string, readonly Edit[]>> = {
  [english]: [
    [/> \*\*Notice[^#]*/, '\n'],
    ['map&lt;string, int&gt;', 'Object'],
    ['(32768 GB)', '(data disk: 32768 GB; system disk: 1024 GB)'],
    ['greater than the size so far ~ ', 'up to '],
    [/<p>Where a request gives a decimal.*\n/, ''],
    [' (pay-per-use, not prepaid for a period)', ''],
    ['`PAUSED`, `SUSPENDED` or `SHUTOFF`', '`PAUSED` or `SUSPENDED`'],
    [/.*A shared volume cannot.*\n/, ''],
    [/200\n\n## Error/, '202\n\n## Error'],
    [/job_id/g, 'task_id'],
    [/new_size/g, 'size'],
    [/"code"/g, '"codes"'],
  ],
  [rackPage]: [
    ['1 to 48', '1 to 60'],
    ['64 bytes', '32 bytes'],
    ['| name | String | No |', '| name | String | Yes |'],
    ['| size | Integer |', '| size | Boolean |'],
    ['| size |', '| height | Integer | No | The height. |\n  | size |'],
    ['| id | String | The rack. |', '| id | String | The rack. |\n  | label | String | The label. |'],
    ['  202', '  200'],
  ],
};

/** A page with some of its edits made. */
const pairs = fc
  .constantFrom(english, rackPage)
  .chain((page) =>
    fc.tuple(...[0, 1].map(() => fc.subarray([...(edits[page] ?? [])]).map((some) => edited(page, some)))),
  );

function edited(page: string, some: readonly Edit[]): string {
  return some.reduce((text, [from, to]) => edit(text, from, to), page);
}

const MIRRORED: Readonly<Partial<Record<ChangeClass, ChangeClass>>> = {
  tightening: 'loosening',
  loosening: 'tightening',
};

test('the other way round, what was tightened is loosened, whose ever verdict it is; nothing changed to itself', () => {
  fc.assert(
    fc.property(pairs, ([before = '', after = '']) => {
      const [one, other] = [contractOfPage(before), contractOfPage(after)];
      const register = registers['extend-volume'];
      const lines = (from: typeof one, to: typeof one, mirror: typeof MIRRORED) =>
        diffContracts(from, to, register)
          .map((each) => [mirror[each.class] ?? each.class, each.requirements.join(' ')].join(' '))
          .toSorted();
      expect(diffContracts(one, one, register)).toEqual([]);
      expect(lines(other, one, MIRRORED)).toEqual(lines(one, other, {}));
    }),
    { seed: 1, numRuns: 40 },
  );
});
