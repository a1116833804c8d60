import { isDeepStrictEqual } from 'node:util';
import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import { grouped } from './grouped.ts';
import type { Sent } from './sent.ts';
import type { Look, Rule, Watched, Whole } from './whole.ts';

/** A step shows all look-ups that were made for it, and no other. */
export const looks: Rule = (whole) => [
  ...whole.watched.flatMap((one) => [...unshown(one, whole), ...strange(one, whole)]),
  ...atRest(whole),
];

/** After two requests at once, the last look at either shows the final state, and each has its looks up to its own last. */
function atRest({ plan, watched, taken, isCut }: Whole): readonly Problem[] {
  const isTogether = togetherIn(plan.operation);
  const pairs = watched.filter(({ own, told: [first] }) => first && isTogether(first) && taken.has(own.number));
  const of = grouped(pairs, ({ told: [first] }) => first?.case.path.volume_id);
  // a volume may be handed out for another pair, later
  const each = [...of.values()].flatMap((all) =>
    all.flatMap((one, at) => (at % 2 === 0 ? [[one, ...all.slice(at + 1, at + 2)]] : [])),
  );
  return each.flatMap((pair): readonly Problem[] =>
    pair.flatMap(({ told, looks: own }): readonly Problem[] => {
      const last = pair
        .flatMap((one) => one.looks)
        .sort((one, other) => one.number - other.number)
        .findLast(isVolume);
      const end = told.at(-1);
      if (end === undefined || isCut || pair.every((one) => one.told[0]?.outcome === 'refused')) return [];
      const shown = new Set(told.flatMap(shownIn));
      const until = Math.max(0, ...end.polls.flatMap(({ volume }) => volume ?? 0));
      const left = own.find((one) => one.number < until && isAnyone(one) && !shown.has(one.number));
      // of a refusal the last look counts, however often it was looked at
      const isWhole = end.outcome === 'refused' || left === undefined || isThinned(left, own, shown, end);
      if (isWhole && (last === undefined || end.after?.exchange === last.number)) return [];
      return [atLine(end.line, 'the volume after two requests at once is not the one last seen')];
    }),
  );
}

const isVolume = ({ says }: Look): boolean => says.kind === 'volume';

/** A longer wait is recorded with its first looks and its latest. */
const mostPolls = 40;

function unshown({ told, looks: all }: Watched, { isCut, plan }: Whole): readonly Problem[] {
  const isTogether = togetherIn(plan.operation);
  const [first] = told;
  if (first === undefined || isTogether(first)) return [];
  const shown = new Set(told.flatMap(shownIn));
  const own = all.filter(({ volume }) => volume === undefined || isOf(first, volume));
  const isLater = (one: Look): boolean => own.some(({ number, url }) => number > one.number && url === one.url);
  const missing = own.filter((one) => {
    if (told.some((step) => isLeftOut(one, step, own))) return true;
    if (shown.has(one.number)) return false;
    // what could not be looked up was looked up again
    if (one.says.kind === 'unreadable' && isLater(one)) return false;
    return first.polls.length > 0 ? !isThinned(one, own, shown, first) : !isLater(one) && isAnyone(one);
  });
  return missing
    .filter((one) => !isCut || (first.polls.length > 0 && isLater(one)))
    .slice(0, 1)
    .map((one) => atLine(first.line, `exchange ${one.number} looked at its effect, but is not listed there`));
}

/** Whether a step that shows later looks leaves out one that could be read. */
function isLeftOut(one: Look, step: Sent, own: readonly Look[]): boolean {
  const shown = new Set(shownIn(step));
  if (step.polls.length === 0 || shown.has(one.number) || one.number > Math.max(...shown)) return false;
  return isAnyone(one) && !isThinned(one, own, shown, step);
}

/** Where nothing was waited for, the last look that could be read is the one that counts. */
const isAnyone = ({ says }: Look): boolean => says.kind !== 'unreadable';

/** Between two looks that say the same as it. */
function isThinned(one: Look, own: readonly Look[], shown: ReadonlySet<number>, { polls }: Sent): boolean {
  if (polls.length < mostPolls) return false;
  const alike = own.filter(({ url, number }) => url === one.url && shown.has(number));
  const before = alike.findLast(({ number }) => number < one.number);
  const after = alike.find(({ number }) => number > one.number);
  return [before, after].every((other) => other !== undefined && isDeepStrictEqual(storyOf(other), storyOf(one)));
}

const storyOf = ({ says }: Look): unknown => (says.kind === 'unreadable' ? says.why : says);

const shownIn = ({ polls, after }: Sent): readonly number[] =>
  [...polls.flatMap(({ job, volume }) => [job, volume]), after?.exchange ?? null].filter((one) => one !== null);

function strange({ told, looks: all }: Watched, { plan }: Whole): readonly Problem[] {
  const isTogether = togetherIn(plan.operation);
  const own = new Set(all.map(({ number }) => number));
  return told
    .filter((one) => !isTogether(one))
    .flatMap((one): readonly Problem[] => {
      const other = shownIn(one).find((number) => !own.has(number));
      return other === undefined ? [] : [atLine(one.line, `it shows exchange ${other}, which did not look at it`)];
    });
}

/** Ids as they stand in a path; one with a secret in it is not as it was sent. */
function isOf({ case: { path } }: Sent, volume: string): boolean {
  return volume === path.volume_id || path.volume_id.includes('$');
}
