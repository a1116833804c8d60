import { existsSync } from 'node:fs';
import { shown } from '../reports/text.ts';
import { readLedger } from '../targets/ledger-lines.ts';
import { openTargetSource } from '../targets/open.ts';
import { type Swept, sweep } from '../targets/sweep.ts';
import { systemClock } from './clock.ts';
import type { Io } from './io.ts';
import { readBytes } from './read.ts';
import type { Settings, TargetSettings } from './settings.ts';
import { ledgerIn, targetOptions } from './target.ts';
import { UsageError } from './usage.ts';

/** No target: nothing can be given back then but what has ended with the reference backend. */
const nobody: TargetSettings = {
  url: '',
  project: '',
  states: undefined,
  auth: { kind: 'none' },
  headers: [],
  tls: {},
};

/** What is given back is not read first. */
const noLookups = { volume: null, job: null };

/** Ledgers are short; one of a year of runs is not. */
const maxBytes = 256 * 1024 * 1024;

/** Gives back what the ledger of a run that died lists, and says what became of it: 0 where it balances, 2 where something is left. */
export async function sweepCommand(settings: Settings, io: Io): Promise<number> {
  const file = ledgerIn(settings.report);
  if (!existsSync(settings.report))
    throw new UsageError(`there is no folder ${settings.report}: --report names that of the run to sweep after`);
  if (!existsSync(file)) {
    io.out(`there is no ledger in ${settings.report}: no volume was obtained\n`);
    return 0;
  }
  const outstanding = readLedger(readBytes('the ledger', file, maxBytes));
  const options = targetOptions(settings, settings.target ?? nobody, noLookups);
  const { source, ledger, origin, secrets, close } = openTargetSource(options);
  try {
    const swept = await sweep(outstanding, source, origin, ledger, (ms) => systemClock.sleep(ms));
    for (const one of swept) io.out(secrets.hide(`${line(one)}\n`));
    return conclude(swept, file, io);
  } finally {
    close();
  }
}

function line({ what, outcome, reason }: Swept): string {
  const words = { returned: 'given back', gone: 'not there', left: 'left' }[outcome];
  return `${words.padEnd(10)}  ${shown(what)}${reason === undefined ? '' : `: ${shown(reason)}`}`;
}

function conclude(swept: readonly Swept[], file: string, io: Io): number {
  const left = swept.filter(({ outcome }) => outcome === 'left').length;
  if (left === 0) {
    io.out(`the ledger ${file} balances: ${swept.length === 0 ? 'nothing was out' : 'nothing is out any more'}\n`);
    return 0;
  }
  io.out(`${left} of ${swept.length} left: what was given back otherwise, take its lines out of ${file}\n`);
  return 2;
}
