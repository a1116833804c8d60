import { isDeepStrictEqual } from 'node:util';
import { sizeMeant } from '../../engine/fixtures/fit.ts';
import { expectedSize } from '../../engine/judge/expect.ts';
import { isDenied, isLost, outcomeOf } from '../../engine/judge/outcome.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Step } from '../../engine/step.ts';
import type { Contract } from '../../spec/contract.ts';
import { pathIds } from '../../spec/parts.ts';
import type { JobReading, NoReading, ReadingSource, VolumeReading } from '../../targets/observe.ts';
import { pathSegment } from '../../wire/path.ts';
import { isSentAsMade, type OperationFitter, sizedOf } from './foreign.ts';
import { said } from './kept.ts';

/** The basis for checking steps. */
interface Measure {
  readonly contract: Contract;
  readonly fitter: OperationFitter;
  /** Whether a URL is of the target. */
  readonly isOfTarget: (url: string) => boolean;
}

/** Whether URLs are of this origin, below this path. */
export function within(target: string): (url: string) => boolean {
  const base = URL.canParse(target) ? new URL(target) : undefined;
  const path = base?.pathname.split('/').filter((segment) => segment !== '') ?? [];
  return (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // a secret that stands in it may have made it no URL
    if (base === undefined) return target !== '' && text.startsWith(`${target}/`);
    if (url?.origin !== base.origin) return false;
    const segments = url.pathname.split('/').filter((segment) => segment !== '');
    return path.every((segment, at) => segments[at] === segment);
  };
}

/** The statements about a step that do not follow from its exchange, its readings and the contract. */
export function misfits(step: Step, { contract, fitter, isOfTarget }: Measure): readonly string[] {
  const { exchange, expectation, outcome } = step;
  const found: string[] = [];
  // what departs by its method may have no body at all
  const { body = step.inScope ? '' : step.case.body } = exchange.request;
  if (body !== step.case.body) found.push('its case is not the one that its exchange sent');
  if (!isOfTarget(exchange.url)) found.push('its exchange was not with the target');
  if (step.inScope && !exchange.url.endsWith(pathOf(step, contract)))
    found.push('its exchange was not with the volume of its case');
  if (isLost(exchange)) found.push('its exchange has no outcome, so it makes no step');
  if (step.inScope !== isProper(step, fitter.operation))
    found.push('it is wrong about whether the rules for all answers hold for it');
  if (!isOfItsRecipe(step)) found.push('its recipe gives another case for the volume');
  if (step.inScope && exchange.request.method !== contract.operation.method)
    found.push(`its exchange is no ${contract.operation.method}`);
  const seen = outcomeOf(exchange, contract);
  if (seen !== outcome) found.push(`its exchange was ${inWords[seen]}, and not ${inWords[outcome]}`);
  if (!isSentAsMade(step, fitter, contract))
    found.push('its exchange did not send the request of its recipe for the volume');
  // what was expected is said by whoever wrote the transcript: the contract itself is asked once more
  if (!isDeepStrictEqual(plain(fitter.oracle(step.case)), plain(expectation)))
    found.push('the contract expects something else of its case');
  const stranger = readingsOf(step).find(
    ({ source }) => source?.volume !== undefined && source.volume !== step.case.path.volume_id,
  );
  if (stranger !== undefined) found.push(`it shows a reading of the volume ${stranger.source?.volume ?? ''}`);
  if (step.polls.some(({ at }, which) => at < (step.polls[which - 1]?.at ?? 0)))
    found.push('its looks are not in the order of their times');
  if (!endsSo(step, fitter, contract)) found.push(`its readings do not show the ending ${JSON.stringify(step.ending)}`);
  return found;
}

/** Where a request of the operation to the step's volume goes, below the target's URL. */
function pathOf({ case: { path } }: Step, contract: Contract): string {
  const ids = pathIds(contract, { project: path.project_id, volume: path.volume_id });
  return contract.operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => pathSegment(ids[name] ?? whole));
}

/** Whether the rules about answers hold for a step; of two that were sent at once neither is judged by them. */
function isProper({ check, inScope, about, expectation, before, exchange }: Step, { roles }: Operation): boolean {
  if (check === roles.simultaneous) return inScope;
  return about === '' && expectation.kind !== 'unreadable' && !(isDenied(exchange) && before === undefined);
}

/** Whether a case is its recipe's, on the volume as it was before. */
function isOfItsRecipe({ recipe, case: sent, before }: Step): boolean {
  if (recipe === undefined) return true;
  if (recipe.setup.multiattach !== sent.volume.multiattach) return false;
  if (!isDeepStrictEqual(recipe.setup.servers, sent.servers)) return false;
  return (
    before === undefined ||
    // a secret may be such a word, and stands hidden in what was read
    ((before.status === sent.volume.status || before.status.includes('$')) &&
      Math.max(1, Math.trunc(before.size)) === sent.volume.size)
  );
}

const inWords = { accepted: 'accepted', refused: 'refused', none: 'without an outcome' } as const;

/** As it comes out of JSON, where members that are undefined are none. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Of the step's own volume. */
export function readingsOf({ before, after, polls }: Step): readonly (VolumeReading | JobReading | NoReading)[] {
  const all = [before, after, ...polls.map(({ volume }) => volume)];
  return all.filter((reading) => reading !== undefined);
}

/** Whether the readings confirm the recorded ending of an accepted request; without readings nothing is confirmed. */
function endsSo(step: Step, fitter: OperationFitter, contract: Contract): boolean {
  const { ending, before, after, outcome, inScope, expectation, polls } = step;
  const { effect } = fitter.operation;
  const meant = inScope ? null : meantBy(step, fitter, contract);
  // what another request did to the volume at the same time is not told apart; of most departures no end is waited for
  if (!inScope && meant === null) return true;
  const size = meant ?? expectedSize(step);
  // an end is waited for where one is due
  if (ending === undefined) return outcome !== 'accepted' || (expectation.kind !== 'accept' && size === null);
  if (outcome !== 'accepted') return false;
  if (before === undefined) return ending === 'unseen' && after === undefined && polls.length === 0;
  const last = polls.findLast(({ volume }) => volume.kind === 'volume')?.volume;
  if (polls.length === 0 || !isDeepStrictEqual(last && said(last), after && said(after))) return false;
  if (after === undefined) return ending === 'unseen' || ending === 'given-up';
  const shown = effect.shown(after, before, size);
  const isAsked = (volume: VolumeReading | NoReading): boolean =>
    volume.kind === 'volume' && effect.shown(volume, before, size) === 'asked';
  switch (ending) {
    case 'as-asked':
      return shown === 'asked' || shown === 'under way';
    case 'otherwise':
      // it may have been as asked for a while
      return shown === 'other' || (shown === 'before' && polls.some(({ volume }) => isAsked(volume)));
    case 'unchanged':
      return shown === 'before';
    case 'failed':
      return shown === 'before' && polls.some(({ job }) => job?.kind === 'job' && job.status === 'FAIL');
    case 'unseen':
      return polls.at(-1)?.volume.kind !== 'volume';
    default:
      return true;
  }
}

/** The resulting size of an accepted request with an odd body or headers; null if it has none. */
function meantBy(step: Step, fitter: OperationFitter, contract: Contract): number | null {
  const { checks, effect } = fitter.operation;
  const check = checks.find(({ requirement }) => requirement === step.check);
  if (step.recipe === undefined || check?.kind !== 'active' || check.departs?.(step.recipe, contract) !== true)
    return null;
  return sizeMeant(fitter, sizedOf(step), step.recipe, effect.body(contract));
}

/** The mistake in the exchange that a reading names as its source. */
export function strangeSource(
  { exchange, lookup, volume }: ReadingSource,
  isOfTarget: (url: string) => boolean,
): readonly string[] {
  const path = lookup.path.split('?')[0] ?? '';
  const end = path.slice(path.lastIndexOf('}') + 1);
  const url = exchange.url.split('?')[0] ?? '';
  const isOfVolume = volume === undefined || exchange.url.includes(pathSegment(volume)) || volume.includes('$');
  return [
    ...(exchange.request.method === 'GET' && isOfTarget(exchange.url)
      ? []
      : ['its exchange looks nothing up at the target']),
    ...(url.endsWith(end) && isOfVolume ? [] : ['its exchange looks something else up']),
  ];
}
