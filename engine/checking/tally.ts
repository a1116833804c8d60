import type { Recipe } from '../../generators/case.ts';
import type { Blocked } from '../step.ts';
import type { Assessment } from './assessment.ts';
import { blockedRemark, type Remark } from './remark.ts';

/** Gathers the results of the cases of one check. */
export interface Tally {
  /** `mandatory`: a pass cannot do without the case. */
  note(recipe: Recipe, assessment: Assessment, mandatory: boolean): void;
  /** The refusals without a control at the end of the check. */
  blocked(blocked: readonly (Blocked & { readonly essential: boolean })[]): void;
  readonly runs: () => number;
  /** No case was judged yet. */
  readonly isEmpty: () => boolean;
  readonly observed: () => boolean;
  /** Nothing could be judged, and its basis was wrong again and again: further cases would only cost. */
  readonly isHopeless: () => boolean;
  /** Reasons why the row cannot be judged. */
  readonly doubts: () => readonly Remark[];
  readonly notes: () => readonly Remark[];
}

/** More fruitless cases than any check has essential set-ups. */
const maxFruitless = 5;

/** An empty tally. An extra set-up that is not available, or whose own rule is broken, is a note and not a doubt. */
export function openTally(): Tally {
  const doubts = new Map<string, Remark>();
  const notes = new Map<string, Remark>();
  let runs = 0;
  let observed = true;
  let fruitless = 0;
  /** Name → why none of the set-ups with this name could be judged; undefined where one was. */
  const either = new Map<string, Remark | undefined>();
  const put = (essential: boolean, remark: Remark, subject: string): void => {
    const said = essential ? remark : { ...remark, about: `not judged for ${subject}` };
    (essential ? doubts : notes).set(JSON.stringify(said), said);
  };
  return {
    note(recipe, assessment, mandatory) {
      const { setup } = recipe;
      // one by one nothing is crowded: it was taken by itself
      if (assessment.kind === 'held' || assessment.kind === 'complaint' || assessment.kind === 'crowded') {
        runs += 1;
        if (assessment.kind !== 'crowded') observed &&= assessment.observed;
        if (setup.oneOf !== undefined) either.set(setup.oneOf, undefined);
        return;
      }
      fruitless += 1;
      const remark = assessment.kind === 'blocked' ? blockedRemark(assessment.blocked) : { reason: assessment.reason };
      if (setup.oneOf !== undefined && !either.has(setup.oneOf)) either.set(setup.oneOf, remark);
      // a lost request says nothing of the set-up: the row as a whole cannot be told; nor can it where the budget is used up
      const isSpent = mandatory && assessment.kind === 'unavailable' && assessment.budget === true;
      put(setup.essential || assessment.kind === 'unclear' || isSpent, remark, named(setup));
    },
    blocked(list) {
      for (const one of list) put(one.essential, blockedRemark(one), 'some of the extra set-ups');
    },
    runs: () => runs,
    isEmpty: () => runs === 0 && fruitless === 0,
    isHopeless: () => runs === 0 && fruitless >= maxFruitless,
    observed: () => observed,
    doubts: () => [...doubts.values(), ...[...either.values()].filter((remark) => remark !== undefined)],
    notes: () => [...notes.values()],
  };
}

/** `in-use, servers ERROR`, for notes. */
function named({ status, multiattach, servers, size }: Recipe['setup']): string {
  const parts = [
    status,
    multiattach ? 'shared' : '',
    servers.length > 0 ? `servers ${servers.join('+')}` : '',
    `${size} GB`,
  ];
  return `a volume ${parts.filter((part) => part !== '').join(', ')}`;
}
