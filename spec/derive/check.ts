import type { Collected } from './collect.ts';
import { ContradictionError, UnsupportedError } from './errors.ts';
import type { FactId } from './facts.ts';
import type { Sentence } from './page.ts';
import { isGigabyte } from './phrase.ts';

/**
 * Refuses facts that cannot be true together, or by themselves.
 *
 * @throws ContradictionError, UnsupportedError
 */
export function checkFacts({ facts, spots }: Collected, sentences: readonly Sentence[], file: string): void {
  const at = (fact: FactId): { file: string; line: number } => ({ file, line: spots.get(fact)?.line ?? 1 });
  const { F4, F5, F6, F7, F10, F11, F13, F14, F17, F24 } = facts;

  if (F10.name === F11.name) {
    throw new ContradictionError(at('F11'), `${F11.name} is both project and volume`, 'give each its own parameter');
  }
  const unit = F13.unit;
  if (unit !== undefined && !isGigabyte(unit)) {
    throw new UnsupportedError(at('F13'), `sizes are in ${unit.slice(0, 20)}`, 'a contract holds sizes in GB');
  }
  const maximum = F14?.maximum;
  if (maximum !== undefined && !(Number.isSafeInteger(maximum) && maximum > 0)) {
    throw new ContradictionError(at('F14'), 'the maximum is no positive integer', 'write it in digits, as in 32768GB');
  }
  if (F17 !== undefined && F24 !== undefined) {
    throw new ContradictionError(at('F24'), `a success has no body, and yet ${F17.name}`, 'correct one of the two');
  }
  const servers = F7?.servers ?? [];
  const twice = servers.find((server, index) => servers.indexOf(server) !== index);
  if (twice !== undefined) throw new ContradictionError(at('F7'), `${twice} is listed twice`, 'list it once');
  for (const [fact, state] of [
    ['F4', F4],
    ['F5', F5],
  ] as const) {
    if (state?.constraints !== 'listed') continue;
    // A listed constraint that no phrase reads is no contradiction: it is recorded as unparsed.
    const listed = F6?.status === state.status || F7?.status === state.status;
    if (!listed && !sentences.some(({ parent }) => parent?.line === at(fact).line)) {
      const problem = `constraints for ${state.status} are announced and none follows`;
      throw new ContradictionError(at(fact), problem, 'list them below, or say that there is none');
    }
  }
}
