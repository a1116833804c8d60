import { isDeepStrictEqual } from 'node:util';
import { saysNothing } from '../../../engine/judge/outcome.ts';
import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import type { ExchangeAt } from '../reader.ts';
import { grouped } from './grouped.ts';
import { isRequest, nameOf, type Sent } from './sent.ts';
import type { Rule, Whole } from './whole.ts';

/** Each request that was answered is one step, the one that it was sent as. */
export const requests: Rule = (whole) => {
  const { exchanges, sent } = whole;
  const bySteps = grouped(sent, ({ exchange }) => exchange);
  return [
    ...exchanges.filter(isRequest).flatMap((one): readonly Problem[] => {
      const steps = bySteps.get(one.number) ?? [];
      if (one.step === null) return [atLine(one.line, 'it is a request to the operation, but belongs to no step')];
      if (steps.length > 0 || !isAnswered(one) || whole.isCut || isDiscarded(one, whole)) return [];
      return [atLine(one.line, 'it was answered, but no step reports it')];
    }),
    ...[...bySteps.values()].flatMap((steps) => misnamed(steps, exchanges)),
    ...together(whole),
  ];
};

const isAnswered = ({ status }: ExchangeAt): boolean => status !== null && !saysNothing(status);

/** A refusal counts for nothing where its volume could not be read any more. */
function isDiscarded({ number, status }: ExchangeAt, { watched }: Whole): boolean {
  const last = watched.find(({ own }) => own.number === number)?.looks.at(-1);
  return (status ?? 0) >= 400 && last?.says.kind === 'unreadable';
}

/** All records of the same exchange agree, except for later looks. */
function misnamed(steps: readonly Sent[], exchanges: Whole['exchanges']): readonly Problem[] {
  const [first] = steps;
  if (first === undefined) return [];
  const own = exchanges[first.exchange - 1];
  return steps.flatMap((one): readonly Problem[] => {
    if (own?.step == null || nameOf(own.step) !== nameOf(one))
      return [atLine(one.line, `exchange ${one.exchange} was not sent as request ${one.ordinal} of ${one.check}`)];
    return isDeepStrictEqual(sameOf(one), sameOf(first))
      ? []
      : [atLine(one.line, `it describes exchange ${one.exchange} differently from step ${first.number}`)];
  });
}

const sameOf = ({
  about,
  alone,
  asked,
  before,
  case: sent,
  history,
  inScope,
  outcome,
  recipe,
  repeats,
  ending,
}: Sent) => [...[about, alone, asked, before, sent, history, inScope, outcome, recipe, repeats, ending]];

/** A request that was sent alone had no other under way. */
function together({ exchanges, plan, sent }: Whole): readonly Problem[] {
  const isTogether = togetherIn(plan.operation);
  const asked = exchanges.filter(isRequest);
  return sent.flatMap((one): readonly Problem[] => {
    const own = exchanges[one.exchange - 1];
    if (!one.alone || isTogether(one) || own === undefined) return [];
    const beside = asked.find((other) => other !== own && other.sent < own.answered && own.sent < other.answered);
    return beside === undefined
      ? []
      : [atLine(one.line, `it is said to have been sent alone, but exchange ${beside.number} was under way`)];
  });
}
