import type { BackendVolume, Job } from './model.ts';

/** Everything that the backend remembers. Insertion order is age: the first volume is the oldest. */
export interface BackendState {
  readonly volumes: ReadonlyMap<string, BackendVolume>;
  readonly jobs: ReadonlyMap<string, Job>;
  /** Ids of the volumes with an extension under way. */
  readonly busy: Set<string>;
  /** Tokens issued by a login: the owner of each, and its end (ms since the epoch). */
  readonly issued: Map<string, { readonly user: string; readonly until: number }>;
  /** Adds a volume, or replaces the one with its id. */
  readonly putVolume: (volume: BackendVolume) => void;
  readonly removeVolume: (id: string) => void;
  /** Adds a job, or replaces the one with its id; the oldest jobs are forgotten beyond the bound. */
  readonly putJob: (job: Job) => void;
}

/** An empty state that remembers at most `maxJobs` jobs. */
export function createState(maxJobs: number): BackendState {
  const volumes = new Map<string, BackendVolume>();
  const jobs = new Map<string, Job>();
  const busy = new Set<string>();
  return {
    volumes,
    jobs,
    busy,
    issued: new Map(),
    putVolume: (volume) => {
      volumes.set(volume.id, volume);
    },
    removeVolume: (id) => {
      volumes.delete(id);
      busy.delete(id);
    },
    putJob: (job) => {
      jobs.set(job.id, job);
      for (const oldest of jobs.keys()) {
        if (jobs.size <= maxJobs) break;
        jobs.delete(oldest);
      }
    },
  };
}
