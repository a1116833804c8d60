import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReports } from '../../../main/report-folder/files.ts';
import { readReport } from '../../../main/report-folder/read-report.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { samples } from '../../reports/sample.ts';
import { temporary } from '../campaign/bench.ts';

type ReadBackRow = { readonly id: string; readonly level: string; readonly verdict: string };
type Written = { readonly requirements: readonly ReadBackRow[]; readonly [key: string]: unknown };

test.each(Object.entries(samples))('a report that was written is read back as what it is: %s', (_, sample) => {
  const folder = temporary();
  writeReports(folder, sample);
  const { class: verdict, headline, summary } = overallVerdict(sample);
  expect(readReport(folder).digest).toMatchObject({ verdict, headline, summary });
});

test('that of a partial run is, too', () => {
  const folder = temporary();
  writeReports(folder, { ...samples.conformant, partial: true });
  expect(readReport(folder).digest.verdict).toBe('incomplete');
});

const lies: Readonly<Record<string, readonly [(report: Written) => object, RegExp]>> = {
  'a verdict that its rows do not come to': [(one) => ({ ...one, verdict: 'conformant' }), /contradicts itself/],
  'a headline of its own': [(one) => ({ ...one, headline: 'conformant: all well' }), /contradicts itself/],
  'a MUST that stands as a SHOULD': [
    (one) => ({
      ...one,
      requirements: one.requirements.map((row) => (row.id === 'size.over-maximum' ? { ...row, level: 'SHOULD' } : row)),
    }),
    /lists size\.over-maximum as SHOULD: this suite says MUST/,
  ],
  'a requirement that nobody knows': [
    (one) => ({ ...one, requirements: [...one.requirements, { ...one.requirements[0], id: 'size.own' }] }),
    /lists size\.own as MUST: this suite knows no such requirement/,
  ],
  'a requirement twice': [
    (one) => ({ ...one, requirements: [...one.requirements, one.requirements[0]] }),
    /lists \S+ twice/,
  ],
  'a MUST that is left out': [
    (one) => ({ ...one, requirements: one.requirements.filter(({ id }) => id !== 'size.over-maximum') }),
    /contradicts itself/,
  ],
  'a key of its own': [(one) => ({ ...one, extra: 1 }), /another shape: it must NOT have additional properties/],
};

test.each(Object.entries(lies))('a report with %s is refused', (_, [change, message]) => {
  const folder = temporary();
  writeReports(folder, samples['non-conformant']);
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
  expect(() => readReport(folder)).toThrow(message);
});
