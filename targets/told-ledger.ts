import type { Clock } from '../wire/clock.ts';
import type { Ledger } from './ledger.ts';
import type { Volume, VolumeSpec } from './volume-source.ts';

/** A set-up or a teardown that has ended. */
export type VolumeEvent = {
  /** In ms of the run's clock. */
  readonly at: number;
} & (
  | { readonly event: 'obtained'; readonly volume: Volume; readonly asked: VolumeSpec | undefined }
  | { readonly event: 'returned'; readonly volume: Volume }
  | { readonly event: 'left'; readonly volume: Volume; readonly reason: string }
  /** A set-up that failed and may have made a volume whose id is unknown. */
  | { readonly event: 'unknown'; readonly reason: string }
);

/** A ledger that reports each set-up, with the volume that was asked for, and each teardown as it is recorded. */
export function toldLedger(ledger: Ledger, clock: Clock, tell: (event: VolumeEvent) => void): Ledger {
  const asked = new Map<string, VolumeSpec>();
  return {
    ...ledger,
    setUp(spec) {
      const setUp = ledger.setUp(spec);
      asked.set(setUp.id, spec);
      return {
        ...setUp,
        unknown(reason) {
          setUp.unknown(reason);
          tell({ event: 'unknown', reason, at: clock.now() });
        },
      };
    },
    obtained(volume, setUp) {
      ledger.obtained(volume, setUp);
      tell({ event: 'obtained', volume, asked: setUp && asked.get(setUp.id), at: clock.now() });
    },
    returned(volume) {
      ledger.returned(volume);
      tell({ event: 'returned', volume, at: clock.now() });
    },
    left(volume, reason) {
      ledger.left(volume, reason);
      tell({ event: 'left', volume, reason, at: clock.now() });
    },
  };
}
