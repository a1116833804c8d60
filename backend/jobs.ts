import { timestamp } from './clock.ts';
import type { BackendVolume, Job } from './model.ts';
import type { RuleContext } from './rule-context.ts';

/** A job that was just accepted, and that does not change the volume's size. */
export function newJob(
  jobId: string,
  type: Job['type'],
  { id, projectId, size }: Pick<BackendVolume, 'id' | 'projectId' | 'size'>,
  { settings }: RuleContext,
): Job {
  const beginTime = timestamp(settings.clock);
  const open = { status: 'INIT', beginTime, endTime: null, failReason: null } as const;
  return { id: jobId, type, projectId, volumeId: id, size, ...open };
}
