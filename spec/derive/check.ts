import { ContradictionError, UnsupportedError } from '../read/errors.ts';
import type { Sentence } from '../read/page.ts';
import type { Collected } from './collect.ts';
import type { FactId } from './facts.ts';
import { isGigabyte } from './phrase.ts';

/**
 * Refuses facts that cannot be true together, or by themselves.
 *
 * @throws ContradictionError, UnsupportedError
 */
export function checkFacts({ facts, spots }: Collected, sentences: readonly Sentence[], file: string): void {
  const at = (fact: FactId): { file: string; line: number } => ({ file, line: spots.get(fact)?.line ?? 1 });
  const project = facts['parameter.project'].name;
  const volume = facts['parameter.volume'].name;
  const unshared = facts['state.in-use-shared'];
  const listing = facts['state.server-status'];
  const job = facts['response.job'];

  if (project === volume) {
    throw new ContradictionError(
      at('parameter.volume'),
      `${volume} is both project and volume`,
      'give each its own parameter',
    );
  }
  const unit = facts['request.size'].unit;
  if (unit !== undefined && !isGigabyte(unit)) {
    throw new UnsupportedError(at('request.size'), `sizes are in ${unit.slice(0, 20)}`, 'a contract holds sizes in GB');
  }
  const maximum = facts['size.range']?.maximum;
  if (maximum !== undefined && !(Number.isSafeInteger(maximum) && maximum > 0)) {
    throw new ContradictionError(
      at('size.range'),
      'the maximum is no positive integer',
      'write it in digits, as in 32768GB',
    );
  }
  if (job !== undefined && facts['response.no-body'] !== undefined) {
    throw new ContradictionError(
      at('response.no-body'),
      `a success has no body, and yet ${job.name}`,
      'correct one of the two',
    );
  }
  const servers = listing?.servers ?? [];
  const twice = servers.find((server, index) => servers.indexOf(server) !== index);
  if (twice !== undefined)
    throw new ContradictionError(at('state.server-status'), `${twice} is listed twice`, 'list it once');
  for (const fact of ['state.available', 'state.in-use'] as const) {
    const state = facts[fact];
    if (state?.constraints !== 'listed') continue;
    // A listed constraint that no phrase reads is no contradiction: it is recorded as unparsed.
    const listed = unshared?.status === state.status || listing?.status === state.status;
    if (!listed && !sentences.some(({ parent }) => parent?.line === at(fact).line)) {
      const problem = `constraints for ${state.status} are announced and none follows`;
      throw new ContradictionError(at(fact), problem, 'list them below, or say that there is none');
    }
  }
}
