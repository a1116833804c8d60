import type { Examined } from '../../engine/checking/case-runner.ts';
import type { Recorder } from '../../engine/recorder.ts';
import type { Exercised } from '../../engine/stage.ts';
import type { Blocked, Step, Trace } from '../../engine/step.ts';
import type { JobReading, NoReading, VolumeReading } from '../../targets/observe.ts';
import type { VolumeEvent } from '../../targets/told-ledger.ts';
import type { Result } from '../../verdicts/result.ts';
import type { Exchange, Times } from '../../wire/exchange.ts';
import type { Secrets } from '../../wire/redact.ts';
import { openChain } from './chain.ts';
import { openKeeper, said } from './kept.ts';
import type { EndLine, ToldExamined, ToldExercise, ToldTrace, TranscriptLine } from './lines.ts';
import { openNumbering } from './numbering.ts';

/**
 * Everything that a run has sent, seen and concluded, a JSON object a line, in order; `lines.ts` describes
 * the lines. Secrets are replaced. With a transcript and the contract, anybody can judge again.
 */
export interface Transcript extends Recorder {
  /** Called as each answer comes in; `held`: as what the run goes on with it. */
  readonly exchange: (exchange: Exchange, held: Exchange, times: Times) => void;
  /** Called as each set-up and each teardown ends. */
  readonly volume: (event: VolumeEvent) => void;
  /** Writes the last line: without it the run broke off. `lang`: of `report.html`. */
  readonly end: (result: Result, lang: string) => void;
}

type WrittenReading = VolumeReading | JobReading | NoReading;

const unknown: EndLine['circumstances'] = {
  cut: {},
  ended: null,
  denial: null,
  failedStart: null,
  notes: {},
  distrust: null,
  crash: null,
};

/** Writes a transcript by lines. `secrets` is asked at each line, because tokens are issued during the run. */
export function openTranscript(secrets: () => Secrets, write: (line: string) => void): Transcript {
  const chain = openChain();
  let circumstances = unknown;
  let cases = 0;

  /** Secrets are hidden only in the words of others: the suite's own words stay, whatever a secret looks like. */
  const tell = (content: TranscriptLine): void => write(`${chain.link(JSON.stringify(content))}\n`);
  const hide = (text: string): string => secrets().hide(text);
  const keep = openKeeper(secrets);

  let times: Times = { sent: 0, answered: 0 };
  const exchanges = openNumbering<Exchange>((exchange) => (number) => tell(keep(exchange, number, times)));

  const readings = openNumbering<WrittenReading>((reading) => {
    const { source } = reading;
    const exchange = source === undefined ? null : exchanges.of(source.exchange);
    const lookup = source?.lookup ?? null;
    const volume = source?.volume === undefined ? null : hide(source.volume);
    return (number) => tell({ kind: 'reading', number, exchange, lookup, volume, says: said(reading, hide) });
  });
  const readingOf = (reading: WrittenReading | undefined): number | null =>
    reading === undefined ? null : readings.of(reading);

  let watched = false;
  const steps = openNumbering<Step>((step) => {
    const { check, ordinal, about, history, expectation, outcome, ending = null, alone, inScope } = step;
    const { recipe = null, previous = null } = step;
    const exchange = exchanges.of(step.exchange);
    const before = readingOf(step.before);
    const sights = step.polls.map(({ at, job, volume }) => ({ at, job: readingOf(job), volume: readings.of(volume) }));
    const after = readingOf(step.after);
    const repeats = step.repeats === undefined ? null : steps.of(step.repeats);
    const lockedBy = step.lockedBy === undefined ? null : steps.of(step.lockedBy);
    const isWatched = watched;
    return (number) => {
      const { path, body, ...rest } = step.case;
      const ids = { project_id: hide(path.project_id), volume_id: hide(path.volume_id) };
      const asked = step.asked === null ? null : hide(step.asked);
      const own = { check, ordinal, about, history, case: { path: ids, body: hide(body), ...rest }, asked };
      const came = { expectation, outcome, ending, alone, inScope, recipe, previous };
      const seen = { exchange, before, sights, after, repeats, lockedBy };
      tell({ kind: 'step', number, watched: isWatched, ...own, ...came, ...seen });
    };
  });

  const hidden = <T extends Blocked>(blocked: T): T => ({ ...blocked, reason: hide(blocked.reason) });
  const trace = (own: Trace): ToldTrace => ({
    steps: own.steps.map((step) => steps.of(step)),
    ...(own.blocked === undefined ? {} : { blocked: hidden(own.blocked) }),
    ...(own.unclear === undefined ? {} : { unclear: hide(own.unclear) }),
    ...(own.bystanders === undefined
      ? {}
      : {
          bystanders: own.bystanders.map(({ id, before, after }) => ({
            id: hide(id),
            before: readings.of(before),
            after: after === 'gone' ? after : readings.of(after),
          })),
        }),
  });

  function exercise(made: Exercised): ToldExercise {
    if ('steps' in made) return trace(made);
    return made.kind === 'blocked'
      ? { ...made, blocked: hidden(made.blocked) }
      : { ...made, reason: hide(made.reason) };
  }

  return {
    begin: (plan) => tell({ kind: 'run', format: 5, ...plan }),
    exchange(exchange, held, { sent, answered }) {
      times = { sent: inMicroseconds(sent), answered: inMicroseconds(answered) };
      exchanges.of(held, exchange);
    },
    volume(event) {
      const volume = 'volume' in event ? { project: hide(event.volume.project), id: hide(event.volume.id) } : null;
      const reason = 'reason' in event ? hide(event.reason) : null;
      const asked = ('asked' in event ? event.asked : undefined) ?? null;
      tell({ kind: 'volume', event: event.event, at: inMicroseconds(event.at), volume, reason, asked });
    },
    step(step, isWatched) {
      watched = isWatched;
      steps.of(step);
      watched = false;
    },
    examined(check, recipe, purpose, { examined, exercises }) {
      const told = exercises.map(exercise);
      cases += 1;
      tell({ kind: 'case', check, purpose, examined: toldExamined(examined, hide), exercises: told, recipe });
    },
    closed: (check, { uncontrolled: unanchored, crash }) =>
      tell({
        kind: 'close',
        check,
        unanchored: unanchored.map(hidden),
        crash: crash === undefined ? null : hide(crash),
      }),
    circumstances({ cut, ended = null, denial, failedStart = null, notes, distrust = null, crash = null }) {
      const all = {
        cut: Object.fromEntries(cut),
        ended,
        denial: denial === undefined ? null : exchanges.of(denial),
        failedStart,
        notes: Object.fromEntries(notes),
        distrust,
        crash,
      };
      circumstances = inTexts(all, hide);
    },
    end({ rows: _, survey: __, passing: ___, smoke: ____, stopped: _____, ...result }, lang) {
      const counts = { exchanges: exchanges.count(), readings: readings.count(), steps: steps.count(), cases };
      tell({ kind: 'end', circumstances, result, lang, placeholders: secrets().placeholders(), ...counts });
    },
  };
}

/** A copy of plain data with every text in it changed; keys stay. */
function inTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => inTexts(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inTexts(one, change)])) as T;
}

/** Times are kept so precisely, in ms, because their order counts. */
const inMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000;

/** The result of a case, without its basis. */
function toldExamined(examined: Examined, hide: (text: string) => string): ToldExamined {
  switch (examined.kind) {
    case 'held':
      return { kind: examined.kind, observed: examined.observed };
    case 'complaint': {
      const { kind, observed, foundAfter, complaint } = examined;
      return { kind, observed, foundAfter, complaint: { kind: complaint.kind, text: hide(complaint.text) } };
    }
    case 'blocked': {
      const { kind, blocked } = examined;
      return { kind, blocked: { ...blocked, reason: hide(blocked.reason) } };
    }
    case 'unclear':
    case 'unavailable':
    case 'crashed':
      return { kind: examined.kind, reason: hide(examined.reason) };
    default:
      return { kind: examined.kind };
  }
}
