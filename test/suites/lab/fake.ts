import { openOracle } from '../../../generators/oracle.ts';
import { roomOf } from '../../../generators/room.ts';
import { openFleet } from '../../../suites/lab/fleet.ts';
import { openPatience } from '../../../suites/lab/patience.ts';
import type { Run } from '../../../suites/lab/run.ts';
import { openSetUps } from '../../../suites/lab/set-ups.ts';
import { openTraffic } from '../../../suites/lab/traffic.ts';
import { openTurns } from '../../../suites/lab/turns.ts';
import type { Step } from '../../../suites/step.ts';
import { openCustody } from '../../../targets/custody.ts';
import { openLedger } from '../../../targets/ledger.ts';
import { nowhere } from '../../../targets/nowhere.ts';
import type { JobReading, NoReading, VolumeReading } from '../../../targets/observe.ts';
import type { Target } from '../../../targets/target.ts';
import { withoutCredentials } from '../../../wire/auth/token.ts';
import type { Clock } from '../../../wire/clock.ts';
import { openStrain } from '../../../wire/strain.ts';
import type { Transport } from '../../../wire/transport.ts';
import { contract } from '../committed.ts';

export const unreadable: NoReading = { kind: 'unreadable', why: 'trouble', reason: 'GET answered 500' };

/** A clock on which sleeping takes no time; `onPass` is told how far it moved. */
export function leapingClock(onPass: (ms: number) => void = () => {}): Clock {
  let now = 1_000;
  return {
    now: () => now,
    date: () => now,
    async sleep(ms, signal) {
      if (signal?.aborted) return;
      now += ms;
      onPass(ms);
    },
  };
}

/** What can be seen, as functions of the ms since the start. */
export interface Scene {
  readonly size: (ms: number) => number | undefined;
  readonly status?: (ms: number) => string;
  readonly attributes?: (ms: number) => Readonly<Record<string, unknown>>;
  readonly job?: (ms: number) => string | undefined;
}

export const reading = (size: number, status = 'available'): VolumeReading => ({
  kind: 'volume',
  size,
  status,
  multiattach: false,
  attributes: {},
});

const silent: Transport = {
  url: 'http://fake',
  auth: withoutCredentials(),
  send: () => Promise.reject(new TypeError('nothing is sent here')),
  strain: openStrain(30_000),
  count: () => 0,
  close: () => {},
};

/** A run that looks at a scene, on a clock of its own. */
export function runAt(scene: Scene, jobMs = 2_000, signal = new AbortController().signal): Run {
  const clock = leapingClock();
  const start = clock.now();
  const { size, status = () => 'available', attributes = () => ({}), job } = scene;
  const target: Target = {
    url: 'http://fake',
    transport: silent,
    custody: openCustody(nowhere, openLedger(), clock),
    observer: {
      seesVolumes: true,
      seesJobs: job !== undefined,
      async volume() {
        const ms = clock.now() - start;
        const now = size(ms);
        return now === undefined ? unreadable : { ...reading(now, status(ms)), attributes: attributes(ms) };
      },
      async job(_project, id) {
        const word = job?.(clock.now() - start);
        return word === undefined ? unreadable : ({ kind: 'job', id, status: word } satisfies JobReading);
      },
    },
  };
  return runOn(target, clock, jobMs, signal);
}

/** What a run has shown, and what is left for its end. */
export interface FakeRun extends Run {
  readonly seen: Step[];
  readonly departures: Promise<void>[];
}

/** A run on any target. */
export function runOn(target: Target, clock: Clock, jobMs: number, signal: AbortSignal): FakeRun {
  const seen: Step[] = [];
  const departures: Promise<void>[] = [];
  let reused = true;
  return {
    contract,
    oracle: openOracle(contract),
    room: roomOf(contract, 10, undefined),
    target,
    clock,
    signal,
    patience: openPatience(jobMs, clock),
    traffic: openTraffic(clock, signal),
    turns: openTurns(clock, signal),
    underWay: new Set(),
    refusing: new Set(),
    told: () => {},
    witness: (step) => seen.push(step),
    fleet: openFleet(),
    setUps: openSetUps(),
    anchors: new Map(),
    reuse: {
      isOn: () => reused,
      end: () => {
        reused = false;
      },
    },
    suspect: () => {},
    note: () => {},
    departures,
    depart: (work) => departures.push(work),
    departed: async () => void (await Promise.allSettled(departures)),
    alone: () => false,
    contact: () => {},
    whenInDoubt: async () => {},
    seen,
  };
}
