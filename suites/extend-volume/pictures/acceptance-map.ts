import type { AcceptanceMapper, MappedStep } from '../../../engine/acceptance-mapper.ts';
import { isValid } from '../../../engine/judge/expect.ts';
import type { Room } from '../../../generators/room.ts';
import type { Contract } from '../../../spec/contract.ts';
import { freeStatus } from '../../../spec/parts.ts';
import { type Expected, isAstray, type StatePoint } from '../../../verdicts/acceptance-map.ts';
import {
  failuresAtSize,
  failuresAtState,
  placeKey,
  placeOfFailure,
  type State,
  stateKey,
} from './acceptance-map-rows.ts';
import { openCoverage } from './coverage.ts';
import { bySize, numberAsked, placeOf, type SizePlace } from './size-points.ts';

/** More would not make a report clearer; a run with a hook that can set up everything meets some sixty states. */
const most = { states: 52, servers: 4, word: 40 };

interface Tallied {
  accepted: number;
  refused: number;
}

/** An empty acceptance map of a run by this contract. */
export function openAcceptanceMapper(contract: Contract, room: Room): AcceptanceMapper {
  const covered = openCoverageIfDrawn(contract, room);
  const seen = new Set<string>();
  const sizes = new Map<string, { place: SizePlace; expected: Expected; counts: Tallied }>();
  const states = new Map<string, { state: State; expected: Expected; counts: Tallied; clauses: Set<string> }>();
  const free = freeStatus(contract);
  const isPlain = ({ status, multiattach, servers }: State): boolean =>
    status === free && !multiattach && servers.length === 0;

  /** The place of a case in the drawings of sizes; undefined if it has none. */
  function placed(step: Pick<MappedStep, 'asked' | 'case'>): SizePlace | undefined {
    const size = numberAsked(step, contract);
    return size !== undefined && isPlain(stateOf(step.case))
      ? placeOf(size, step.case.volume.size, contract)
      : undefined;
  }

  return {
    see(step) {
      covered?.see(step);
      const decision = decisionOf(step);
      if (decision === undefined || !step.inScope || step.about !== '') return;
      const size = numberAsked(step, contract);
      const key = `${step.check} ${step.ordinal} ${step.case.path.volume_id}`;
      if (size === undefined || seen.has(key)) return;
      seen.add(key);
      const expected = expectedOf(step, contract);
      const place = placed(step);
      if (place !== undefined) {
        const entry = { place, expected, counts: { accepted: 0, refused: 0 } };
        entryOf(sizes, `${placeKey(place)} ${expected}`, entry).counts[decision] += 1;
      }
      // a refused fraction says nothing about the state; one in a state that rules it out must not be accepted
      if (!isAboutState(step) || (step.expectation.kind === 'accept' && size.includes('.'))) return;
      const state = stateOf(step.case);
      const entry = { state, expected, counts: { accepted: 0, refused: 0 }, clauses: new Set<string>() };
      const known = entryOf(states, `${stateKey(state)} ${expected}`, entry);
      known.counts[decision] += 1;
      if ('clauses' in step.expectation) for (const clause of step.expectation.clauses) known.clauses.add(clause);
    },
    map(failures) {
      const failed = failures.map((one) => placeOfFailure(one, placed, stateOf, (step) => expectedOf(step, contract)));
      const points = [...states.values()].map(({ state, expected, counts, clauses }) => {
        const point = { ...state, expected, ...counts };
        return failing(point, failuresAtState(point, clauses, failed, contract));
      });
      const kept = points.sort((one, other) => weight(one) - weight(other) || byState(one, other));
      return {
        sizes: [...sizes.values()]
          .sort((one, other) => bySize(one.place, other.place) || compare(one.expected, other.expected))
          .map(({ place, expected, counts }) => {
            const point = { ...place, expected, ...counts };
            return failing(point, failuresAtSize(point, failed));
          }),
        states: kept.slice(0, most.states).sort(byState),
        statesLeftOut: Math.max(0, kept.length - most.states),
        ...(covered === undefined ? {} : { interactions: covered.coverage() }),
      };
    },
  };
}

/** Undefined if the coverage cannot be drawn through a fault of ours: the run reports that where it draws its cases. */
function openCoverageIfDrawn(contract: Contract, room: Room) {
  try {
    return openCoverage(contract, room);
  } catch {
    return undefined;
  }
}

/**
 * Accepted or refused, as the checks judge it; undefined if nothing was decided. Unless the request had to be refused,
 * a job that ends in FAIL counts as a refusal. A request that the state rules out counts as accepted only if the volume
 * grew.
 */
function decisionOf(step: MappedStep): 'accepted' | 'refused' | undefined {
  const { outcome, ending, expectation, before, after } = step;
  if (outcome === 'none') return undefined;
  if (expectation.kind === 'unreadable') return undefined;
  if (isAboutState(step) && expectation.kind === 'refuse') {
    if (outcome === 'refused' && after === undefined) return 'refused';
    if (before === undefined || after === undefined) return undefined;
    return after.size > before.size ? 'accepted' : 'refused';
  }
  return outcome === 'accepted' && (ending !== 'failed' || expectation.kind === 'refuse') ? 'accepted' : 'refused';
}

/** Whether the size is valid, so that the state alone decides. */
function isAboutState({ expectation }: MappedStep): boolean {
  if (expectation.kind === 'accept') return true;
  return 'clauses' in expectation && expectation.clauses.every((clause) => clause.startsWith('state.'));
}

/** By the requirements, those that only should be met included. */
function expectedOf(step: MappedStep, contract: Contract): Expected {
  if (isValid(step, contract)) return 'accept';
  return step.expectation.kind === 'refuse' ? 'refuse' : 'open';
}

const failing = <T extends object>(point: T, fails: readonly string[]): T & { readonly fails?: readonly string[] } =>
  fails.length === 0 ? point : { ...point, fails };

/** Unexpected decisions tell most, then expected ones, then those that may be either way. */
function weight(point: StatePoint): number {
  if (isAstray(point)) return 0;
  return point.expected === 'open' ? 2 : 1;
}

function stateOf({ volume, servers }: MappedStep['case']): State {
  const names = [...new Set(servers.map((one) => one.slice(0, most.word)))].sort(compare);
  return {
    status: volume.status.slice(0, most.word),
    multiattach: volume.multiattach,
    servers: names.slice(0, most.servers),
  };
}

function entryOf<T>(map: Map<string, T>, key: string, empty: T): T {
  const known = map.get(key) ?? empty;
  map.set(key, known);
  return known;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function byState(one: StatePoint, other: StatePoint): number {
  return (
    compare(one.status, other.status) ||
    Number(one.multiattach) - Number(other.multiattach) ||
    one.servers.length - other.servers.length ||
    compare(one.servers.join(' '), other.servers.join(' ')) ||
    compare(one.expected, other.expected)
  );
}
