import { isDeepStrictEqual } from 'node:util';
import { besides } from '../../../engine/checking/case-runner.ts';
import { maxEach } from '../../../engine/checking/incidental-failures.ts';
import { furtherAtOnce } from '../../../engine/checking/run-check.ts';
import { saysNothing } from '../../../engine/judge/outcome.ts';
import { askedBy, bodyText, type Recipe } from '../../../generators/case.ts';
import type { Room } from '../../../generators/room.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { CaseLine } from '../lines.ts';
import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import type { Numbered } from '../reader.ts';
import { grouped } from './grouped.ts';
import { isRequest, type Sent } from './sent.ts';
import type { Rule, Whole } from './whole.ts';

/** Each request belongs to a case, or prepares one; its mistakes are not skipped. */
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
  /** If a case is recorded twice, the record that shows more counts. */
  const isWhole = ({ exchange, polls }: Sent): boolean => polls.length === most.get(exchange);
  const before = openBefore();
  const ended = new Map(closings.map(({ check, line }) => [check, line] as const).reverse());
  for (const one of all) {
    const from = before(one);
    const steps = stepsOf(one);
    const isWithin = steps.every((number) => {
      const step = byNumber.get(number);
      const asked = exchanges[(step?.exchange ?? 0) - 1];
      return step !== undefined && asked !== undefined && step.line < one.line && asked.line > from && isWhole(step);
    });
    if (!isWithin)
      found.push(atLine(one.line, `this case of ${one.check} is in the wrong place: its requests are elsewhere`));
    const close = ended.get(one.check);
    if (one.purpose !== 'beside' && close !== undefined && close < one.line)
      found.push(atLine(one.line, `${one.check} had ended before this case of it`));
  }
  return found;
}

/**
 * Gets all cases in order: finds the line after which the requests of each stand. That is the case before it, or, for further cases between
 * checks, the one that had to end before it began.
 */
function openBefore(): (one: Numbered<CaseLine>) => number {
  const same = (line: number): readonly number[] => Array.from({ length: furtherAtOnce }, () => line);
  const latest = new Map<RequirementId, readonly number[]>();
  return ({ check, line, purpose }) => {
    const lines = latest.get(check) ?? same(0);
    const isFurther = purpose === 'further';
    latest.set(check, isFurther ? [...lines.slice(1), line] : same(line));
    return lines.at(isFurther ? 0 : -1) ?? 0;
  };
}

const stepsOf = ({ exercises }: CaseLine): readonly number[] =>
  exercises.flatMap((told) => ('steps' in told ? told.steps : []));

/** A request outside all cases shows nothing, or only shows a known fact more plainly. */
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
    return [atLine(one.line, `it belongs to no case, and ${one.accuses}`)];
  });
}

/**
 * All requests of a case count for it. Only if one had no outcome, or its volume could not be read, the case
 * began again, and the earlier requests count for nothing.
 */
function unfinished({ cases: all, sent, taken, exchanges, read, isCut }: Whole): readonly Problem[] {
  if (isCut) return [];
  const repeated = new Set(sent.map(({ repeats }) => repeats));
  // what is shown again, for its volume was read later, has had its place before
  const firsts = new Map(sent.map(({ exchange, line }) => [exchange, line] as const).reverse());
  const own = grouped(
    sent.filter(
      ({ recipe, exchange, number, line }) =>
        recipe !== undefined && !taken.has(exchange) && !repeated.has(number) && firsts.get(exchange) === line,
    ),
    ({ check }) => check,
  );
  const before = openBefore();
  return all.flatMap((one): readonly Problem[] => {
    const from = before(one);
    const left = own.get(one.check)?.find(({ line }) => line > from && line < one.line);
    if (left === undefined || !one.exercises.some((made) => 'steps' in made)) return [];
    const isLost = exchanges.some((other) => {
      if (other.step?.check !== one.check || other.line >= one.line || other.number <= left.exchange) return false;
      if (isRequest(other)) return other.status === null || saysNothing(other.status);
      return read(other)?.says.kind === 'unreadable';
    });
    if (isLost || left.outcome === 'none') return [];
    return [atLine(left.line, `it counts for no case of ${one.check}, but nothing prevented that`)];
  });
}

/** A request outside all cases has to be the plain one; if it was refused, it is a case of another check. */
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
    if (!isPlain) return [atLine(one.line, 'it is not a case, and prepares none')];
    const isRefused = one.outcome === 'refused' && one.expects === 'accept' && one.before.size < room.ceiling;
    if (!isRefused || isCut || repeated.has(one.number) || one.line > endOfOwn || isHeard(one, size, whole)) return [];
    return [atLine(one.line, 'it is valid and was refused, but no case of its requirement says so')];
  });
}

/** The check of other volumes also sends sizes just outside the range, in an exercise that may have begun again. */
const isAct = ({ check, before }: Sent, size: string, { plan, room }: Whole): boolean =>
  check === plan.operation.roles.others &&
  [(before?.size ?? 0) - 1, (room.maximum ?? 0) + 1].map(String).includes(size);

/** Whether one of the requirements that a valid request may belong to has failed, or has a case outside its own. */
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
    .map(({ line }) => atLine(line, 'volumes are said to change with others, but none was seen to'));
}
