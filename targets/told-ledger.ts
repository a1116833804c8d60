import type { Clock } from '../wire/clock.ts';
import type { LedgerFile } from './ledger.ts';
import type { Volume, VolumeSource, VolumeSpec } from './target.ts';

/** A set-up or a teardown that has ended. */
export type VolumeEvent = {
  /** In ms of the run's clock. */
  readonly at: number;
} & (
  | { readonly event: 'obtained'; readonly volume: Volume; readonly asked: VolumeSpec | undefined }
  | { readonly event: 'returned'; readonly volume: Volume }
  | { readonly event: 'left'; readonly volume: Volume; readonly reason: string }
  /** A set-up that went wrong and may have made a volume whose id nobody was told. */
  | { readonly event: 'unknown'; readonly reason: string }
);

/** A source and its ledger that tell each set-up, with what was asked for, and each teardown as it is written down. */
export function toldVolumes(
  source: VolumeSource,
  ledger: LedgerFile,
  clock: Clock,
  tell: (event: VolumeEvent) => void,
): { readonly source: VolumeSource; readonly ledger: LedgerFile } {
  const asked = new Map<string, VolumeSpec>();
  return {
    source: {
      ...source,
      giveBack: (volume) => source.giveBack(volume),
      async obtain(spec) {
        const obtained = await source.obtain(spec);
        if (obtained.kind === 'volume') asked.set(keyOf(obtained.volume), spec);
        return obtained;
      },
    },
    ledger: {
      ...ledger,
      obtained(volume) {
        ledger.obtained(volume);
        tell({ event: 'obtained', volume, asked: asked.get(keyOf(volume)), at: clock.now() });
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
    },
  };
}

const keyOf = ({ project, id }: Volume): string => JSON.stringify([project, id]);
