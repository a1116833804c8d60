import fc from 'fast-check';
import { zh } from '../../reports/html/zh.ts';
import type { Result } from '../../verdicts/result.ts';
import type { Counterexample, ReportedRequest, ReportedResponse, Verdict } from '../../verdicts/verdict.ts';
import { counterexample, result, rows } from './sample.ts';

/** What a server may send to those who print it: escapes, markup, invisible and lone characters, length. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 40 }),
  fc.constantFrom(
    '\u001b[2J\u001b]0;owned\u0007',
    ']]>',
    '<![CDATA[',
    '</testcase><failure/>',
    '&#0;&lt;',
    '"\'',
    '\r\nconformant: 42 of 42 evaluated',
    '\u009b31m',
    '\u202egnp.exe',
    '\ud800',
    '\ufffe\uffff\u0000\u000b',
    'true',
    '__proto__',
    '',
    '$& $1',
    '</pre></dd><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style><style>*{display:none}',
    '<!-- --!> &lt;b&gt; <details>',
    '```\n## conformant\n````',
    '`` ` ``',
    '\\| \\\\| | a | b |\\',
    '@octocat #1 GH-1 https://evil.example www.evil.example a@b.example',
    'https://evil.example/>)|"\'`]<script>',
    '[x](javascript:alert(1)) ![y](//evil.example) [^1] $`x`$ :x:',
    'x'.repeat(100_000),
  ),
);

/** The characters that no output may hold: controls, marks that reverse text, lone surrogates. */
export const unseemly = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

const headers = fc.array(fc.tuple(hostile, hostile), { maxLength: 5 }).map((all) => Object.fromEntries(all));

const request = fc.record({ method: fc.constant('POST'), url: hostile, headers, body: fc.option(hostile) });
const response = fc.option(fc.record({ status: fc.integer({ min: 100, max: 599 }), headers, body: hostile }));

const found: fc.Arbitrary<Counterexample> = fc.record({
  case: fc.record({
    path: fc.record({ project_id: hostile, volume_id: hostile }),
    body: hostile,
    volume: fc.record({ size: fc.nat(), status: hostile, multiattach: fc.boolean() }),
    history: fc.array(fc.nat(), { maxLength: 100 }),
    servers: fc.array(hostile, { maxLength: 3 }),
  }),
  request,
  response,
  beside: fc.array(fc.record({ request, response }), { maxLength: 3 }),
  complaint: hostile.map((text) => `answered ${text}`),
  diagnosis: hostile,
  observations: fc.array(hostile, { maxLength: 100 }),
  curl: hostile,
  seed: fc.constant(counterexample.seed),
  path: fc.constant(counterexample.path),
});

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({ kind: fc.constant('pass'), runs: fc.nat(), evidence: fc.constantFrom('observed', 'response') }),
  fc.record({
    kind: fc.constant('fail'),
    runs: fc.nat(),
    foundAfter: fc.nat(),
    evidence: fc.constantFrom('observed', 'response'),
    counterexample: found,
  }),
  fc.record({ kind: fc.constantFrom('inconclusive', 'broken'), runs: fc.nat(), reason: hostile }),
  fc.record({ kind: fc.constant('not-applicable'), reason: hostile }),
);

/** A whole result in which everything that comes from outside is hostile. */
export const hostileResult: fc.Arbitrary<Result> = fc
  .record({
    verdicts: fc.array(verdict, { minLength: 1, maxLength: 6 }),
    url: hostile,
    notes: fc.array(hostile, { maxLength: 3 }),
    left: fc.array(fc.record({ volume: hostile, reason: hostile }), { maxLength: 3 }),
    interrupted: fc.boolean(),
  })
  .map(({ verdicts, url, notes, left, interrupted }) =>
    result({
      target: { url, project: url, reference: false },
      interrupted,
      ledger: { requests: 1, volumesCreated: left.length, volumesReturned: 0, left },
      rows: rows().map((row, index) => {
        const drawn = verdicts[index % (verdicts.length + 1)];
        return drawn === undefined ? row : { ...row, notes, verdict: drawn };
      }),
    }),
  );

/** The same result with harmless texts in place of the hostile ones, equal where those are equal: a report of it has the same shape. */
export function harmless(hostile: Result): Result {
  const names = new Map<string, string>();
  const name = (text: string): string => {
    // an empty text is told in words of the page's own
    if (text === '') return '';
    // what the suite says itself is told in every language
    if (zh.translate(text) !== text) return text;
    if (!names.has(text)) names.set(text, `text${names.size}`);
    return names.get(text) ?? '';
  };
  const tame = (value: unknown): unknown => {
    if (typeof value === 'string') return name(value);
    if (Array.isArray(value)) return value.map(tame);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, tame(member)]));
  };
  const headers = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(all).map(([key, value], index) => [`header-${index}-${name(key)}`, name(value)]));
  const message = <T extends { headers: Readonly<Record<string, string>> }>(one: T): T =>
    ({ ...(tame({ ...one, headers: {} }) as T), headers: headers(one.headers) }) as T;
  const exchange = <T extends { request: ReportedRequest; response: ReportedResponse | null }>(one: T): T => ({
    ...one,
    request: message(one.request),
    response: one.response === null ? null : message(one.response),
  });
  const verdictOf = (one: Verdict): Verdict => {
    if ('reason' in one) return { ...one, reason: name(one.reason) };
    if (one.kind !== 'fail') return one;
    const { request, response, beside, ...rest } = one.counterexample;
    const tamed = exchange({ request, response });
    return {
      ...one,
      counterexample: { ...(tame(rest) as typeof rest), ...tamed, beside: beside.map(exchange) },
    };
  };
  return {
    ...hostile,
    target: { ...hostile.target, url: name(hostile.target.url), project: name(hostile.target.project ?? '') },
    ledger: { ...hostile.ledger, left: tame(hostile.ledger.left) as Result['ledger']['left'] },
    rows: hostile.rows.map((row) => ({ ...row, notes: row.notes.map(name), verdict: verdictOf(row.verdict) })),
  };
}
