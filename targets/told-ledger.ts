import type { Clock } from '../wire/clock.ts';
import type { LedgerFile } from './ledger.ts';
import type { Volume } from './target.ts';

/** A set-up or a teardown that has ended. */
export type VolumeEvent = {
  /** In ms of the run's clock. */
  readonly at: number;
} & (
  | { readonly event: 'obtained' | 'returned'; readonly volume: Volume }
  | { readonly event: 'left'; readonly volume: Volume; readonly reason: string }
  /** A set-up that went wrong and may have made a volume whose id nobody was told. */
  | { readonly event: 'unknown'; readonly reason: string }
);

/** A ledger that tells each set-up and teardown as it writes it down. */
export function toldLedger(ledger: LedgerFile, clock: Clock, tell: (event: VolumeEvent) => void): LedgerFile {
  return {
    ...ledger,
    obtained(volume) {
      ledger.obtained(volume);
      tell({ event: 'obtained', volume, at: clock.now() });
    },
    returned(volume) {
      ledger.returned(volume);
      tell({ event: 'returned', volume, at: clock.now() });
    },
    left(volume, reason) {
      ledger.left(volume, reason);
      tell({ event: 'left', volume, reason, at: clock.now() });
    },
    unknown(reason) {
      ledger.unknown(reason);
      tell({ event: 'unknown', reason, at: clock.now() });
    },
  };
}
