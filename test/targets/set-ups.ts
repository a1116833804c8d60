import type { Named, VolumeProvider, VolumeSpec } from '../../targets/volume-source.ts';

/** A provider with set-ups of the run `r`; `tell` is told what they are told. */
export function withSetUps<Source extends VolumeProvider>(
  source: Source,
  tell: (whom: string, named: Named | undefined) => void = () => {},
) {
  let asked = 0;
  return {
    ...source,
    obtain: (spec: VolumeSpec) => {
      asked += 1;
      return source.obtain(spec, { id: `r-${asked}`, goesOut: (whom, named) => tell(whom, named) });
    },
  };
}
