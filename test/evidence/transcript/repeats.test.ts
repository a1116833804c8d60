import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../../backend/backend.ts';
import { refuse } from '../../../backend/refusal.ts';
import type { Change } from '../../../backend/rules.ts';
import type { StepLine } from '../../../evidence/transcript/lines.ts';
import { refusing, tiresAfter } from '../../../selftest/unsteady.ts';
import { crowds, places } from '../../../selftest/variants/crowds.ts';
import { moments } from '../../../selftest/variants/moments.ts';
import { told } from '../../suites/bench.ts';
import { find, relinked } from './edits.ts';
import { judged, recorded } from './recorded.ts';

const moment = (id: string): BackendOptions => [...crowds, ...moments].find((one) => one.id === id)?.backend ?? {};

/** One request in so many, whatever it asks for, meets a server error. */
const erring =
  (every: number): Change =>
  (rules) => {
    let count = 0;
    return {
      readSize(...given) {
        count += 1;
        return count % every === 0 ? refuse('crash', 'try again') : rules.readSize(...given);
      },
    };
  };

/** Services of which requests are sent again, or whose passing changes are told. */
const services = {
  crowded: { jobDelayMs: 60, change: places(2) },
  locked: moment('project-lock'),
  unsteady: { change: refusing((count) => count % 5 === 0) },
  erring: { change: erring(9) },
  tiring: { change: tiresAfter(2) },
  failing: moment('two-jobs-by-failing'),
  early: moment('success-150-ms-early'),
  behind: moment('replicas-in-turn'),
} satisfies Record<string, BackendOptions>;

const runs = new Map<keyof typeof services, ReturnType<typeof recorded>>();
function runOf(service: keyof typeof services) {
  const run = runs.get(service) ?? recorded(services[service]);
  runs.set(service, run);
  return run;
}

test.each(Object.keys(services) as (keyof typeof services)[])('an honest run is verified: %s', async (service) => {
  const { result, text } = await runOf(service);
  const verified = await judged(text);
  expect(verified.problems).toEqual([]);
  expect(told(verified.result)).toEqual(told(result));
  expect(verified.result.passing).toEqual(result.passing);
});

const repeats = (line: StepLine): boolean => line.repeats !== null;
const isValid = (line: StepLine): boolean => line.expectation.kind === 'accept' && line.inScope;
type Lines = Parameters<Parameters<typeof relinked>[1]>[0];
const firstOf = (lines: Lines, second: StepLine) => find(lines, 'step', ({ number }) => number === second.repeats);
/** A refusal after all repetitions. */
const counted = (lines: Lines) =>
  find(lines, 'step', (line) => repeats(line) && line.outcome === 'refused' && line.watched);
/** The second of a pair of which the first was, or was not, by itself. */
function secondOf(lines: Lines, isAlone: boolean, fits: (line: StepLine) => boolean = () => true) {
  return find(lines, 'step', (line) => repeats(line) && fits(line) && firstOf(lines, line).alone === isAlone);
}

type RepeatEdit = readonly [what: string, service: keyof typeof services, edit: (lines: Lines) => void, said: RegExp];

const edits: readonly RepeatEdit[] = [
  [
    'a request that was sent again is said to be none',
    'crowded',
    (lines) => {
      find(lines, 'step', repeats).repeats = null;
    },
    /it is exempted from the rules about all answers/,
  ],
  [
    'and what it repeats is shown to those rules',
    'crowded',
    (lines) => {
      const second = find(lines, 'step', repeats);
      firstOf(lines, second).watched = true;
      second.repeats = null;
    },
    /it was sent alone, but the run was not one by one/,
  ],
  [
    'a refusal that counts is said to have been taken later, by another volume',
    'tiring',
    (lines) => {
      const refused = counted(lines);
      refused.watched = false;
      const taken = (line: StepLine) => isValid(line) && line.outcome === 'accepted' && line.number > refused.number;
      Object.assign(find(lines, 'step', taken), { repeats: refused.number, alone: true });
    },
    /it does not repeat the request of step \d+/,
  ],
  [
    'a request repeats another one',
    'unsteady',
    (lines) => {
      const [one, other] = lines.filter((line) => line.kind === 'step' && repeats(line));
      [one.repeats, other.repeats] = [other.repeats, one.repeats].sort((a, b) => a - b);
      other.repeats = one.repeats;
    },
    /it does not repeat the request of step \d+/,
  ],
  [
    'what was accepted is said not to have counted',
    'crowded',
    (lines) => {
      const taken = find(lines, 'step', (line) => isValid(line) && line.outcome === 'accepted' && line.watched);
      taken.watched = false;
      const at = lines.indexOf(taken);
      lines.splice(at + 1, 0, {
        ...taken,
        number: taken.number + 1,
        watched: true,
        repeats: taken.number,
        alone: true,
      });
    },
    /it is said to repeat step \d+, about which nothing was in doubt/,
  ],
  [
    'a refusal that counts is kept from the rules about all answers',
    'tiring',
    (lines) => {
      counted(lines).watched = false;
    },
    /it is exempted from the rules about all answers/,
  ],
  [
    'a refusal of a departure is kept from them',
    'crowded',
    (lines) => {
      find(lines, 'step', ({ about, outcome }) => about !== '' && outcome === 'refused').watched = false;
    },
    /it is exempted from the rules about all answers/,
  ],
  [
    'the first of a pair is said to have been by itself',
    'crowded',
    (lines) => {
      firstOf(lines, secondOf(lines, false)).alone = true;
    },
    /it was sent alone, but the run was not one by one/,
  ],
  [
    'a refusal by itself is said to have been beside others',
    'unsteady',
    (lines) => {
      const pairs = lines.filter((line) => line.kind === 'step' && repeats(line));
      for (const second of pairs) firstOf(lines, second).alone = false;
    },
    /it was not sent alone, but the run was one by one/,
  ],
  [
    'the second of a pair is said to have been beside others',
    'crowded',
    (lines) => {
      secondOf(lines, false).alone = false;
    },
    /it is wrong about whether the repeated request was sent alone/,
  ],
  [
    'what met a server error is said to have met none',
    'erring',
    (lines) => {
      const second = find(lines, 'step', (line) => repeats(line) && line.outcome === 'accepted');
      const { exchange } = firstOf(lines, second);
      find(lines, 'exchange', ({ number }) => number === exchange).response = {
        ...find(lines, 'exchange', ({ number }) => number === second.exchange).response,
      };
    },
    /it is said to repeat step \d+, about which nothing was in doubt/,
  ],
  [
    'a server error that counts for nothing is said of two requests',
    'erring',
    (lines) => {
      const [one, other] = lines.filter((line) => line.kind === 'step' && repeats(line));
      other.repeats = one.repeats;
    },
    /step \d+ is said to have been sent again twice/,
  ],
  [
    'looks whose times go back',
    'behind',
    (lines) => {
      find(lines, 'step', ({ sights }) => sights.length > 2).sights[0].at = 70_000;
    },
    /its looks are not in the order of their times/,
  ],
  [
    'looks in another order than that of their answers',
    'behind',
    (lines) => {
      const { sights } = find(lines, 'step', (line) => line.sights.length > 2 && line.inScope);
      [sights[0].volume, sights[1].volume] = [sights[1].volume, sights[0].volume];
    },
    /its readings are not of before and after its exchange/,
  ],
  [
    'a change that passed made one that stood',
    'early',
    (lines) => {
      for (const { sights = [] } of lines) for (const sight of sights) sight.at *= 10;
    },
    /it notes a SUCCESS that came too early, but no step shows it/,
  ],
  [
    'a change that passed made none',
    'early',
    (lines) => {
      find(lines, 'end').circumstances.notes['job.truthful'] = [];
    },
    /it does not note each SUCCESS that came too early/,
  ],
];

describe('an edit of what was sent again, or when it was seen, shows', () => {
  test.each(edits)('%s (%s)', async (_what, service, edit, said) => {
    const { text } = await runOf(service);
    const { problems } = await judged(relinked(text, edit));
    expect(problems.map(({ what }) => what).join('\n')).toMatch(said);
  });
});
