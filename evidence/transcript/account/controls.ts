import { repaired } from '../../../generators/setups.ts';
import { togetherIn } from '../pairs.ts';
import { atLine, type Problem } from '../problem.ts';
import { grouped } from './grouped.ts';
import type { Sent } from './sent.ts';
import type { Rule } from './whole.ts';

/** A refusal counts only where the same volume, or one like it, takes a valid request. */
export const controls: Rule = (whole) => {
  const isTogether = togetherIn(whole.plan.operation);
  if (whole.isCut) return [];
  const grown = whole.sent.filter(hasGrown);
  const byExchange = new Map(whole.sent.map((one) => [one.exchange, one]));
  const byNumber = new Map(whole.sent.map((one) => [one.number, one]));
  const on = grouped(whole.sent, ({ case: { path } }) => path.volume_id);
  const isGrownLike = (setup: CaseState): boolean => grown.some((one) => stateKey(stateOf(one)) === stateKey(setup));

  function amiss(check: string, one: Sent): readonly Problem[] {
    const closing = whole.closings.find((close) => close.check === check);
    const isExtra = one.recipe?.setup.essential === false;
    const isTold = closing?.unanchored.some(({ essential }) => essential || isExtra) ?? true;
    if (isTold || hasControl(one)) return [];
    return [atLine(one.line, 'it counts as a refusal, but nothing was accepted to compare it with')];
  }

  function hasControl(one: Sent): boolean {
    const own = on.get(one.case.path.volume_id) ?? [];
    if (own.some(hasGrown)) return true;
    const isRefused = own.some(
      (other) => other.exchange > one.exchange && isValid(other) && other.outcome === 'refused',
    );
    if (isRefused) return own.some(({ lockedBy }) => lockedBy !== null);
    return isGrownLike(stateOf(one));
  }

  return whole.cases.flatMap(({ check, examined, exercises }): readonly Problem[] => {
    if (examined.kind !== 'held') return [];
    const [told] = exercises.slice(-1);
    if (told === undefined || !('steps' in told)) return [];
    const one = byExchange.get(byNumber.get(told.steps.at(-1) ?? 0)?.exchange ?? 0);
    if (one?.recipe === undefined || isTogether(one)) return [];
    const [clause = ''] = one.clauses;
    if (clause.startsWith('state.')) {
      if (told.blocked !== undefined || isGrownLike(repaired(one.recipe.setup, clause, whole.contract))) return [];
      return [atLine(one.line, 'it counts as ruled out by its state, but no volume in another state was seen to grow')];
    }
    if (one.outcome === 'accepted' && one.before === undefined && isValid(one) && told.blocked === undefined) {
      const own = on.get(one.case.path.volume_id) ?? [];
      if (own.some((other) => other.outcome === 'refused' && other.exchange > (own.find(hasGrown)?.exchange ?? 0)))
        return [];
      return [atLine(one.line, 'nothing shows that what was accepted had an effect')];
    }
    return one.outcome === 'refused' ? amiss(check, one) : [];
  });
};

interface CaseState {
  readonly status: string;
  readonly multiattach: boolean;
  readonly servers: readonly string[];
}

const stateKey = ({ status, multiattach, servers }: CaseState): string =>
  JSON.stringify([status, multiattach, servers]);

const stateOf = ({ recipe, case: { volume, servers } }: Sent): CaseState => recipe?.setup ?? { ...volume, servers };

const isValid = ({ expects, inScope }: Sent): boolean => expects === 'accept' && inScope;

/** Where nothing can be read, an acceptance has to do. */
const hasGrown = (one: Sent): boolean => isValid(one) && one.outcome === 'accepted' && one.tookPlace;
