import { partNames, type TriedPart } from '../engine/contact/tried-part.ts';
import { diagnose } from '../main/doctor.ts';
import { operationOf } from '../main/operations.ts';
import type { Settings } from '../main/settings/settings.ts';
import { painter } from '../reports/paint.ts';
import { shown } from '../reports/text.ts';
import type { Contract } from '../spec/contract.ts';
import type { Io } from './io.ts';
import { onInterrupt } from './signals.ts';
import { isPlain, terminalOptions } from './terminal.ts';

const width = Math.max(...partNames.map((name) => name.length));

/**
 * Tries the set-up of the settings and prints each part as it ends; resolves with the exit code. Throws like
 * `diagnose`.
 */
export async function doctorCommand(settings: Settings, contract: Contract, io: Io): Promise<number> {
  const { request } = operationOf(contract).effect.words;
  const target = settings.target?.url ?? 'the reference backend';
  const line = lineFor(io);
  const interrupt = onInterrupt();
  try {
    io.out(`tries ${shown(target, 200)} with one volume, one accepted ${request} and a handful of requests\n`);
    const tell = (tried: TriedPart): void => io.out(line(tried));
    const { exit, volumes, requests } = await diagnose(settings, contract, { signal: interrupt.signal, tell });
    io.out(`${says[exit]} (${counted(volumes, 'volume')}, ${counted(requests, 'request')})\n`);
    return exit;
  } finally {
    interrupt.release();
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const says = {
  0: 'all is well: start with evs-conformance run',
  1: 'the set-up works, but the target does not do what the page says: evs-conformance run tells more',
  2: 'not everything could be checked: fix the first line that failed, then try again',
  3: 'the set-up is at fault: fix the first line that failed, then try again',
} as const;

function lineFor({ env }: Io): (tried: TriedPart) => string {
  const paint = painter(terminalOptions(env, process.stdout).colour);
  const [good, bad] = isPlain(env) ? ['ok', 'XX'] : ['✓', '✗'];
  return ({ name, outcome, text }) => {
    const label = name.padEnd(width);
    if (outcome === 'not tried') return `${paint('dim', `${'-'.padEnd(good.length)} ${label}  not tried`)}\n`;
    const mark = outcome === 'well' ? paint('green', good) : paint('red', bad);
    return `${mark} ${label}  ${shown(text, 1_000)}\n`;
  };
}
