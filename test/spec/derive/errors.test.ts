import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { decodePage, MAX_PAGE_BYTES } from '../../../spec/read/admit.ts';
import {
  ContradictionError,
  NoOperationError,
  PageError,
  SectionError,
  TableError,
  UnsupportedError,
} from '../../../spec/read/errors.ts';
import { edit, english } from './page-texts.ts';

const kinds = { ContradictionError, NoOperationError, PageError, SectionError, TableError, UnsupportedError };
type ErrorKind = keyof typeof kinds;

/** What is done to the page, the kind of error, and what its message has to name. */
const broken: readonly (readonly [string, string, ErrorKind, RegExp])[] = [
  ['nothing', '', 'NoOperationError', /page\.md:1: the page is empty/],
  ['another page', '# Notes\n\nNothing to see.\n', 'NoOperationError', /no page of an operation/],
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
  [
    'no table',
    edit(english, /<table>[\s\S]*?<\/table>/, ''),
    'ContradictionError',
    /:20: the path has \{project_id\}, which the table does not list/,
  ],
  ['no status', edit(english, '    200\n', ''), 'SectionError', /the normal status is missing/],
  ['a missing cell', edit(english, '<td>int</td>', ''), 'TableError', /:47: the row has 3 cells under 4 columns/],
  ['a merged cell', edit(english, '<td>int</td>', '<td colspan="2">int</td>'), 'TableError', /merged/],
  [
    'a missing column',
    edit(english.replaceAll('<td>string</td>', ''), '<th>Type</th><th>Description</th>', '<th>Description</th>'),
    'TableError',
    /one column "type"/,
  ],
  ['an unknown column', edit(english, '<th>Type</th>', '<th>In</th>'), 'TableError', /needs one column "type"/],
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
  [
    'a parameter twice',
    edit(english, '<td>volume_id</td>', '<td>project_id</td>'),
    'ContradictionError',
    /\{volume_id\}, which the table does not list/,
  ],
  [
    'a maximum of nothing',
    edit(english, '32768', '0'),
    'ContradictionError',
    /:49: the maximum is not a positive integer/,
  ],
  [
    'two routes',
    edit(english, '## Request', 'PUT /v2/x\n\n## Request'),
    'ContradictionError',
    /a second operation, PUT \/v2\/x/,
  ],
  [
    'two statuses',
    edit(english, '    200\n', '    200\n\n-   Normal 201\n'),
    'ContradictionError',
    /normal status is 200 and 201/,
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
  ['another unit', edit(english, 'in GB.', 'in TB.'), 'UnsupportedError', /sizes are in TB/],
  ['a path that is no template', edit(english, '/v2/', '/v2//'), 'UnsupportedError', /not a path template/],
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
    expect(() => decodePage('x', Uint8Array.of(0xff))).toThrow(
      expect.objectContaining({ cause: expect.any(TypeError) }),
    );
  });

  it('is decoded only when it is UTF-8 of a bearable size', () => {
    expect(decodePage('x', new TextEncoder().encode('é'))).toBe('é');
    expect(() => decodePage('x', new Uint8Array(MAX_PAGE_BYTES + 1))).toThrow(PageError);
  });
});
