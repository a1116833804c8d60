import type { TrialSubject } from '../../selftest/subject.ts';
import type { Trial } from '../../selftest/trial.ts';
import type { VerdictKind } from '../../verdicts/verdict.ts';

const start = (): Promise<never> => Promise.reject(new Error('nothing is started here'));

export const fault: TrialSubject = {
  id: 'a-fault',
  kind: 'fault',
  operation: 'extend-volume',
  summary: 'one | slip',
  owner: 'size.greater',
  mayFail: ['effect.size'],
  expects: 'caught',
  start,
};

export const variant: TrialSubject = {
  ...fault,
  id: 'a-variant',
  kind: 'variant',
  owner: null,
  mayFail: [],
  expects: 'clear',
};

/** A trial with these verdicts; each complaint and reason names its requirement. */
export function trialOf(verdicts: Readonly<Record<string, VerdictKind>>, seed = 1, foundAfter = 3): Trial {
  const ids = Object.keys(verdicts);
  const of = (kinds: readonly VerdictKind[]) => ids.filter((id) => kinds.includes(verdicts[id] ?? 'pass'));
  return {
    subject: 'a-fault',
    seed,
    class: 'incomplete',
    verdicts,
    foundAfter: of(['fail']).length > 0 ? foundAfter : null,
    complaints: Object.fromEntries(of(['fail']).map((id) => [id, `said of ${id}`])),
    reasons: Object.fromEntries(of(['inconclusive', 'broken']).map((id) => [id, `reason of ${id}`])),
    requests: 1,
    volumes: 1,
    left: 0,
    unverified: [],
    contradictions: [],
  };
}
