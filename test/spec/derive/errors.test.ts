import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { decodePage, MAX_PAGE_BYTES } from '../../../spec/read/admit.ts';
import {
  ContradictionError,
  PageError,
  SampleError,
  SectionError,
  TableError,
  UnsupportedError,
} from '../../../spec/read/errors.ts';
import { edit, english } from './page-texts.ts';

const kinds = { ContradictionError, PageError, SampleError, SectionError, TableError, UnsupportedError };
type ErrorKind = keyof typeof kinds;

/** What is done to the page, the kind of error, and what its message has to name. */
const broken: readonly (readonly [string, string, ErrorKind, RegExp])[] = [
  ['nothing', '', 'PageError', /page\.md:1: the page is empty/],
  ['another page', '# Notes\n\nNothing to see.\n', 'PageError', /no page of an operation/],
  ['a NUL', `${english}\0`, 'PageError', /page\.md:116: the page contains a NUL/],
  ['lost bytes', edit(english, 'job', '\uFFFD'), 'PageError', /UTF-8/],
  ['a lone surrogate', edit(english, 'job', '\uD800'), 'PageError', /UTF-8/],
  ['too many bytes', `${english}${'a '.repeat(MAX_PAGE_BYTES / 2)}`, 'PageError', /bytes, more than 262144/],
  ['too long a line', `${english}${'a '.repeat(9000)}`, 'PageError', /18000 characters/],
  ['too many lines', `${english}${'\n'.repeat(6000)}`, 'PageError', /lines/],
  ['too deep quotations', `${english}${'>'.repeat(40)} a`, 'PageError', /too deep/],
  ['too deep elements', `${english}${'<b>'.repeat(5000)}`, 'PageError', /nested too deeply/],
  ['too many brackets', `${english}${'[a]('.repeat(2500)}`, 'PageError', /brackets/],
  [
    'a missing section',
    edit(english, '## Request<', '## Elsewhere<'),
    'SectionError',
    /the section "request" is missing/,
  ],
  ['a section twice', `${english}\n## URI\n`, 'SectionError', /:117: a second section "URI"/],
  ['no route', edit(english, 'POST ', 'Post '), 'SectionError', /:16: the method and path are missing/],
  ['no table', edit(english, /<table>[\s\S]*?<\/table>/, ''), 'SectionError', /"URI" has 0 tables/],
  ['no status', edit(english, '    200\n', ''), 'SectionError', /the normal status is missing/],
  [
    'no volume',
    edit(english, 'ID of the volume (', 'ID of a project ('),
    'UnsupportedError',
    /:31: no phrase says what \{volume_id\}/,
  ],
  [
    'no project',
    edit(english, /<tr id="row46524311"[\s\S]*?<\/tr>/, '').replace('/\\{project\\_id\\}', ''),
    'SectionError',
    /ID of the project/,
  ],
  ['a missing cell', edit(english, '<td>int</td>', ''), 'TableError', /:47: the row has 3 cells under 4 columns/],
  ['a merged cell', edit(english, '<td>int</td>', '<td colspan="2">int</td>'), 'TableError', /merged/],
  [
    'a missing column',
    edit(english.replaceAll('<td>string</td>', ''), '<th>Type</th><th>Description</th>', '<th>Description</th>'),
    'TableError',
    /one column "type"/,
  ],
  ['an unknown column', edit(english, '<th>Type</th>', '<th>In</th>'), 'TableError', /the column "In" is unknown/],
  [
    'an unknown obligation',
    edit(english, '<td>Yes</td>', '<td>Perhaps</td>'),
    'TableError',
    /"Perhaps" is no obligation/,
  ],
  ['no rows', edit(english, /<tbody>[\s\S]*?<\/tbody>/, ''), 'TableError', /no rows/],
  [
    'an impossible name',
    edit(english, '<td>code</td>', '<td>__proto__ x</td>'),
    'TableError',
    /no name of a parameter/,
  ],
  [
    'a table in a table',
    edit(english, '<td>Names the', '<td><table><tr><td>a</td></tr></table>Names the'),
    'TableError',
    /inside a table|cells under/,
  ],
  ['an unknown type', edit(english, '<td>int</td>', '<td>quux</td>'), 'UnsupportedError', /the type "quux" is unknown/],
  ['no sample', edit(english, /```json[\s\S]*?```/, ''), 'SampleError', /the request has no sample/],
  ['a broken sample', edit(english, '200\n        }', '200'), 'SampleError', /:58: the sample is no JSON/],
  ['a sample array', edit(english, /\{\s*"job_id".*\s*\}/, '[]'), 'SampleError', /no object/],
  ['a hostile sample', edit(english, /"error": \{/, '"__proto__": {'), 'SampleError', /"__proto__" is no name/],
  [
    'no sample of an error',
    edit(english, /```json\s*\{\s*"error[\s\S]*?```/, '').replace(/<tr id="row(?:503|456)[\s\S]*?<\/tr>/g, ''),
    'SampleError',
    /no sample of an error/,
  ],
  [
    'another size in the sample',
    edit(english, '"new_size"', '"size"'),
    'ContradictionError',
    /:58: the sample shows size.*new_size/,
  ],
  [
    'another action in the sample',
    edit(english, '"os-extend"', '"extend"'),
    'ContradictionError',
    /the sample shows extend/,
  ],
  [
    'a parameter that no sample shows',
    edit(english, '<tr id="row53934008">', '<tr><td>x</td><td>int</td><td>No</td><td>X</td></tr><tr>'),
    'ContradictionError',
    /lists x, which the sample does not show/,
  ],
  [
    'a parameter twice',
    edit(english, '<td>volume_id</td>', '<td>project_id</td>'),
    'ContradictionError',
    /project_id is there twice/,
  ],
  [
    'two samples that differ',
    edit(english, '## Response', '```\n{"a": {"b": 1}}\n```\n\n## Response'),
    'ContradictionError',
    /other keys/,
  ],
  [
    'an unlisted job',
    edit(english, /<tr id="row29607722103010">[\s\S]*?<\/tr>/, ''),
    'ContradictionError',
    /the sample shows job_id, which the table does not list/,
  ],
  [
    'a job in no sample',
    edit(english, /```json\s*\{\s*"job_id[\s\S]*?```/, ''),
    'ContradictionError',
    /lists job_id, which no sample shows/,
  ],
  [
    'a job on refusal',
    edit(english, '"code": "XXX"', '"code": "XXX", "job_id": "x"'),
    'ContradictionError',
    /job_id on refusal/,
  ],
  [
    'a text for a number',
    edit(english, '"new_size": 200', '"new_size": "200"'),
    'ContradictionError',
    /the sample's is not/,
  ],
  ['a number for a text', edit(english, '"code": "XXX"', '"code": 1'), 'ContradictionError', /code is of type string/],
  [
    'another type in the map',
    edit(english, 'map&lt;string, int&gt;', 'map&lt;string, string&gt;'),
    'ContradictionError',
    /map<string, string>/,
  ],
  [
    'an action that is no map',
    edit(english, 'map&lt;string, int&gt;', 'int'),
    'ContradictionError',
    /the sample shows an object/,
  ],
  [
    'two maxima',
    edit(
      english,
      '</p>\n    <div class="note" id="note144',
      '</p>\n<p>Range: greater than the size so far ~ the largest size of a volume (1000 GB).</p>\n    <div class="note" id="note144',
    ),
    'ContradictionError',
    /"maximum":1000.*on line 49/,
  ],
  [
    'a maximum of nothing',
    edit(english, '32768', '0'),
    'ContradictionError',
    /:49: the maximum is no positive integer/,
  ],
  ['a broken maximum', edit(english, '32768', '32768.5'), 'ContradictionError', /positive integer/],
  ['a worded maximum', edit(english, '32768 GB', 'thirty GB'), 'ContradictionError', /positive integer/],
  ['two routes', edit(english, '## Request', 'PUT /v2/x\n\n## Request'), 'ContradictionError', /operation\.route/],
  [
    'two statuses',
    edit(english, '    200\n', '    200\n\n-   Normal 201\n'),
    'ContradictionError',
    /success-status is 201/,
  ],
  [
    'a status that is no success',
    edit(english, '    200\n', '    404\n'),
    'ContradictionError',
    /normal status is 404/,
  ],
  ['a server state twice', edit(english, '`PAUSED`', '`ACTIVE`'), 'ContradictionError', /ACTIVE is listed twice/],
  ['rules that do not follow', edit(english, /( {4}- {3}.*\n){2}/, ''), 'ContradictionError', /in-use are announced/],
  [
    'an unlisted path parameter',
    edit(english, /<tr id="row5174319"[\s\S]*?<\/tr>/, ''),
    'ContradictionError',
    /volume_id.*does not list/,
  ],
  [
    'a parameter not in the path',
    edit(english, '/\\{project\\_id\\}', ''),
    'ContradictionError',
    /the path has no \{project_id\}/,
  ],
  ['a placeholder twice', edit(english, 'volume\\_id', 'project\\_id'), 'ContradictionError', /\{project_id\} twice/],
  ['an optional path parameter', edit(english, '<td>Yes</td>', '<td>No</td>'), 'ContradictionError', /yet optional/],
  [
    'a body and none',
    edit(english, '-   Samples', 'A successful answer has no body.\n\n-   Samples'),
    'ContradictionError',
    /has no body, and yet job_id/,
  ],
  [
    'an optional size',
    edit(english, '<td>int</td><td>Yes', '<td>int</td><td>No'),
    'UnsupportedError',
    /new_size is optional/,
  ],
  [
    'a size that is text',
    edit(edit(english, 'string, int', 'string, string'), '<td>int</td>', '<td>string</td>'),
    'UnsupportedError',
    /new_size is of type string/,
  ],
  ['another unit', edit(english, 'in GB.', 'in TB.'), 'UnsupportedError', /sizes are in TB/],
  ['no envelope', edit(english, /"error": \{([\s\S]*?)\}/, '$1'), 'UnsupportedError', /message stands in no envelope/],
  [
    'a deeper sample',
    edit(english, '"new_size": 200', '"new_size": 200, "x": 1'),
    'UnsupportedError',
    /not of the form/,
  ],
  [
    'an unknown answer',
    edit(english, 'The ID of the job,', 'The ID of the task,'),
    'UnsupportedError',
    /no phrase says what job_id is/,
  ],
  ['a path that is no template', edit(english, '/v2/', '/v2//'), 'UnsupportedError', /no path template/],
];

describe('a broken page', () => {
  it.each(broken)('%s', (_what, text, kind, message) => {
    let thrown: unknown;
    try {
      derive({ name: 'page.md', text });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(kinds[kind]);
    expect(thrown).toMatchObject({ name: kind, file: 'page.md' });
    expect(String(thrown)).toMatch(message);
    expect(String(thrown)).toMatch(/^\w+: page\.md:\d+: .+; .+/);
  });

  it('keeps the cause', () => {
    const bad = broken.find(([what]) => what === 'a broken sample')?.[1] ?? '';
    expect(() => derive({ name: 'x', text: bad })).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
    expect(() => decodePage('x', Uint8Array.of(0xff))).toThrow(
      expect.objectContaining({ cause: expect.any(TypeError) }),
    );
  });

  it('is decoded only when it is UTF-8 of a bearable size', () => {
    expect(decodePage('x', new TextEncoder().encode('é'))).toBe('é');
    expect(() => decodePage('x', new Uint8Array(MAX_PAGE_BYTES + 1))).toThrow(PageError);
  });
});
