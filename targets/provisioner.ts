import type { Clock } from '../wire/clock.ts';
import { OutOfFiles } from '../wire/no-answer.ts';
import type { Ledger, LedgerSetUp, LedgerSummary } from './ledger.ts';
import { openQueue } from './queue.ts';
import { openRefusedSpecs } from './refused-specs.ts';
import {
  CouldNotRun,
  madeNone,
  type Obtained,
  type Volume,
  type VolumeProvider,
  type VolumeSpec,
} from './volume-source.ts';

/** The result of a wish: a volume, or the reason why there is none. */
export type Handed = Exclude<Obtained, { kind: 'failed' }>;

/** The result of one call. `trouble`: it did not work. `of no use`: a volume that is out, or of another project. */
type Called = 'of no use' | (Handed & { readonly trouble?: true });

/** Keeps every volume of a run from its set-up until it is given back; the ledger has it before it is used. */
export interface Provisioner {
  /**
   * A volume, or the reason why there is none. A full provider is waited for; a wish that it refused for another reason
   * than want of room is not repeated. Throws `CouldNotRun` if the provider does not work at its first call, and
   * `LedgerError` if the volume could not be recorded; by then it has been given back.
   */
  obtain(spec: VolumeSpec, asker?: Asker): Promise<Handed>;
  /**
   * Gives a volume back and records the result. `isGone`: the volume was seen to be gone, so that a failure reported by
   * the provider leaves nothing behind. Never throws.
   */
  giveBack(volume: Volume, isGone?: boolean): Promise<void>;
  /** A volume that the provider handed out again while it was out: it may have set it up anew. */
  readonly double: () => string | undefined;
  /**
   * Aborted when the provider is unusable: it has handed out volumes again while they were out, more than once, or
   * volumes of another project than the run's. The reason is a text.
   */
  readonly useless: AbortSignal;
  /** Whether volumes are handed out again after their return: then every GB of growth is spent for good. */
  readonly keeps: boolean;
  /** Whether volumes exist for tests alone: then requests that could harm one may be sent. */
  readonly isForTests?: boolean;
  /** Somebody waits for a volume to be given back. */
  readonly isPressed: () => boolean;
  readonly summary: () => LedgerSummary;
}

/** The part of a run that asks for a volume. */
export interface Asker {
  /** The number of volumes that it holds, and does not give back while it waits. */
  readonly held: number;
  /** Called now and then while it waits, so that an unused volume comes back. The signal ends the wait. */
  readonly waits: () => AbortSignal;
  /** A wrapper for every call of the provider, which shows that one is under way. */
  readonly calls?: <T>(call: () => Promise<T>) => Promise<T>;
}

const nobody: Asker = { held: 0, waits: () => new AbortController().signal };

/** The number of retries after a refusal that may pass: a returned volume may take a while to make room. */
const maxRetries = 4;

/** A set-up may wait for room if it takes longer than this, in ms, and than the slowest one so far times the factor. */
const slowMs = 3_000;
const slowTimes = 3;

/** `project`: the owner of the volumes, apart from those of another tenant; undefined: any. */
export function openProvisioner(
  provider: VolumeProvider,
  ledger: Ledger,
  clock: Clock,
  signal?: AbortSignal,
  project?: string,
): Provisioner {
  const queue = openQueue(clock, signal);
  const refusedSpecs = openRefusedSpecs();
  const useless = new AbortController();
  let double: string | undefined;
  const returning = new Map<string, Promise<void>>();
  let works = false;
  let slowest = 0;

  /** One call of the provider; an unusable volume goes back at once. */
  async function call(spec: VolumeSpec): Promise<Called> {
    const setUp = ledger.setUp(spec);
    const obtained = await provider.obtain(spec, setUp).catch((error: unknown) => {
      // a single request was never sent; with several, the volume is found by its name
      if (error instanceof OutOfFiles && provider.find === undefined) setUp.cameToNothing();
      throw error;
    });
    if (madeNone(obtained)) setUp.cameToNothing();
    if (obtained.kind !== 'failed') {
      works = true;
      if (obtained.kind === 'volume') return take(obtained.volume, spec, setUp);
      const { made, ...refused } = obtained;
      if (made === undefined) return refused;
      await discard(made, setUp);
      // the wish was not refused, but the volume did not reach its state
      return { ...refused, trouble: true };
    }
    const { made, reason } = obtained;
    if (made === 'unknown') setUp.unknown(reason);
    else if (made !== 'no') await discard(made, setUp);
    if (!works && signal?.aborted !== true) throw new CouldNotRun(`${reason}: ${provider.hint}`);
    // another request could make another volume
    return { kind: 'unavailable', reason, trouble: true, ...(made === 'unknown' ? { room: 'never' } : {}) };
  }

  /** Takes a volume unless it is out: two checks on one volume would take each other's changes for the target's. */
  async function take(volume: Volume, { tenant }: VolumeSpec, setUp: LedgerSetUp): Promise<Called> {
    if (project !== undefined && volume.project !== project && tenant === undefined) {
      useless.abort(elsewhere(volume, project, provider.hint));
      await discard(volume, setUp);
      return 'of no use';
    }
    // the answer to its teardown may still be on the way
    await returning.get(volume.id);
    if (ledger.isOut(volume)) {
      setUp.cameToNothing();
      if (double !== undefined) useless.abort(twice(volume, provider.hint));
      double ??= volume.id;
      return 'of no use';
    }
    await record(volume, setUp);
    return { kind: 'volume', volume };
  }

  async function record(volume: Volume, setUp: LedgerSetUp): Promise<void> {
    try {
      ledger.obtained(volume, setUp);
    } catch (error) {
      await giveBack(volume);
      throw error;
    }
  }

  async function discard(volume: Volume, setUp: LedgerSetUp): Promise<void> {
    await record(volume, setUp);
    await giveBack(volume);
  }

  async function giveBack(volume: Volume, isGone = false): Promise<void> {
    try {
      const trouble = await provider.giveBack(volume);
      if (trouble === undefined || isGone) ledger.returned(volume);
      else ledger.left(volume, trouble);
    } catch (error) {
      if (isGone) ledger.returned(volume);
      else ledger.left(volume, error instanceof Error ? error.message : String(error));
    }
  }

  async function settleAsking(calling: Promise<Called>, end: (isTaken: boolean) => void): Promise<Called> {
    let isTaken = false;
    try {
      const called = await calling;
      isTaken = called !== 'of no use' && called.kind === 'volume';
      return called;
    } finally {
      end(isTaken);
    }
  }

  /** Asks until the wish is met, or cannot be met: a full provider has room again when volumes have come back. */
  async function obtain(spec: VolumeSpec, asker: Asker): Promise<Handed> {
    const { calls = (work) => work() } = asker;
    let retry = 0;
    for (let attempt = 0; ; attempt += 1) {
      const whyNot = useless.signal.aborted
        ? String(useless.signal.reason)
        : refusedSpecs.whyNot(spec, queue.returns());
      if (whyNot !== undefined) return { kind: 'unavailable', reason: whyNot };
      const asking = queue.ask(attempt, asker.held);
      const handed = await settleAsking(
        pressWhileSlow(
          calls(() => call(spec)),
          asker,
        ),
        asking.end,
      );
      if (handed === 'of no use') continue;
      if (handed.kind === 'volume') {
        refusedSpecs.met(spec);
        return handed;
      }
      const { kind, reason, room, trouble, budget } = handed;
      if (room === 'never' || signal?.aborted === true) return { kind, reason, ...(budget && { budget }) };
      const waited = await asking.waitForRoom(asker.waits, room);
      if (waited === 'room') continue;
      // the provider knows best: no further request on the chance
      if (waited === 'ended' || room !== undefined) return { kind, reason };
      if (refusedSpecs.isPassing(spec, reason) && retry < maxRetries) {
        await clock.sleep(500 * 2 ** retry, signal);
        retry += 1;
        continue;
      }
      if (waited !== 'none') refusedSpecs.refused(spec, reason, trouble === true ? 'trouble' : waited, queue.returns());
      return { kind, reason };
    }
  }

  /** Some providers wait for room instead of saying that they are full: meanwhile, unused volumes are given back. */
  async function pressWhileSlow<T>(work: Promise<T>, asker: Asker): Promise<T> {
    const done = new AbortController();
    const start = clock.now();
    const press = async (): Promise<void> => {
      await clock.sleep(Math.max(slowMs, slowest * slowTimes), done.signal);
      if (done.signal.aborted) return;
      const ease = queue.press();
      asker.waits();
      await work.then(ease, ease);
    };
    void press();
    return work.finally(() => {
      done.abort();
      slowest = Math.max(slowest, clock.now() - start);
    });
  }

  return {
    obtain: (spec, asker = nobody) => obtain(spec, asker),
    async giveBack(volume, isGone) {
      const work = giveBack(volume, isGone);
      returning.set(volume.id, work);
      await work;
      if (returning.get(volume.id) === work) returning.delete(volume.id);
      queue.gave();
    },
    double: () => double,
    useless: useless.signal,
    keeps: provider.keeps ?? false,
    isForTests: provider.isForTests ?? false,
    isPressed: queue.isPressed,
    summary: ledger.summary,
  };
}

const twice = ({ id }: Volume, hint: string): string =>
  `the volume ${id} was handed out again while it was out, and not for the first time: each set-up has to give a volume of its own (${hint})`;

const elsewhere = ({ project }: Volume, own: string, hint: string): string =>
  `volumes are set up in project ${JSON.stringify(project)}, but --project is ${JSON.stringify(own)}: make them the same (${hint})`;
