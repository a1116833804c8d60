import { isDeepStrictEqual } from 'node:util';
import { besides } from '../../../engine/case-runner.ts';
import { maxEach } from '../../../engine/incidental-failures.ts';
import { saysNothing } from '../../../engine/judge/outcome.ts';
import { askedBy, bodyText, type Recipe } from '../../../generators/case.ts';
import type { Room } from '../../../generators/room.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { CaseLine } from '../lines.ts';
import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import { grouped } from './grouped.ts';
import { isRequest, type Sent } from './sent.ts';
import type { Rule, Whole } from './whole.ts';

/** Each request is of a case, or prepares one; what went wrong with it is not passed over. */
export const cases: Rule = (whole) => [
  ...outOfPlace(whole),
  ...unheard(whole),
  ...unfinished(whole),
  ...unprepared(whole),
  ...alone(whole),
];

/** The requests of a case stand between the one before it and itself. */
function outOfPlace({ cases: all, closings, exchanges, sent }: Whole): readonly Problem[] {
  const found: Problem[] = [];
  const byNumber = new Map(sent.map((one) => [one.number, one]));
  const most = new Map<number, number>();
  for (const { exchange, polls } of sent) most.set(exchange, Math.max(most.get(exchange) ?? 0, polls.length));
  /** Of what was told twice the one that shows more counts. */
  const isWhole = ({ exchange, polls }: Sent): boolean => polls.length === most.get(exchange);
  const last = new Map<RequirementId, number>();
  const ended = new Map(closings.map(({ check, line }) => [check, line] as const).reverse());
  for (const one of all) {
    const from = last.get(one.check) ?? 0;
    last.set(one.check, one.line);
    const steps = stepsOf(one);
    const isWithin = steps.every((number) => {
      const step = byNumber.get(number);
      const asked = exchanges[(step?.exchange ?? 0) - 1];
      return step !== undefined && asked !== undefined && step.line < one.line && asked.line > from && isWhole(step);
    });
    if (!isWithin)
      found.push(atLine(one.line, `it is no place for this case of ${one.check}: its requests are elsewhere`));
    const close = ended.get(one.check);
    if (one.purpose !== 'beside' && close !== undefined && close < one.line)
      found.push(atLine(one.line, `${one.check} had ended before this case of it`));
  }
  return found;
}

const stepsOf = ({ exercises }: CaseLine): readonly number[] =>
  exercises.flatMap((told) => ('steps' in told ? told.steps : []));

/** What no case rests on has nothing to say, or was only sent to show more plainly what is said already. */
function unheard({ cases: all, sent, taken, closings, exchanges, isCut, hasShown, plan }: Whole): readonly Problem[] {
  const isTogether = togetherIn(plan.operation);
  if (isCut) return [];
  const repeated = new Set(sent.map(({ repeats }) => repeats));
  const told = new Set(all.flatMap(stepsOf));
  const accused = new Set(
    sent.filter(({ number, accuses }) => told.has(number) && accuses !== undefined).map(({ exchange }) => exchange),
  );
  return sent.flatMap((one): readonly Problem[] => {
    if (one.accuses === undefined || repeated.has(one.number) || isTogether(one)) return [];
    if (told.has(one.number) || accused.has(one.exchange)) return [];
    // what a refusal does later is judged with all answers
    if (taken.has(one.exchange) && one.watched && one.outcome === 'refused') return [];
    const isLast = (exchanges[one.exchange - 1]?.line ?? 0) > (closings.at(-1)?.line ?? 0);
    if (hasShown && isLast && one.recipe?.setup.exact === true) return [];
    return [atLine(one.line, `it is of no case, and ${one.accuses}`)];
  });
}

/**
 * All requests of a case count for it. Only where one had no outcome, or what it was to change could not be read, the case
 * began anew, and what was sent before counts for nothing.
 */
function unfinished({ cases: all, sent, taken, exchanges, read, isCut }: Whole): readonly Problem[] {
  if (isCut) return [];
  const repeated = new Set(sent.map(({ repeats }) => repeats));
  const own = grouped(
    sent.filter(
      ({ recipe, exchange, number }) => recipe !== undefined && !taken.has(exchange) && !repeated.has(number),
    ),
    ({ check }) => check,
  );
  const last = new Map<RequirementId, number>();
  return all.flatMap((one): readonly Problem[] => {
    const from = last.get(one.check) ?? 0;
    last.set(one.check, one.line);
    const left = own.get(one.check)?.find(({ line }) => line > from && line < one.line);
    if (left === undefined || !one.exercises.some((made) => 'steps' in made)) return [];
    const isLost = exchanges.some((other) => {
      if (other.step?.check !== one.check || other.line >= one.line || other.number <= left.exchange) return false;
      if (isRequest(other)) return other.status === null || saysNothing(other.status);
      return read(other)?.says.kind === 'unreadable';
    });
    if (isLost || left.outcome === 'none') return [];
    return [atLine(left.line, `it counts for no case of ${one.check}, and nothing kept it from that`)];
  });
}

/** What is no case has to be the plain extension; where it was refused, that is a case of somebody else's. */
function unprepared(whole: Whole): readonly Problem[] {
  const { contract, plan, sent, taken, room, isCut } = whole;
  // what comes after all checks have ended their own cases makes no further ones
  const endOfOwn = Math.max(
    0,
    ...[...grouped(whole.closings, ({ check }) => check).values()].map(([first]) => first?.line ?? 0),
  );
  const documented = plan.operation.effect.body(contract);
  const repeated = new Set(sent.map(({ repeats }) => repeats));
  return sent.flatMap((one): readonly Problem[] => {
    if (one.recipe !== undefined || taken.has(one.exchange) || one.before === undefined) return [];
    const { asked } = one;
    const isDocumented = one.case.body === bodyText(documented, asked);
    // where a request asks for nothing, there is nothing to tell it by but its being the documented one
    if (asked === null && isDocumented) return [];
    const size = asked ?? '';
    const isDue = one.expects === 'accept' || (one.expects === 'open' && /^\d+$/.test(size)) || isAct(one, size, whole);
    const isPlain = isDocumented && isDue && /^[\d.eE+-]+$/.test(size);
    if (!isPlain) return [atLine(one.line, 'it is no case, and nothing that prepares one')];
    const isRefused = one.outcome === 'refused' && one.expects === 'accept' && one.before.size < room.ceiling;
    if (!isRefused || isCut || repeated.has(one.number) || one.line > endOfOwn || isHeard(one, size, whole)) return [];
    return [atLine(one.line, 'it was refused, valid as it is, and no case of its requirement says so')];
  });
}

/** Beside other volumes a size just below the one that a volume has is sent as well, in an exercise that may have begun anew. */
const isAct = ({ check, before }: Sent, size: string, { plan }: Whole): boolean =>
  check === plan.operation.roles.others && size === String((before?.size ?? 0) - 1);

/** Whether one of the requirements that a valid request may be of has failed, or has a case beside its own. */
function isHeard(one: Sent, size: string, { plan, findings, cases: all, room }: Whole): boolean {
  const known = plan.operation
    .owners(one.case, size)
    .filter((id) => plan.active.some(({ requirement }) => requirement === id));
  return (
    known.length === 0 ||
    known.some((id) => findings.get(id)?.failure !== undefined) ||
    known.some((id) => {
      const besideOwn = all.filter(({ check, purpose }) => purpose === 'beside' && check === id);
      return besideOwn.length >= maxEach || besideOwn.some(({ recipe }) => isOfRequest(recipe, one, room));
    })
  );
}

/** Whether a recipe makes the very request, on a volume with a history as long. */
function isOfRequest(recipe: Recipe, { before, history, case: sent }: Sent, { ceiling, maximum }: Room): boolean {
  const { setup } = recipe;
  const asked = askedBy(recipe, { current: before?.size ?? sent.volume.size, maximum, ceiling });
  const isOfState = setup.multiattach === sent.volume.multiattach && isDeepStrictEqual(setup.servers, sent.servers);
  return bodyText(recipe.body, asked) === sent.body && isOfState && setup.grown === history.length - 1;
}

/** Only one volume at a time can be trusted where another one was seen to change. */
function alone({ cases: all, findings, plan }: Whole): readonly Problem[] {
  if (findings.get(plan.operation.roles.others)?.failure !== undefined) return [];
  return all
    .filter(({ examined }) => examined.kind === 'unavailable' && examined.reason === besides.reason)
    .slice(0, 1)
    .map(({ line }) => atLine(line, 'it is said that volumes change beside others, and none was seen to'));
}
