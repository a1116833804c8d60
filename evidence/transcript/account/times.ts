import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import type { ExchangeAt } from '../reader.ts';
import { isRequest } from './sent.ts';
import type { Look, Rule, Whole } from './whole.ts';

/** The recorded times match the exchanges. */
export const times: Rule = (whole) => [...ordered(whole), ...timed(whole), ...givenUp(whole), ...passedOver(whole)];

/** Answers stand in the order in which they came, and none before its request. */
function ordered({ exchanges }: Whole): readonly Problem[] {
  return exchanges.flatMap((one, at): readonly Problem[] => {
    const last = exchanges[at - 1]?.answered ?? Number.NEGATIVE_INFINITY;
    return one.sent <= one.answered && last <= one.answered
      ? []
      : [atLine(one.line, 'its times are not in the order of the exchanges')];
  });
}

/** A busy machine may take a while, in ms, between an answer and its record; a longer gap shows nothing lasting. */
const slackMs = 150;
const busyMs = 10_000;

/** A pause counts in full as long as it is no longer than this, in ms: beyond that the run may have stood still. */
const sureMs = 1_000;

/** A look is said to have ended when its answers came. Of a run that stood still the time does not count. */
function timed(whole: Whole): readonly Problem[] {
  const isTogether = togetherIn(whole.plan.operation);
  const { exchanges, run } = whole;
  // a look of a step may be of several exchanges, and counts for no longer than this as a whole
  const most = Math.min(30_000, run.jobMs / 2) / 10;
  return whole.watched.flatMap(({ own, told, looks }): readonly Problem[] => {
    const [first] = told;
    if (first === undefined || isTogether(first)) return [];
    const counted = new Map<number, number>();
    // what was made of the answer before anybody looked does not count
    let last = looks[0]?.sent ?? own.answered;
    let sum = 0;
    let before: Look | undefined;
    for (const one of looks) {
      // what could not be looked up, and is looked up again, is one look, which counts for no more than one
      const isAgain = before?.says.kind === 'unreadable' && before.url === one.url;
      const pause = isAgain ? 0 : Math.min(Math.max(0, one.sent - last), sureMs);
      sum += pause + Math.min(one.answered - one.sent, most);
      last = one.answered;
      before = one;
      counted.set(one.number, sum);
    }
    return told.flatMap(({ line, polls }): readonly Problem[] =>
      polls.some(({ at, job, volume }) => {
        const end = Math.max(job ?? 0, volume ?? 0);
        const shown = exchanges[end - 1];
        if (shown === undefined || !counted.has(end)) return false;
        const real = shown.answered - own.answered;
        return at > real + busyMs || at < (counted.get(end) ?? 0) * 0.95 - slackMs;
      })
        ? [atLine(line, 'the times of its looks are not those of their exchanges')]
        : [],
    );
  });
}

/** A wait is cut short only where the run has waited for a whole limit before. */
function givenUp(whole: Whole): readonly Problem[] {
  if (whole.isCut) return [];
  return whole.watched.flatMap(({ own, told, looks }): readonly Problem[] => {
    const [first] = told;
    // one that stands beside other volumes is not waited for to its end
    if (first?.ending !== 'given-up' || !first.inScope || first.check === whole.plan.operation.roles.others) return [];
    const end = looks.at(-1)?.answered ?? own.answered;
    const isOver = end - own.answered >= whole.run.jobMs - 1;
    const hasMoved = first.polls.some(({ size }) => size !== undefined && size !== first.before?.size);
    if ((isOver && hasMoved) || hasWaited(whole, own, end)) return [];
    return [atLine(first.line, 'it is said to have been given up, but no wait had been in vain by then')];
  });
}

/** Whether the run had looked at some other volume for a whole limit after a request to it. */
function hasWaited({ exchanges, read, run }: Whole, own: ExchangeAt, end: number): boolean {
  const asked = exchanges.filter((one) => isRequest(one) && one !== own && one.answered + run.jobMs <= end + 1);
  return asked.some((request) => {
    const since = exchanges.filter(({ sent }) => sent >= request.answered);
    return since.some((one) => {
      const isLate = one.answered >= request.answered + run.jobMs - slackMs && one.answered <= end + slackMs;
      if (!isLate || isRequest(one)) return false;
      const volume = read(one)?.volume;
      return (volume !== undefined && request.url.includes(volume)) || isOfStep(one, request);
    });
  });
}

const isOfStep = ({ step }: ExchangeAt, request: ExchangeAt): boolean =>
  step !== null && step.check === request.step?.check && step.ordinal === request.step.ordinal;

/** A check may skip cases after so long, in ms. */
const enoughMs = 40_000;

function passedOver({ cases, exchanges }: Whole): readonly Problem[] {
  const start = exchanges[0]?.sent ?? 0;
  return cases.flatMap(({ examined, line, check }): readonly Problem[] => {
    if (examined.kind !== 'passed-over') return [];
    const last = exchanges.findLast((one) => one.line < line);
    const taken = (last?.answered ?? start) - start;
    return taken >= enoughMs ? [] : [atLine(line, `a case of ${check} was skipped, but there was time for it`)];
  });
}
