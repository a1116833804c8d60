import { json } from '../answers.ts';
import { envelope, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';

/** The service's output: answers to the action, and the views of volumes and jobs. */
export const views: Pick<
  Rules,
  'answerAccepted' | 'answerRefused' | 'answerCrash' | 'answerCreated' | 'jobView' | 'volumeView'
> = {
  answerAccepted: (job) => json(200, { job_id: job.id }),

  answerRefused: (refusal, _volume, context) => envelope(refusal, context),

  answerCrash: (_error, context) => envelope(refuse('crash', 'internal error'), context),

  answerCreated: (job) => json(200, { job_id: job.id }),

  jobView: (job) => ({
    job_id: job.id,
    job_type: job.type,
    status: job.status,
    begin_time: job.beginTime,
    end_time: job.endTime,
    entities: { volume_id: job.volumeId, size: job.size },
    error_code: job.status === 'FAIL' ? 'EVS.3001' : null,
    fail_reason: job.failReason,
  }),

  volumeView: (volume) => ({
    id: volume.id,
    name: volume.name,
    description: volume.description,
    size: volume.size,
    status: volume.status,
    multiattach: volume.multiattach,
    metadata: volume.metadata,
    volume_type: volume.volumeType,
    availability_zone: volume.availabilityZone,
    // a string in this API, unlike multiattach
    bootable: String(volume.bootable),
    attachments: volume.servers.map((server) => ({
      id: volume.id,
      volume_id: volume.id,
      server_id: server.id,
      device: '/dev/vdb',
    })),
    created_at: volume.createdAt,
    updated_at: volume.updatedAt,
  }),
};
