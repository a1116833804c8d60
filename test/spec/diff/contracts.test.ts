import { describe, expect, test } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { canChangeVerdict } from '../../../spec/diff/change.ts';
import { diffContracts } from '../../../spec/diff/contracts.ts';
import { type Requirement, registers } from '../../../spec/requirements.ts';
import { rackPage } from '../../cli/rack-page.ts';
import { edit, english, ownPage, ownPages } from '../derive/page-texts.ts';
import { changesOf, contractOfPage } from './changes.ts';

/** Without what a page's lines and words come to, which is a change of every edit. */
const ofTheWire = (lines: readonly string[]): readonly string[] => lines.filter((line) => !/\| page \|/.test(line));

const declared: readonly (readonly [string, Requirement])[] = Object.entries(registers['extend-volume'].requirements);

/** The requirements that have one of these ids, or declare one of these facts of the page, or rest on one of these parts. */
const declaring = (...words: readonly string[]): string =>
  declared
    .filter(([id, { facts, rests = [] }]) =>
      words.some((word) => id === word || facts.includes(word) || rests.some((one) => one === word)),
    )
    .map(([id]) => id)
    .join(' ');

const ofSize = declaring('request.size', 'size.range', 'size.decimals', 'body.numeric-string');
const ofJob = declaring('job');

test('a requirement that is declared to be about the size, its fraction or the job is one of those', () => {
  expect(ofSize.split(' ')).toEqual(expect.arrayContaining(['size.greater', 'decimal.spelling']));
  expect(ofJob.split(' ')).toEqual(expect.arrayContaining(['response.job-id', 'job.truthful']));
});

describe('the extend page, with one thing changed', () => {
  test.each<readonly [string, string | RegExp, string, readonly string[]]>([
    ['an anchor', 'row53934008', 'row1', []],
    ['words of types', '<td>int</td>', '<td>Integer</td>', ['vocabulary | request.size | type int → integer | ']],
    [
      'a map that is called an object',
      'map&lt;string, int&gt;',
      'Object',
      ['wire-neutral | request.action | type map<string, int> → object | '],
    ],
    ['the notice', /> \*\*Notice[^#]*/, '\n', ['metadata | notice.deprecated | not stated any more | ']],
    [
      'a bound of one kind of volume',
      '(32768 GB)',
      '(data disk: 32768 GB; system disk: 1024 GB)',
      [
        'tightening | request /os-extend/new_size | maximum 32768 → 1024 for system disk (a case: no verdict of another one changes) | size.greater size.maximum size.over-maximum decimal.accepted decimal.upper-bound',
        'vocabulary | request /os-extend/new_size | says for data disk a rule that holds anyway | ',
      ],
    ],
    [
      'a smaller maximum',
      '32768',
      '1000',
      [
        'tightening | request /os-extend/new_size | maximum 32768 → 1000 | size.greater size.maximum size.over-maximum decimal.accepted decimal.upper-bound',
      ],
    ],
    [
      'the lower bound',
      'greater than the size so far ~ the largest size of a volume (32768 GB)',
      'at most 32768',
      [
        "loosening | request /os-extend/new_size | more than the volume's size: MUST → open | size.greater size.not-greater decimal.lower-bound",
      ],
    ],
    [
      'what becomes of decimals',
      /<p>Where a request gives a decimal.*\n/,
      '',
      [`loosening | request /os-extend/new_size | truncate: not said any more | ${declaring('truncation')}`],
    ],
    [
      'the kind of billing',
      ' (pay-per-use, not prepaid for a period)',
      '',
      ['loosening | parameter.volume | billing pay-per-use → none | meta.billing-mode'],
    ],
    [
      'one status of a server less',
      '`PAUSED`, `SUSPENDED` or `SHUTOFF`',
      '`PAUSED` or `SUSPENDED`',
      [
        'tightening | volume.servers where volume.status always "in-use" | no longer one of its values: SHUTOFF | state.in-use state.server-status',
      ],
    ],
    [
      'a rule of a state',
      /.*A shared volume cannot.*\n/,
      '',
      [
        'loosening | volume.multiattach where volume.status always "in-use" | may be anything now; before, it had to be always false | state.available-shared state.in-use-shared',
      ],
    ],
    [
      'the status of a success',
      /200\n\n## Error/,
      '202\n\n## Error',
      [`breaking | answer | status 200 → 202 | ${declaring('response.success-status')}`],
    ],
    [
      'the name of the size',
      /new_size/g,
      'size',
      [
        `breaking | request /os-extend/new_size | gone: required, integer, at most 32768 | ${ofSize}`,
        `breaking | request /os-extend/size | new: required, integer, at most 32768 | ${ofSize}`,
        'metadata | samples | of request: 1 → 1, not the same | ',
      ],
    ],
    [
      'the name of the job',
      /job_id/g,
      'task_id',
      [
        `breaking | answer /job_id | gone: required, string | ${ofJob}`,
        `breaking | answer /task_id | new: required, string | ${ofJob}`,
        'metadata | samples | of success: 1 → 1, not the same | ',
      ],
    ],
    [
      'the name of a parameter',
      /volume(\\?_)id/g,
      'disk$1id',
      [
        'vocabulary | path | its parameter volume_id is called disk_id | ',
        'vocabulary | parameter.volume | name volume_id → disk_id | ',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(ofTheWire(changesOf(english, edit(english, from, to)))).toEqual(expected);
  });
});

test('what changed matters most first', () => {
  const edited = edit(edit(english, /200\n\n## Error/, '202\n\n## Error'), '32768', '1000');
  const classes = changesOf(english, edited).map((line) => line.split(' ')[0]);
  expect(classes).toEqual(['breaking', 'tightening', 'vocabulary']);
});

describe('a page that no suite certifies', () => {
  test.each<readonly [string, string, string, readonly string[]]>([
    ['a bound', '1 to 48', '1 to 60', ['loosening | request /size | maximum 48 → 60 | request.range']],
    ['a length', '64 bytes', '32 bytes', ['tightening | request /name | maxBytes 64 → 32 | request.length']],
    [
      'an obligation',
      '| name | String | No |',
      '| name | String | Yes |',
      ['tightening | request /name | optional → required | request.required'],
    ],
    [
      'a type',
      '| size | Integer |',
      '| size | String |',
      [
        'breaking | request /size | type integer → string | request.type',
        'loosening | request /size | minimum 1 → none | request.range',
        'loosening | request /size | maximum 48 → none | request.range',
        'metadata | sentences not understood | 0 gone, 1 new | ',
      ],
    ],
    [
      'a further field of the request',
      '| name | String | No |',
      '| height | Integer | No | The height. |\n  | name | String | No |',
      ['loosening | request /height | new: optional, integer | request.type'],
    ],
    [
      'a further field of the answer',
      '| id | String | The rack. |',
      '| id | String | The rack. |\n  | name | String | The name. |',
      ['tightening | answer /name | new: optional, string | '],
    ],
  ])('%s', (_, from, to, expected) => {
    const edited = edit(rackPage, new RegExp(from.replace(/[|{}.]/g, '\\$&'), 'g'), to);
    expect(ofTheWire(changesOf(rackPage, edited, null))).toEqual(expected);
  });
});

test.each(ownPages)('nothing changed from $name to itself', ({ id, name, text }) => {
  const side = () => derive({ name, text }, { id });
  expect(diffContracts(side(), side(), registers['extend-volume'])).toEqual([]);
});

test.each([
  ['2021', 'otc', 'loosening'],
  ['otc', '2021', 'tightening'],
] as const)(
  'from %s to %s the present size and the way of paying change verdicts, and nothing else',
  (from, to, kind) => {
    const side = (name: string) => contractOfPage(ownPage(`extend-volume-${name}`));
    const changes = diffContracts(side(from), side(to), registers['extend-volume']).filter(canChangeVerdict);
    expect(changes.map((change) => [change.class, change.where])).toEqual([
      [kind, 'request /os-extend/new_size'],
      [kind, 'parameter.volume'],
    ]);
  },
);

test('contracts of different operations are refused, unless they have one id', () => {
  const [one, other] = [contractOfPage(english, 'one'), contractOfPage(ownPage('cinder-extend'), 'other')];
  expect(() => diffContracts(one, other, undefined)).toThrow(
    'these are different operations: POST /v2/{project_id}/cloudvolumes/{volume_id}/action with os-extend, and POST /v3',
  );
  const [first] = diffContracts(
    contractOfPage(english),
    contractOfPage(ownPage('cinder-extend')),
    registers['extend-volume'],
  );
  expect(first).toMatchObject({ class: 'breaking', where: 'operation' });
  expect(first?.requirements).toEqual(Object.keys(registers['extend-volume'].requirements));
});
