import type { RequirementId } from '../../spec/requirements.ts';
import type { Failure, Finding } from '../checking/finding.ts';
import type { Remark } from '../checking/remark.ts';
import { changesOf } from '../judge/attributes.ts';
import type { Ownership } from '../ownership.ts';

/**
 * Where the effect of a request was seen not to last, nobody knows the size of a volume that had such a request before:
 * what it shows later proves nothing against another requirement.
 */
export function withoutLapses(
  findings: ReadonlyMap<RequirementId, Finding>,
  { lasting, effect }: Pick<Ownership, 'lasting' | 'effect'>,
): ReadonlyMap<RequirementId, Finding> {
  if (lasting === undefined || findings.get(lasting.requirement)?.failure?.complaint.kind !== 'lapsed') return findings;
  const reason = `the volume had its ${effect.words.request} before, and that was seen not to last`;
  const remark: Remark = { by: [lasting.requirement], reason };
  return new Map(
    [...findings].map(([id, finding]) => {
      if (id === lasting.requirement || finding.failure === undefined || !mayBeALapse(finding.failure))
        return [id, finding];
      return [id, { ...finding, failure: undefined, doubts: [remark, ...finding.doubts] }];
    }),
  );
}

/** Whether a request to the changed volume itself was accepted before. */
function mayBeALapse({ complaint: { step }, evidence: { trace } }: Failure): boolean {
  const changed = trace.bystanders?.find((one) => changesOf(one).length > 0);
  if (changed === undefined) return step.history.length > 1;
  return trace.steps.some(({ outcome, case: { path } }) => outcome === 'accepted' && path.volume_id === changed.id);
}
