import { openOracle } from '../generators/oracle.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Provisioner } from '../targets/provisioner.ts';
import type { Target } from '../targets/target.ts';
import type { Clock } from '../wire/clock.ts';
import { type AcceptanceMapper, noPictures } from './acceptance-mapper.ts';
import { type IncidentalFailures, openIncidentalFailures } from './checking/incidental-failures.ts';
import type { Watch } from './checking/watch.ts';
import { openPassing, type PassingCounter } from './conclusion/passing.ts';
import { openProject } from './conclusion/project.ts';
import { crashOf } from './crash.ts';
import { tearDown } from './fixtures/care.ts';
import { openCooling } from './fixtures/cooling.ts';
import { kindOf } from './fixtures/kind.ts';
import { openPool } from './fixtures/pool.ts';
import type { Run } from './fixtures/run.ts';
import { openSetUps } from './fixtures/set-ups.ts';
import { openTimeouts } from './fixtures/timeouts.ts';
import { openTraffic } from './fixtures/traffic.ts';
import { openTurns } from './fixtures/turns.ts';
import { openCredentialObserver } from './guard/credential-observer.ts';
import { type Credentials, openCredentials } from './guard/credentials.ts';
import type { Guard } from './guard/guard.ts';
import type { Operation } from './operation.ts';
import { noRecorder, type Recorder } from './recorder.ts';

/** The parts of a run. */
interface RunParts {
  readonly operation: Operation;
  readonly contract: { readonly contract: Contract };
  readonly target: Target;
  readonly clock: Clock;
  /** How long an accepted request and its job may take, in ms. */
  readonly jobMs: number;
  /** Few requests, at any cost in time. */
  readonly smoke?: boolean | undefined;
  readonly recorder?: Recorder | undefined;
}

/** A run, with its results besides the verdicts of its checks. */
interface Opened {
  readonly run: Run;
  readonly incidental: IncidentalFailures;
  readonly credentials: Credentials;
  /** Gives back every volume that nobody works on, and waits for all that was left for later. */
  readonly emptyPool: () => Promise<void>;
  readonly notes: ReadonlyMap<RequirementId, readonly string[]>;
  /** The first error of the suite in deferred work. */
  readonly crash: () => string | undefined;
  /** Answers that did not show again when the request was repeated. */
  readonly passing: PassingCounter;
  /** Whose volumes requests were sent to so far; null: none were. */
  readonly project: () => string | null;
  /** The acceptances and refusals so far, and the rows that fail by them. */
  readonly acceptanceMap: AcceptanceMapper['map'];
}

/** More of one requirement tell nothing more. */
export const maxNotes = 20;

const notReplaced = ({ effect: { words } }: Operation): string =>
  `the volumes are not replaced: each ${words.request} was as small as their room allows, and sizes near the end of the range were not sent`;

/** Opens the state that all checks of one run share. */
export function openRun(parts: RunParts, guard: Guard, room: Room, watches: readonly Watch[]): Opened {
  const { operation, target, clock, jobMs, recorder = noRecorder } = parts;
  const { unreplaced } = operation.roles;
  const { contract } = parts.contract;
  const pool = openPool();
  const deferred = new Set<Promise<void>>();
  const incidental = openIncidentalFailures();
  const mapper = operation.openAcceptanceMapper?.(contract, room) ?? noPictures;
  const passing = openPassing(operation, contract);
  const project = openProject();
  const notes = new Map<RequirementId, readonly string[]>();
  const { keeps } = target.provisioner;
  const { seesVolumes } = target.observer;
  const { secrets } = target.transport.auth;
  const credentials = openCredentials({ clock, guard, secrets, keeps, seesVolumes });
  const observer = openCredentialObserver(target.observer, {
    clock,
    signal: guard.signal,
    keeps,
    end: credentials.end,
  });
  const provisioner: Provisioner = {
    ...target.provisioner,
    giveBack(volume, isGone) {
      observer.forget(volume);
      return target.provisioner.giveBack(volume, isGone);
    },
  };
  const isSparing = parts.smoke === true;
  let crash: string | undefined;
  let reused = true;

  const run: Run = {
    operation,
    kind: kindOf(operation.fixtures),
    contract,
    oracle: openOracle(contract),
    room,
    target: { ...target, observer, provisioner },
    clock,
    signal: guard.signal,
    timeouts: openTimeouts(jobMs, clock, isSparing ? 'sparing' : 'plenty'),
    isSparing,
    told(step) {
      recorder.step(step, false);
      credentials.see(step);
    },
    show(step) {
      recorder.step(step, true);
      credentials.see(step);
      mapper.see(step);
      passing.see(step);
      project.see(step);
      for (const watch of watches) watch.see(step);
    },
    pool,
    traffic: openTraffic(clock, guard.signal),
    turns: openTurns(clock, guard.signal),
    cooling: openCooling(clock),
    underWay: new Set(),
    refusing: new Set(),
    setUps: openSetUps(),
    controls: new Map(),
    reuse: {
      isOn: () => reused,
      end() {
        reused = false;
      },
    },
    addIncidental: incidental.add,
    forget: observer.forget,
    note(id, text) {
      const own = notes.get(id) ?? [];
      if (own.length < maxNotes) notes.set(id, [...own, text]);
    },
    async awaitDeferred() {
      while (deferred.size > 0) await Promise.allSettled(deferred);
    },
    defer(work) {
      const ended = work
        .catch((error: unknown) => {
          crash ??= crashOf(error);
        })
        .finally(() => deferred.delete(ended));
      deferred.add(ended);
    },
    alone: guard.alone,
    contact: guard.contact,
    whenInDoubt: credentials.whenInDoubt,
  };

  const { useless } = target.provisioner;
  useless.addEventListener('abort', () => guard.stop(String(useless.reason)), { once: true });
  if (keeps && unreplaced !== undefined) run.note(unreplaced, notReplaced(operation));

  async function emptyPool(): Promise<void> {
    for (let idle = pool.take(() => true); idle !== undefined; idle = pool.take(() => true)) {
      run.defer(tearDown(run, idle));
    }
    await run.awaitDeferred();
  }
  return {
    run,
    incidental,
    credentials,
    emptyPool,
    notes,
    crash: () => crash,
    passing,
    project: project.used,
    acceptanceMap: mapper.map,
  };
}
