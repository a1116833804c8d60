import type { AskedExtension, Condition } from './conditions.ts';
import { newSizeOf, spellingOf } from './fault-tools.ts';
import type { Job } from './model.ts';
import { type Change, changed, type Rules } from './rules.ts';

/** The rules that decide about one extension at once, with its immediate effects. */
type Deciding =
  | 'readSize'
  | 'toInteger'
  | 'checkLower'
  | 'checkUpper'
  | 'checkState'
  | 'checkBusy'
  | 'onRefused'
  | 'answerRefused'
  | 'run'
  | 'answerAccepted';

/**
 * Applies a change only to extensions that meet all conditions, and to the jobs that they begin. Each extension is
 * decided without a pause, so that two requests never mix.
 */
export function onlyWhen(conditions: readonly Condition[], change: Change): Change {
  return (rules) => {
    const other = changed(rules, change);
    const times = new Map<string, number>();
    const jobs = new Set<string>();
    let found: Pick<AskedExtension, 'volume' | 'max'> | undefined;
    let now = rules;
    const ofJob = ({ id }: Job): Rules => (jobs.has(id) ? other : rules);

    function askedBy(text: string): AskedExtension | undefined {
      if (found === undefined) return undefined;
      const body = parsed(text, rules);
      const size = newSizeOf(body);
      const raw = typeof size === 'number' ? size : Number.NaN;
      const extensions = times.get(found.volume.id) ?? 0;
      return { ...found, extensions, text, body, spelling: spellingOf(text), raw, size: Math.trunc(raw) };
    }

    const deciding: Pick<Rules, Deciding> = {
      readSize: (...args) => now.readSize(...args),
      toInteger: (...args) => now.toInteger(...args),
      checkLower: (...args) => now.checkLower(...args),
      checkUpper: (...args) => now.checkUpper(...args),
      checkState: (...args) => now.checkState(...args),
      checkBusy: (...args) => now.checkBusy(...args),
      onRefused: (...args) => now.onRefused(...args),
      answerRefused: (...args) => now.answerRefused(...args),
      run: (...args) => now.run(...args),
      answerAccepted: (...args) => now.answerAccepted(...args),
    };
    return {
      ...deciding,
      findVolume(projectId, volumeId, context) {
        const volume = rules.findVolume(projectId, volumeId, context);
        found = volume && { volume, max: context.settings.max };
        return volume;
      },
      parseBody(text) {
        const asked = askedBy(text);
        const isConcerned = asked !== undefined && conditions.every((holds) => holds(asked));
        now = isConcerned ? other : rules;
        return now.parseBody(text);
      },
      jobId(...args) {
        const id = now.jobId(...args);
        if (now === other) jobs.add(id);
        return id;
      },
      grow(job, context) {
        ofJob(job).grow(job, context);
        times.set(job.volumeId, (times.get(job.volumeId) ?? 0) + 1);
      },
      conclude: (job, context) => ofJob(job).conclude(job, context),
      jobView: (job, context) => ofJob(job).jobView(job, context),
    };
  };
}

function parsed(text: string, rules: Rules): unknown {
  try {
    return rules.parseBody(text);
  } catch {
    return undefined;
  }
}
