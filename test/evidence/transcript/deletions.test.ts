import { expect, test } from 'vitest';
import type { FaultId } from '../../../backend/faults/index.ts';
import type { CaseLine, ExchangeLine, ReadingLine, StepLine } from '../../../evidence/transcript/lines.ts';
import { deletion, idsWith } from '../../suites/bench.ts';
import { find, relinked } from './edits.ts';
import { forged } from './forger.ts';
import { forgeries } from './forgeries.ts';
import { judged, recorded } from './recorded.ts';

type DeletionLines = Parameters<Parameters<typeof relinked>[1]>[0];
type DeletionEdit = readonly [what: string, fault: FaultId, edit: (lines: DeletionLines) => void, said: RegExp];

const runs = new Map<FaultId, ReturnType<typeof recorded>>();
function runOf(fault: FaultId) {
  const run = runs.get(fault) ?? recorded({ fault }, { contract: deletion, runs: 2, extensions: 1 });
  runs.set(fault, run);
  return run;
}

const isGone = ({ says }: ReadingLine): boolean => says.kind === 'volume' && says.status === 'gone';
const reading = (lines: DeletionLines, number: number | null) =>
  find(lines, 'reading', (line) => line.number === number);
const isRefused = ({ outcome, check }: StepLine): boolean => outcome === 'refused' && check === 'auth.required';
/** The refused request whose volume went all the same. */
const refused = (lines: DeletionLines) =>
  find(lines, 'step', (line) => isRefused(line) && isGone(reading(lines, line.after)));
const exchange = (lines: DeletionLines, number: number) => find(lines, 'exchange', (line) => line.number === number);
/** What was read of a bystander that went. */
const bystander = (lines: DeletionLines) => {
  const { exercises } = find(lines, 'case', ({ check, exercises: all }) => check === 'effect.others' && all.length > 0);
  const afters = exercises.flatMap(({ bystanders = [] }: DeletionLines[number]) =>
    bystanders.map(({ after }: DeletionLines[number]) => after),
  );
  return find(lines, 'reading', (line) => afters.includes(line.number) && isGone(line));
};
const there = { kind: 'volume', size: 10, status: 'available', multiattach: false };

const edits: readonly DeletionEdit[] = [
  [
    'what was gone after a refusal is said to be there',
    'delete-despite-token',
    (lines) => {
      reading(lines, refused(lines).after).says = there;
    },
    /exchange \d+ says /,
  ],
  [
    'the look that found it gone is dropped',
    'delete-despite-token',
    (lines) => {
      const step = refused(lines);
      lines.splice(lines.indexOf(reading(lines, step.after)), 1);
      step.after = step.before;
    },
    /reading \d+ is in the place of reading \d+/,
  ],
  [
    'the answer to that look is what it was before',
    'delete-despite-token',
    (lines) => {
      const step = refused(lines);
      const before = exchange(lines, reading(lines, step.before).exchange);
      exchange(lines, reading(lines, step.after).exchange).response = before.response;
    },
    /exchange \d+ says /,
  ],
  [
    'nobody looked after the refusal',
    'delete-despite-token',
    (lines) => {
      refused(lines).after = null;
    },
    /its steps show right, not read back/,
  ],
  [
    'the refusal was an acceptance',
    'delete-despite-token',
    (lines) => {
      Object.assign(refused(lines), { outcome: 'accepted', ending: 'as-asked' });
    },
    /its exchange was refused, and not accepted/,
  ],
  [
    'what is gone is of the volume that had to go',
    'delete-neighbour-too',
    (lines) => {
      const other = bystander(lines);
      other.volume = find(lines, 'step', ({ check }) => check === 'effect.others').case.path.volume_id;
    },
    /its exchange looks something else up/,
  ],
  [
    'the bystander is said to be there',
    'delete-neighbour-too',
    (lines) => {
      bystander(lines).says = there;
    },
    /exchange \d+ says /,
  ],
  [
    'the case of it is removed',
    'delete-neighbour-too',
    (lines) => {
      const isOf = ({ check, kind }: CaseLine): boolean => kind === 'case' && check === 'effect.others';
      lines.splice(0, lines.length, ...lines.filter((line) => !isOf(line)));
    },
    /a case of effect\.others that the seed draws is missing/,
  ],
  [
    'the answer of a deletion without a token is a refusal',
    'delete-no-auth',
    (lines) => {
      const step = find(lines, 'step', ({ check, outcome }) => check === 'auth.required' && outcome === 'accepted');
      const refusal = (line: ExchangeLine): boolean => 'status' in line.response && line.response.status === 401;
      const other = lines.find((line) => line.kind === 'exchange' && refusal(line))?.response;
      exchange(lines, step.exchange).response = other ?? { status: 401, headers: {}, body: '' };
    },
    /its exchange was refused, and not accepted/,
  ],
  [
    'the job was looked up before it said SUCCESS',
    'delete-success-too-early',
    (lines) => {
      const early = ({ says }: ReadingLine): boolean => says.kind === 'job' && says.status === 'SUCCESS';
      for (const line of lines) if (line.kind === 'reading' && early(line)) line.says.status = 'RUNNING';
    },
    /exchange \d+ says /,
  ],
];

test.each(edits)('%s: told of a run with %s', async (_what, fault, edit, said) => {
  const { text, result } = await runOf(fault);
  expect(idsWith(result, 'fail')).not.toEqual([]);
  expect((await judged(text, deletion)).problems).toEqual([]);
  const { problems } = await judged(relinked(text, edit), deletion);
  expect(problems.map(({ what }) => what).join('\n')).toMatch(said);
});

test.each(['delete-despite-token', 'delete-despite-project'] as const)(
  'where the look-ups of %s are said to know of nothing that is gone, that is told',
  async (fault) => {
    const { text } = await runOf(fault);
    const forgery = forgeries['what is gone could not be read'];
    if (forgery === undefined) throw new TypeError('there is no such forgery');
    const { problems } = await judged(await forged(text, forgery, deletion), deletion);
    expect(problems.map(({ what }) => what)).toContain(
      'a volume that is gone is read in another way than the contract says',
    );
  },
);
