import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../main/clock.ts';
import { ledgerIn, outstandingIn } from '../main/report-folder/ledger.ts';
import { holding } from '../main/report-folder/lock.ts';
import type { Settings, TargetSettings } from '../main/settings/settings.ts';
import { targetOptions } from '../main/settings/target.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { openTargetProvider } from '../targets/open.ts';
import { type Swept, sweep } from '../targets/sweep.ts';
import type { Io } from './io.ts';

/** No target: only volumes that ended with the reference backend can be accounted for. */
const nobody: TargetSettings = {
  url: '',
  project: '',
  states: undefined,
  auth: { kind: 'none' },
  headers: [],
  tls: {},
};

/** Volumes are not read before they are given back. */
const noLookups = { volume: null, job: null };

/**
 * Gives back the volumes in the ledger of a run that died, and reports the results: 0 if the ledger balances, 2 if
 * something is left.
 */
export async function sweepCommand(settings: Settings, io: Io): Promise<number> {
  const file = ledgerIn(settings.report);
  if (!existsSync(settings.report))
    throw new UsageError(`there is no folder ${settings.report}: name the folder of the run with --report`);
  const below = ledgersBelow(settings.report);
  if (!existsSync(file) && below.length > 0)
    throw new UsageError(
      `${settings.report} is the folder of many runs, each with its own ledger: sweep them one by one with their settings, --report ${below.map((name) => join(settings.report, name)).join(', --report ')}`,
    );
  if (!existsSync(file)) {
    io.out(`there is no ledger in ${settings.report}: no volume was obtained\n`);
    return 0;
  }
  // otherwise the volumes of a run under way would be taken from it
  return holding(settings.report, 'a sweep', async () => {
    const outstanding = outstandingIn(settings.report);
    const options = targetOptions(settings, settings.target ?? nobody, noLookups);
    const { provider, ledger, origin, secrets, close } = openTargetProvider(options);
    for (const line of outstanding.cutOff)
      io.out(
        `line ${line} of the ledger is cut off, because its run ended as it was written: it is read up to there\n`,
      );
    try {
      const swept = await sweep(outstanding, provider, origin, ledger, (ms) => systemClock.sleep(ms));
      for (const one of swept) io.out(secrets.hide(`${line(one)}\n`));
      return conclude(swept, file, io);
    } finally {
      close();
    }
  });
}

/** The folders in it that have a ledger of their own. */
const ledgersBelow = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => existsSync(ledgerIn(join(folder, name))));

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
  io.out(`${left} of ${swept.length} left: if some were returned by other means, remove their lines from ${file}\n`);
  return 2;
}
