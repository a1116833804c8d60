import { cpSync, mkdtempSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CaseLine, ExchangeLine, StepLine } from '../../../evidence/transcript/lines.ts';
import { run } from '../../cli/fake-io.ts';
import { editJson, editReport, editText, find, forge } from './edits.ts';

const reports = mkdtempSync(join(tmpdir(), 'evs-verify-'));
afterAll(() => rmSync(reports, { recursive: true }));
const plain = ['--runs', '6', '--extensions', '2', '--seed', '5'];
const failing = join(reports, 'failing');

beforeAll(async () => {
  const { code } = await run(['run', '--fault', 'maximum-off-by-one', '--report', failing, ...plain]);
  expect(code).toBe(1);
});

/** A copy of the failing run's report, to be altered. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-verify-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(failing, folder, { recursive: true });
  return folder;
}

describe('an honest report', () => {
  test.each([
    ['that fails', ['--fault', 'maximum-off-by-one'], 1],
    ['that fails by the answers to all checks', ['--fault', 'error-flat'], 1],
    ['that fails by what a refusal does', ['--fault', 'refusal-grows'], 1],
    ['that passes', [], 0],
    ['in Chinese', ['--lang', 'zh'], 0],
    ['of some requirements', ['--only', 'size.maximum'], 2],
    ['of a target that is not there', ['--target', 'http://127.0.0.1:1', '--project', 'p'], 2],
  ])('%s is verified', async (_what, flags, exit) => {
    const folder = join(reports, 'honest');
    expect((await run(['run', '--report', folder, ...plain, ...flags])).code).toBeGreaterThanOrEqual(exit);
    const { code, out } = await run(['verify', folder]);
    expect(out).toMatch(/^verified: /);
    expect(code).toBe(0);
  });
});

const over = (line: CaseLine): boolean => line.check === 'size.over-maximum';
const isAccused = (line: CaseLine): boolean => over(line) && line.examined.kind === 'complaint';
const isHeld = (line: CaseLine): boolean => line.check === 'size.not-greater' && line.examined.kind === 'held';
const isRefusal = (line: StepLine): boolean => line.outcome === 'refused' && line.watched && line.inScope;
const isExtension = ({ request, response }: ExchangeLine): boolean =>
  request.method === 'POST' && 'status' in response && response.status === 200;

type FolderEdit = readonly [what: string, edit: (folder: string) => void, said: RegExp];

const edits: readonly FolderEdit[] = [
  [
    'a byte of an answer',
    editText((lines) => {
      const at = lines.findIndex((line) => line.includes('"status":200'));
      lines[at] = (lines[at] ?? '').replace('"status":200', '"status":201');
    }),
    /line \d+: this line or an earlier one was altered/,
  ],
  ['a line dropped', editText((lines) => lines.splice(40, 1)), /line 41: this line or an earlier one was altered/],
  [
    'a line twice',
    editText((lines) => lines.splice(40, 0, lines[40] ?? '')),
    /line 42: this line or an earlier one was altered/,
  ],
  [
    'two lines in another order',
    editText((lines) => lines.splice(50, 2, lines[51] ?? '', lines[50] ?? '')),
    /line 51: this line or an earlier one was altered/,
  ],
  [
    'a line that is none',
    editText((lines) => {
      lines[20] = 'no line at all';
    }),
    /line 21: /,
  ],
  [
    'the answer that is accused',
    forge((lines) => {
      const [exercise] = find(lines, 'case', isAccused).exercises;
      const step = find(lines, 'step', ({ number }) => number === exercise.steps[0]);
      find(lines, 'exchange', ({ number }) => number === step.exchange).response.status = 400;
    }),
    /its exchange was refused, and not accepted/,
  ],
  [
    'the size in an answer to a look-up',
    forge((lines) => {
      const { exchange } = find(lines, 'reading', ({ says }) => says.kind === 'volume');
      const { response } = find(lines, 'exchange', ({ number }) => number === exchange);
      response.body = response.body.replace(/"size":\d+/, '"size":77');
    }),
    /exchange \d+ says 77 GB/,
  ],
  [
    'what a reading says',
    forge((lines) => {
      find(lines, 'reading', ({ says }) => says.kind === 'volume').says.size += 1;
    }),
    /exchange \d+ says \d+ GB in state "available", and not \d+ GB/,
  ],
  [
    'the outcome of a request',
    forge((lines) => {
      find(lines, 'step', isRefusal).outcome = 'accepted';
    }),
    /its exchange was refused, and not accepted/,
  ],
  [
    'what is expected of a request',
    forge((lines) => {
      find(lines, 'step', ({ expectation }) => expectation.kind === 'refuse').expectation = {
        kind: 'accept',
        size: 20,
      };
    }),
    /the contract expects something else of its case/,
  ],
  [
    'the body that a request is said to have had',
    forge((lines) => {
      find(lines, 'step', isRefusal).case.body = '{"os-extend":{"new_size":1}}';
    }),
    /its case is not the one that its exchange sent/,
  ],
  [
    'what a case asks for',
    forge((lines) => {
      find(lines, 'step', ({ recipe, asked }) => recipe !== null && asked !== null).asked = '77';
    }),
    /did not send the request of its recipe for the volume/,
  ],
  [
    'what is asked for by what only prepares a case',
    forge((lines) => {
      find(lines, 'step', ({ recipe, asked }) => recipe === null && asked !== null).asked = '77';
    }),
    /did not send the request of its recipe for the volume/,
  ],
  [
    'that something is asked for',
    forge((lines) => {
      find(lines, 'step', ({ recipe, asked }) => recipe === null && asked !== null).asked = null;
    }),
    /did not send the request of its recipe for the volume/,
  ],
  [
    'the body that was sent',
    forge((lines) => {
      find(lines, 'exchange', isExtension).request.body = '{"os-extend":{"new_size":99}}';
    }),
    /its case is not the one that its exchange sent/,
  ],
  [
    'another service that was asked',
    forge((lines) => {
      const { exchange } = find(lines, 'step', isRefusal);
      find(lines, 'exchange', ({ number }) => number === exchange).request.url = 'http://elsewhere/';
    }),
    /its exchange was not with the target/,
  ],
  [
    "another volume's reading",
    forge((lines) => {
      const step = find(lines, 'step', ({ before }) => before !== null);
      const { volume_id: own } = step.case.path;
      const other = find(lines, 'reading', ({ volume, says }) => volume !== own && says.kind === 'volume');
      lines.splice(lines.indexOf(step), 1);
      lines.splice(lines.indexOf(other) + 1, 0, { ...step, before: other.number });
    }),
    /it shows a reading of the volume/,
  ],
  [
    'how an extension ended',
    forge((lines) => {
      find(lines, 'step', ({ ending, inScope }) => ending === 'as-asked' && inScope).ending = 'unchanged';
    }),
    /its readings do not show the ending "unchanged"/,
  ],
  [
    'a step hidden from the rules about all answers',
    forge((lines) => {
      find(lines, 'step', isRefusal).watched = false;
    }),
    /it is exempted from the rules about all answers/,
  ],
  [
    'an accusation taken back',
    forge((lines) => {
      const one = find(lines, 'case', isAccused);
      one.examined = { kind: 'held', observed: one.examined.observed };
    }),
    /a case of size\.over-maximum is said to be right, but its steps show wrong/,
  ],
  [
    'an accusation made up',
    forge((lines) => {
      const one = find(lines, 'case', isHeld);
      const complaint = { kind: 'accepted', text: 'answered 200 to anything, expected a refusal' };
      one.examined = { ...one.examined, kind: 'complaint', foundAfter: 1, complaint };
    }),
    /said to be wrong .* but its steps show right/,
  ],
  [
    'other words of an accusation',
    forge((lines) => {
      find(lines, 'case', isAccused).examined.complaint.text = 'answered 500';
    }),
    /said to be wrong \(accepted: answered 500, after \d+\)/,
  ],
  [
    'a case dropped',
    forge((lines) => lines.splice(lines.indexOf(find(lines, 'case', isHeld)), 1)),
    /it is not the case of size\.not-greater that the seed draws here/,
  ],
  [
    'the last case of a check dropped',
    forge((lines) => {
      const last = lines.filter((line) => line.kind === 'case' && line.check === 'size.maximum').at(-1);
      lines.splice(lines.indexOf(last), 1);
    }),
    /a case of size\.maximum that the seed draws is missing/,
  ],
  [
    'a whole check dropped',
    forge((lines) => {
      const rest = lines.filter((line) => line.check !== 'size.over-maximum' || line.kind === 'step');
      lines.splice(0, lines.length, ...rest);
    }),
    /a case of size\.over-maximum that the seed draws is missing/,
  ],
  [
    'another case than was drawn',
    forge((lines) => {
      find(lines, 'case', isHeld).recipe.size.plus += 1;
    }),
    /it is not the case of size\.not-greater that the seed draws here/,
  ],
  [
    'another seed',
    forge((lines) => {
      find(lines, 'run').seed = 6;
    }),
    /it is not the case of [a-z.-]+ that the seed draws here/,
  ],
  [
    'a plan of fewer requirements',
    forge((lines) => {
      find(lines, 'run').only = ['size.maximum'];
    }),
    /was to be run/,
  ],
  [
    'another contract',
    forge((lines) => {
      find(lines, 'run').contract.sha256 = '0'.repeat(64);
    }),
    /the run was judged by extend-volume \(sha256 0{64}\)/,
  ],
  [
    'a case that rests on the steps of another check',
    forge((lines) => {
      const other = find(lines, 'step', (line) => line.check === 'size.not-greater' && line.outcome === 'refused');
      const one = find(lines, 'case', isAccused);
      one.examined = { kind: 'held', observed: true };
      one.exercises = [{ steps: [other.number] }];
    }),
    /a case of size\.over-maximum rests on the steps of another check/,
  ],
  [
    'two cases that rest on one step',
    forge((lines) => {
      const [one, other] = lines.filter((line) => line.kind === 'case' && line.check === 'size.not-greater');
      other.exercises = one.exercises;
    }),
    /rests on the steps of another one/,
  ],
  [
    'a case that was passed over',
    forge((lines) => {
      find(lines, 'case', isAccused).examined = { kind: 'passed-over' };
    }),
    /mandatory case of .* was skipped/,
  ],
  [
    'a case that was interrupted, of a run that was not',
    forge((lines) => {
      find(lines, 'case', isAccused).examined = { kind: 'interrupted' };
    }),
    /cases are missing, but nothing ended the run/,
  ],
  [
    'an end of a check dropped',
    forge((lines) => {
      lines.splice(
        lines.findIndex((line) => line.kind === 'close' && line.check === 'size.maximum'),
        1,
      );
    }),
    /the end of size\.maximum is missing/,
  ],
  [
    'a step without an answer',
    forge((lines) => {
      const step = find(lines, 'step', isRefusal);
      find(lines, 'exchange', ({ number }) => number === step.exchange).response = { none: 'timeout', detail: '' };
    }),
    /its exchange has no outcome, so it makes no step/,
  ],
  [
    'a step out of the scope of the rules about all answers',
    forge((lines) => {
      const step = find(lines, 'step', isRefusal);
      step.inScope = false;
      step.watched = false;
    }),
    /it is wrong about whether the rules for all answers hold for it/,
  ],
  [
    'a reading from nowhere',
    forge((lines) => {
      Object.assign(
        find(lines, 'reading', ({ says }) => says.kind === 'volume'),
        { exchange: null, lookup: null },
      );
    }),
    /a reading of it is read from no exchange/,
  ],
  [
    'a reading of something else',
    forge((lines) => {
      find(lines, 'reading', ({ says }) => says.kind === 'volume').lookup.path = '/anything';
    }),
    /its exchange looks something else up/,
  ],
  [
    'a look before that came after',
    forge((lines) => {
      const step = find(lines, 'step', ({ before, after, watched }) => before !== null && after !== null && watched);
      [step.before, step.after] = [step.after, step.before];
    }),
    /its readings are not of before and after its exchange/,
  ],
  [
    'a run that is said not to have started',
    forge((lines) => {
      find(lines, 'end').circumstances.failedStart = 'no contact';
    }),
    /it says that nothing could run, but cases were judged/,
  ],
  [
    'a run that is said to distrust its set-up',
    forge((lines) => {
      find(lines, 'end').circumstances.distrust = 'the volume v was handed out again while it was in use';
    }),
    /it distrusts a volume that no request was sent to/,
  ],
  [
    'a run that ended in a way of its own',
    forge((lines) => {
      find(lines, 'end').circumstances.ended = 'enough was seen';
    }),
    /nothing ends a run in the way that it says/,
  ],
  [
    'a note on what was not run',
    forge((lines) => {
      find(lines, 'end').circumstances.notes = { 'size.invented': ['certified'] };
    }),
    /it reports size\.invented, which was not to be run/,
  ],
  [
    'a target whose volumes are said not to be readable',
    forge((lines) => {
      find(lines, 'run').abilities.seesVolumes = false;
    }),
    /no check .* was to be run/,
  ],
  [
    'exchanges that are not there',
    forge((lines) => {
      find(lines, 'end').exchanges += 1;
    }),
    /it counts \d+ exchanges, but there are \d+/,
  ],
  [
    'fewer requests in the ledger',
    forge((lines) => {
      find(lines, 'end').result.ledger.requests = 3;
    }),
    /the ledger counts fewer requests than were sent/,
  ],
  [
    'a verdict',
    editReport('report.json', (text) => text.replace('"verdict": "fail"', '"verdict": "pass"')),
    /report\.json, size\.over-maximum: it says "pass", but the run gives fail/,
  ],
  [
    'the class of the run',
    editReport('report.json', (text) => text.replace('"verdict": "non-conformant"', '"verdict": "conformant"')),
    /report\.json, verdict: it is "conformant", but the run gives "non-conformant"/,
  ],
  [
    'a requirement dropped',
    editJson((report) => report.requirements.splice(3, 1)),
    /report\.json, size\.maximum: it is missing, but the run gives inconclusive/,
  ],
  [
    'a requirement added',
    editJson((report) => report.requirements.push({ ...report.requirements[0], id: 'size.invented' })),
    /report\.json: "size\.invented" is not a requirement of the run/,
  ],
  [
    'more cases than there were',
    editJson((report) => {
      report.requirements[0].runs += 1;
    }),
    /report\.json, operation\.route: its runs does not follow from the run/,
  ],
  [
    'the digest of the matrix',
    editJson((report) => {
      report.suite.matrix = '0'.repeat(64);
    }),
    /report\.json, suite: /,
  ],
  [
    'the reference backend, told as a service',
    editJson((report) => {
      report.target.reference = false;
    }),
    /report\.json, target: it is .*"reference":false.*, but the run gives .*"reference":true/,
  ],
  [
    'another project',
    editJson((report) => {
      report.target.project = 'theirs';
    }),
    /report\.json, target: it is .*"project":"theirs"/,
  ],
  [
    'another project, in what is said of every request as well',
    forge((lines) => {
      for (const line of lines) if (line.kind === 'step') line.case.path.project_id = 'theirs';
    }),
    /its exchange was not with the volume of its case/,
  ],
  ['JSON that is none', editReport('report.json', (text) => text.slice(1)), /report\.json: it is not JSON/],
  [
    'its layout alone',
    editReport('report.json', (text) => text.replace('\n', '\n\n')),
    /report\.json: it does not follow from the run, the first time in line 2/,
  ],
  ...['junit.xml', 'report.html', 'report.md', 'ctrf-report.json'].map(
    (name): FolderEdit => [
      name,
      editReport(name, (text) => text.replace(/size/, 'sixe')),
      new RegExp(`${name}: it does not follow from the run, the first time in line \\d+`),
    ],
  ),
];

test.each(edits)('%s: an edit shows, and is named', async (_what, edit, said) => {
  const folder = copy();
  edit(folder);
  const { code, out, err } = await run(['verify', folder]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/^NOT VERIFIED: /);
  expect(out).toMatch(said);
});

describe('what is no whole report is no verdict', () => {
  test.each<readonly [string, (folder: string) => void, RegExp]>([
    [
      'a folder without a transcript',
      (folder) => unlinkSync(join(folder, 'transcript.ndjson')),
      /there is no transcript/,
    ],
    [
      'a transcript cut off',
      (folder) => truncateSync(join(folder, 'transcript.ndjson'), 50_000),
      /breaks off after line \d+/,
    ],
    ['a transcript without its end', editText((lines) => lines.pop()), /breaks off after line \d+/],
    [
      'an empty transcript',
      (folder) => writeFileSync(join(folder, 'transcript.ndjson'), ''),
      /does not begin with a run/,
    ],
    [
      'something else',
      (folder) => writeFileSync(join(folder, 'transcript.ndjson'), '[1]\n'),
      /is not a transcript of a run/,
    ],
    [
      'a contract of the sender’s own',
      forge((lines) => {
        lines[0].contract.id = '/dev/zero';
      }),
      /the contract \/dev\/zero, which does not come with this version/,
    ],
    [
      'an answer that is not kept as it came',
      forge((lines) => {
        find(lines, 'exchange', isExtension).response.whole = false;
      }),
      /was not kept in full .*: this run cannot be judged again/,
    ],
    [
      'a placeholder that a shell would obey',
      forge((lines) => {
        find(lines, 'end').placeholders = ['$(touch x)'];
      }),
      /the last line of .* has the wrong form/,
    ],
    [
      'another format',
      forge((lines) => {
        lines[0].format = 1;
      }),
      /is of format 1/,
    ],
    [
      'another version',
      forge((lines) => {
        lines[0].suite = '9.9.9';
      }),
      /was made by version 9\.9\.9/,
    ],
    [
      'a contract that nobody knows',
      forge((lines) => {
        lines[0].contract.id = 'other';
      }),
      /the contract other, which does not come with this version/,
    ],
    [
      'a report half there',
      (folder) => unlinkSync(join(folder, 'junit.xml')),
      /has no junit\.xml: the report is incomplete/,
    ],
  ])('%s: exit 3, and it is said', async (_what, edit, said) => {
    const folder = copy();
    edit(folder);
    const { code, out, err } = await run(['verify', folder]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(said);
  });
});
