import type { Evidence } from '../suites/engine/assessment.ts';
import type { Examined } from '../suites/engine/examiner.ts';
import type { Recorder } from '../suites/engine/recorder.ts';
import type { Step, Trace } from '../suites/step.ts';
import type { JobReading, NoReading, VolumeReading } from '../targets/observe.ts';
import type { Result } from '../verdicts/result.ts';
import type { Exchange } from '../wire/exchange.ts';
import { redact, type Secrets } from '../wire/redact.ts';
import { openChain } from './chain.ts';
import { said, toldExchange } from './kept.ts';
import type { EndLine, Line, ToldEvidence, ToldExamined, ToldTrace } from './lines.ts';
import { openNumbering } from './numbering.ts';

/**
 * Everything a run has sent and seen and what it made of that, a JSON object a line, in order; `lines.ts` says what stands
 * in them. Secrets are replaced. Whoever has a transcript and the contract can judge again.
 */
export interface Transcript extends Recorder {
  /** Called as each answer comes in. */
  readonly exchange: (exchange: Exchange) => void;
  /** Writes the last line: without it the run broke off. `lang`: of `report.html`. */
  readonly end: (result: Result, lang: string) => void;
}

type Reading = VolumeReading | JobReading | NoReading;

const unknown: EndLine['circumstances'] = {
  cut: {},
  ended: null,
  failedStart: null,
  notes: {},
  distrust: null,
  crash: null,
};

/** Writes a transcript by lines. `secrets` is asked at each line, for tokens are issued on the way. */
export function openTranscript(secrets: () => Secrets, write: (line: string) => void): Transcript {
  const chain = openChain();
  let circumstances = unknown;
  let cases = 0;

  /** `plain`: what we drew ourselves and has to stay as it is, whatever a secret looks like. */
  function tell(content: Line, plain: object = {}): void {
    write(`${chain.link(JSON.stringify({ ...redact(content, secrets()), ...plain }))}\n`);
  }

  const exchanges = openNumbering<Exchange>((exchange) => (number) => tell(toldExchange(exchange, number)));

  const readings = openNumbering<Reading>((reading) => {
    const { source } = reading;
    const exchange = source === undefined ? null : exchanges.of(source.exchange);
    const [lookup, volume] = [source?.lookup ?? null, source?.volume ?? null];
    return (number) => tell({ kind: 'reading', number, exchange, lookup, volume, says: said(reading) });
  });
  const readingOf = (reading: Reading | undefined): number | null =>
    reading === undefined ? null : readings.of(reading);

  let watched = false;
  const steps = openNumbering<Step>((step) => {
    const { check, ordinal, about, history, expectation, outcome, ending = null, inScope } = step;
    const refers = {
      exchange: exchanges.of(step.exchange),
      before: readingOf(step.before),
      sights: step.sights.map(({ job, volume }) => ({ job: readingOf(job), volume: readings.of(volume) })),
      after: readingOf(step.after),
      lockedBy: step.lockedBy === undefined ? null : steps.of(step.lockedBy),
    };
    const plain = { recipe: step.recipe ?? null, previous: step.previous ?? null };
    const isWatched = watched;
    return (number) => {
      const own = { check, ordinal, about, history, case: step.case, expectation, outcome, ending, inScope };
      tell({ kind: 'step', number, watched: isWatched, ...own, ...refers, ...plain }, plain);
    };
  });

  const trace = (own: Trace): ToldTrace => ({
    steps: own.steps.map(steps.of),
    ...(own.blocked === undefined ? {} : { blocked: own.blocked }),
    ...(own.unclear === undefined ? {} : { unclear: own.unclear }),
    ...(own.bystanders === undefined
      ? {}
      : {
          bystanders: own.bystanders.map(({ before, after }) => ({
            before: readings.of(before),
            after: after === 'gone' ? after : readings.of(after),
          })),
        }),
  });

  return {
    begin: (plan) => tell({ kind: 'run', format: 2, ...plan }),
    exchange: (exchange) => void exchanges.of(exchange),
    step(step, isWatched) {
      watched = isWatched;
      steps.of(step);
      watched = false;
    },
    examined(check, recipe, purpose, examined) {
      const told = toldExamined(examined, trace);
      cases += 1;
      tell({ kind: 'case', check, purpose, examined: told, recipe }, { recipe });
    },
    closed: (check, { unanchored, crash = null }) => tell({ kind: 'close', check, unanchored, crash }),
    circumstances({ cut, ended = null, failedStart = null, notes, distrust = null, crash = null }) {
      const [cuts, noted] = [Object.fromEntries(cut), Object.fromEntries(notes)];
      circumstances = { cut: cuts, ended, failedStart, notes: noted, distrust, crash };
    },
    end({ rows: _, survey: __, ...result }, lang) {
      const counts = { exchanges: exchanges.count(), readings: readings.count(), steps: steps.count(), cases };
      tell({ kind: 'end', circumstances, result, lang, placeholders: secrets().placeholders(), ...counts });
    },
  };
}

function toldExamined(examined: Examined, trace: (own: Trace) => ToldTrace): ToldExamined {
  switch (examined.kind) {
    case 'held':
      return { ...examined, evidence: toldEvidence(examined.evidence, trace) };
    case 'complaint': {
      const { kind, observed, foundAfter, complaint, evidence } = examined;
      const { kind: what, text } = complaint;
      return { kind, observed, foundAfter, complaint: { kind: what, text }, evidence: toldEvidence(evidence, trace) };
    }
    case 'blocked':
    case 'unclear': {
      const { evidence, ...rest } = examined;
      return evidence === undefined ? rest : { ...rest, evidence: toldEvidence(evidence, trace) };
    }
    default:
      return examined;
  }
}

function toldEvidence({ trace: own, twin }: Evidence, trace: (own: Trace) => ToldTrace): ToldEvidence {
  if (twin === undefined) return { trace: trace(own) };
  return { trace: trace(own), twin: { ...twin, trace: trace(twin.trace) } };
}
