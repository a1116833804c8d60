import type { Fault } from '../fault.ts';

export const refusalChangesState: Fault = {
  id: 'refusal-changes-state',
  summary: 'a refusal leaves the volume in error_extending',
  requirement: 'effect.refusal',
  mayAlsoFail: [],
  change: () => ({
    onRefused: (volume, _refusal, { state }) => state.putVolume({ ...volume, status: 'error_extending' }),
  }),
};
