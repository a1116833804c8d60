import { adviceOnWords } from '../../wire/advice.ts';
import type { SendLimits } from '../../wire/transport.ts';
import { shownText } from '../text.ts';
import type { Obtained, ProviderLimits, VolumeProvider } from '../volume-source.ts';
import { type Ended, openPrograms, type Program } from './program.ts';
import { reasonIn, setUpCall, teardownCall, type VolumeCall, volumeIn } from './protocol.ts';

/** The command's exit codes; any other one is a failure. */
const exitCodes = { done: 0, cannot: 2 } as const;

/** After this many set-ups in a row that did not end, the command is not started again. */
const maxSilence = 3;

/**
 * Volumes by a program of the vendor's: it gets the state hook's message on stdin, in one line, and answers like the
 * hook on stdout. Exit code 0 is 200; 2 is 422, with a `reason` on stdout or in words on stderr.
 */
export function commandProvider(program: Program, limits: ProviderLimits): VolumeProvider {
  const programs = openPrograms();
  const it = `the command ${program.file}`;
  let silence = 0;

  const start = (call: VolumeCall, within: SendLimits): Promise<Ended> =>
    programs.run(program, JSON.stringify(call), within);

  return {
    hint: `check volumes.command in the config file, and that ${program.file} works by itself`,
    async obtain(spec, setUp): Promise<Obtained> {
      if (silence >= maxSilence)
        return { kind: 'failed', reason: `${it} did not end in ${maxSilence} set-ups in a row`, made: 'no' };
      setUp.goesOut(it);
      const ended = await start(setUpCall(spec), limits.setUp);
      silence = ended.kind === 'killed' ? silence + 1 : 0;
      if (ended.kind === 'exit' && ended.code === exitCodes.done) {
        const found = volumeIn(parse(ended.stdout), `${it} ended well (exit code 0)`);
        return found.kind === 'volume' ? found : { ...found, reason: `${found.reason}; ${printed(ended.stdout)}` };
      }
      if (ended.kind === 'exit' && ended.code === exitCodes.cannot) {
        const reason = reasonIn(parse(ended.stdout)) ?? (shownText(ended.stderr) || 'it gives no reason');
        return { kind: 'unavailable', reason: `${it} cannot: ${reason}` };
      }
      const reason = told(it, ended, 'the set-up');
      if (ended.kind === 'not-started') return { kind: 'failed', reason, made: 'no' };
      const made = volumeIn(parse(ended.stdout), it);
      if (made.kind === 'volume') return { kind: 'failed', reason, made: made.volume };
      // a program that reports a failure has made nothing; one that was cut off may have made a volume
      return { kind: 'failed', reason, made: ended.kind === 'exit' && made.made === 'unknown' ? 'no' : made.made };
    },
    async giveBack(volume) {
      const ended = await start(teardownCall(volume), limits.teardown);
      return ended.kind === 'exit' && ended.code === exitCodes.done ? undefined : told(it, ended, 'the teardown');
    },
  };
}

function told(it: string, ended: Ended, what: string): string {
  if (ended.kind === 'not-started') return `${it} cannot be started: ${ended.why}`;
  const complaint = shownText(ended.stderr);
  const how =
    ended.kind === 'exit' ? `ended ${what} with exit code ${ended.code}` : `was ended in ${what}: ${ended.why}`;
  const advice = adviceOnWords(complaint);
  return `${it} ${how}${complaint === '' ? '' : `; it says: ${complaint}`}${advice === undefined ? '' : ` (${advice})`}`;
}

const printed = (stdout: string): string =>
  stdout.trim() === '' ? 'it printed nothing' : `it printed: ${shownText(stdout)}`;

function parse(stdout: string): unknown {
  try {
    return JSON.parse(stdout) as unknown;
  } catch {
    return undefined;
  }
}
