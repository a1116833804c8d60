import type { NoReading, Observer } from '../../targets/observe.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Guard } from './guard.ts';

/** One refusal may be a gateway's whim: it is asked once more after so many ms. */
const againMs = 200;

/**
 * The observer of a run that cuts the run short when look-ups that were answered are denied: the credentials have ended,
 * and every answer from then on would be theirs and not the target's.
 */
export function openSentry(observer: Observer, guard: Guard, clock: Clock): Observer {
  const answered = new Set<'volume' | 'job'>();

  async function watch<T extends { readonly kind: string }>(
    what: 'volume' | 'job',
    look: () => Promise<T | NoReading>,
  ): Promise<T | NoReading> {
    const reading = await look();
    if (!isDenied(reading)) {
      if (reading.kind !== 'unreadable') answered.add(what);
      return reading;
    }
    if (!answered.has(what) || guard.signal.aborted) return reading;
    await clock.sleep(againMs, guard.signal);
    const again = await look();
    if (isDenied(again)) {
      guard.stop(`the credentials were good and no longer are (${again.reason}): renew them, then run again`);
    }
    return again;
  }

  return {
    seesVolumes: observer.seesVolumes,
    seesJobs: observer.seesJobs,
    volume: (volume) => watch('volume', () => observer.volume(volume)),
    job: (project, job) => watch('job', () => observer.job(project, job)),
  };
}

function isDenied(reading: { readonly kind: string } | NoReading): reading is NoReading {
  return reading.kind === 'unreadable' && 'why' in reading && reading.why === 'denied';
}
