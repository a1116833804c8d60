import { createBackend } from '../backend/backend.ts';
import { type FaultId, faults } from '../backend/faults/index.ts';
import { listen } from '../backend/listen.ts';
import { token, tokens } from './servers/tokens.ts';
import type { TrialSubject } from './subject.ts';

/** Every fault of the reference backend as a subject. */
export const faultSubjects: readonly TrialSubject[] = Object.values(faults).map(
  ({ id, operation, summary, requirement, mayAlsoFail }): TrialSubject => ({
    id,
    kind: 'fault',
    operation,
    summary,
    owner: requirement,
    mayFail: mayAlsoFail,
    expects: 'caught',
    async start() {
      const backend = createBackend({ tokens, fault: id as FaultId });
      const { url, statesUrl, close } = await listen(backend);
      return { url, statesUrl, token, remaining: () => backend.state.volumes.size, close };
    },
  }),
);
