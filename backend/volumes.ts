import { type Answer, json } from './answers.ts';
import { timestamp } from './clock.ts';
import { createFactory } from './hook/factory.ts';
import { newJob } from './jobs.ts';
import { isJsonObject } from './json.ts';
import type { BackendVolume, Job } from './model.ts';
import { envelope, type Refusal, refuse } from './refusal.ts';
import type { RuleContext, Rules } from './rules.ts';

/** The service's own endpoints for volumes: creation, by a job, and the list. */
export interface Volumes {
  /** Answers the creation in a project for which the request body `text` asks. */
  readonly create: (text: string, projectId: string) => Answer;
  /** The project's volumes, or those with a name if one is given. */
  readonly list: (projectId: string, name: string | undefined) => Answer;
}

export function createVolumes(rules: Rules, context: RuleContext): Volumes {
  const { state, settings } = context;
  const make = createFactory(settings);

  return {
    create(text, projectId) {
      const wish = readCreation(text, context);
      if ('refused' in wish) return envelope(wish, context);
      const { name, size, multiattach, volumeType, availabilityZone } = wish;
      const made = make({ size, multiattach, status: 'creating', servers: [], tenant: 'own' });
      const volume: BackendVolume = {
        ...made,
        projectId,
        name,
        volumeType: volumeType ?? made.volumeType,
        availabilityZone: availabilityZone ?? made.availabilityZone,
      };
      state.putVolume(volume);
      const job: Job = { ...newJob(settings.randomId(), 'createVolume', volume, context), status: 'RUNNING' };
      state.putJob(job);
      settings.clock.after(settings.jobDelayMs, () => {
        if (state.volumes.has(volume.id)) state.putVolume({ ...volume, status: 'available' });
        state.putJob({ ...job, status: 'SUCCESS', endTime: timestamp(settings.clock) });
      });
      return rules.answerCreated(job, volume, context);
    },
    list(projectId, name) {
      const found = [...state.volumes.values()].filter(
        (volume) => volume.projectId === projectId && (name === undefined || volume.name === name),
      );
      return json(200, { count: found.length, volumes: found.map((volume) => rules.volumeView(volume, context)) });
    },
  };
}

interface VolumeDraft extends Pick<BackendVolume, 'name' | 'size' | 'multiattach'> {
  readonly volumeType: string | undefined;
  readonly availabilityZone: string | undefined;
}

/** The volume that a creation asks for, or the reason for a refusal. */
function readCreation(text: string, { state, settings }: RuleContext): VolumeDraft | Refusal {
  const volume = parse(text);
  if (!isJsonObject(volume)) return refuse('malformed', 'the request body has no object "volume"');
  const { name = '', size, multiattach = false, count = 1, volume_type: type, availability_zone: zone } = volume;
  if (typeof name !== 'string') return refuse('malformed', 'name is not a string');
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    return refuse('malformed', 'size is no number of GB');
  if (size > settings.max) return refuse('upper', `size ${size} is above the maximum ${settings.max}`);
  if (typeof multiattach !== 'boolean') return refuse('malformed', 'multiattach is not a boolean');
  if (count !== 1) return refuse('malformed', 'one volume at a time is created here');
  if (state.volumes.size >= settings.maxVolumes)
    return refuse('quota', `the quota of ${settings.maxVolumes} volumes is exhausted`);
  const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return { name, size, multiattach, volumeType: textOf(type), availabilityZone: textOf(zone) };
}

function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body) ? body.volume : undefined;
  } catch {
    return undefined;
  }
}
