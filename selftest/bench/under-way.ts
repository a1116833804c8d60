import { performance } from 'node:perf_hooks';
import type { Target } from '../../targets/target.ts';

/**
 * The same target, and the time in which neither it nor its state hook had a request under way, and this process was
 * idle.
 */
export interface IdleWatch {
  readonly target: Target;
  /** In ms: the waiting on purpose, while nothing else goes on. */
  readonly idleMs: () => number;
}

/** Watches over a target from now on. */
export function watchIdle(inner: Target): IdleWatch {
  let underWay = 0;
  let idle = 0;
  let before = performance.eventLoopUtilization().idle;

  function stop(): void {
    idle += performance.eventLoopUtilization().idle - before;
  }
  async function during<T>(work: Promise<T>): Promise<T> {
    if (underWay === 0) stop();
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
      before = performance.eventLoopUtilization().idle;
    }
  }

  return {
    target: {
      ...inner,
      transport: { ...inner.transport, send: (...asked) => during(inner.transport.send(...asked)) },
      observer: {
        ...inner.observer,
        volume: (...asked) => during(inner.observer.volume(...asked)),
        job: (...asked) => during(inner.observer.job(...asked)),
      },
      provisioner: {
        ...inner.provisioner,
        obtain: (...asked) => during(inner.provisioner.obtain(...asked)),
        giveBack: (...asked) => during(inner.provisioner.giveBack(...asked)),
      },
    },
    idleMs() {
      if (underWay === 0) stop();
      before = performance.eventLoopUtilization().idle;
      return idle;
    },
  };
}
