import { openOracle } from '../generators/oracle.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Custody } from '../targets/custody.ts';
import type { Target } from '../targets/target.ts';
import type { Row } from '../verdicts/result.ts';
import type { Survey } from '../verdicts/survey.ts';
import type { Clock } from '../wire/clock.ts';
import { crashOf } from './crash.ts';
import { type Credentials, openCredentials } from './credentials.ts';
import { farewell } from './fixtures/care.ts';
import { openFleet } from './fixtures/fleet.ts';
import { openPatience } from './fixtures/patience.ts';
import type { Run } from './fixtures/run.ts';
import { openSetUps } from './fixtures/set-ups.ts';
import { openTraffic } from './fixtures/traffic.ts';
import { openTurns } from './fixtures/turns.ts';
import type { Guard } from './guard.ts';
import type { Operation } from './operation.ts';
import { openPassing, type PassingCounter } from './passing.ts';
import { openProject } from './project.ts';
import { noRecorder, type Recorder } from './recorder.ts';
import { openSentry } from './sentry.ts';
import { noSurveyor } from './surveyor.ts';
import { openSuspicions, type Suspicions } from './suspicions.ts';
import type { Watch } from './watch.ts';

/** What a run is made of. */
interface Parts {
  readonly operation: Operation;
  readonly contract: { readonly contract: Contract };
  readonly target: Target;
  readonly clock: Clock;
  /** How long an extension and its job may take, in ms. */
  readonly jobMs: number;
  readonly recorder?: Recorder | undefined;
}

/** A run, and what it leaves beside the verdicts of its checks. */
interface Opened {
  readonly run: Run;
  readonly suspicions: Suspicions;
  readonly credentials: Credentials;
  /** Gives back every volume that nobody works on, and waits for all that was left for later. */
  readonly emptyFleet: () => Promise<void>;
  readonly notes: ReadonlyMap<RequirementId, readonly string[]>;
  /** The first error of ours in what was left for later. */
  readonly crash: () => string | undefined;
  /** What did not show again when it was sent once more. */
  readonly passing: PassingCounter;
  /** Whose volumes requests were sent to so far; null: none were. */
  readonly project: () => string | null;
  /** Where requests were accepted and refused so far, and what of these rows fails by it. */
  readonly survey: (rows: readonly Row[]) => Survey;
}

/** More of one requirement tell nothing more. */
export const maxNotes = 20;

const notReplaced =
  'the volumes are not replaced: each extension was as small as their room allows, and sizes near the end of the range were not sent';

/** Opens what all checks of one run share. */
export function openRun(parts: Parts, guard: Guard, room: Room, watches: readonly Watch[]): Opened {
  const { operation, target, clock, jobMs, recorder = noRecorder } = parts;
  const { unreplaced } = operation.roles;
  const { contract } = parts.contract;
  const fleet = openFleet();
  const departures = new Set<Promise<void>>();
  const suspicions = openSuspicions();
  const surveyor = operation.openSurvey?.(contract) ?? noSurveyor;
  const passing = openPassing(operation, contract);
  const project = openProject();
  const notes = new Map<RequirementId, readonly string[]>();
  const { keeps } = target.custody;
  const { seesVolumes } = target.observer;
  const { secrets } = target.transport.auth;
  const credentials = openCredentials({ clock, guard, secrets, keeps, seesVolumes });
  const sentry = openSentry(target.observer, { clock, signal: guard.signal, keeps, end: credentials.end });
  const custody: Custody = {
    ...target.custody,
    giveBack(volume) {
      sentry.forget(volume);
      return target.custody.giveBack(volume);
    },
  };
  let crash: string | undefined;
  let reused = true;

  const run: Run = {
    operation,
    contract,
    oracle: openOracle(contract),
    room,
    target: { ...target, observer: sentry, custody },
    clock,
    signal: guard.signal,
    patience: openPatience(jobMs, clock),
    told(step) {
      recorder.step(step, false);
      credentials.see(step);
    },
    witness(step) {
      recorder.step(step, true);
      credentials.see(step);
      surveyor.see(step);
      passing.see(step);
      project.see(step);
      for (const watch of watches) watch.see(step);
    },
    fleet,
    traffic: openTraffic(clock, guard.signal),
    turns: openTurns(clock, guard.signal),
    underWay: new Set(),
    refusing: new Set(),
    setUps: openSetUps(),
    anchors: new Map(),
    reuse: {
      isOn: () => reused,
      end() {
        reused = false;
      },
    },
    suspect: suspicions.add,
    note(id, text) {
      const own = notes.get(id) ?? [];
      if (own.length < maxNotes) notes.set(id, [...own, text]);
    },
    async departed() {
      while (departures.size > 0) await Promise.allSettled(departures);
    },
    depart(work) {
      const ended = work
        .catch((error: unknown) => {
          crash ??= crashOf(error);
        })
        .finally(() => departures.delete(ended));
      departures.add(ended);
    },
    alone: guard.alone,
    contact: guard.contact,
    whenInDoubt: credentials.whenInDoubt,
  };

  const { useless } = target.custody;
  useless.addEventListener('abort', () => guard.stop(String(useless.reason)), { once: true });
  if (keeps && unreplaced !== undefined) run.note(unreplaced, notReplaced);

  async function emptyFleet(): Promise<void> {
    for (let idle = fleet.take(() => true); idle !== undefined; idle = fleet.take(() => true)) {
      run.depart(farewell(run, idle));
    }
    await run.departed();
  }
  return {
    run,
    suspicions,
    credentials,
    emptyFleet,
    notes,
    crash: () => crash,
    passing,
    project: project.used,
    survey: surveyor.survey,
  };
}
