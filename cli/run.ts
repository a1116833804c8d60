import type { Settings } from './settings.ts';

/** Certifies as the settings say, writes the reports, answers the exit code. */
export async function runCommand(settings: Settings): Promise<number> {
  throw new Error(`not there yet: run against ${settings.target === undefined ? 'the reference backend' : 'a target'}`);
}
