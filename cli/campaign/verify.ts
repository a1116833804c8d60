import { join } from 'node:path';
import { readIndex } from '../../main/campaign/index.ts';
import { indexProblems } from '../../main/campaign/index-problems.ts';
import { contractNamed } from '../../main/contracts.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { packageVersion } from '../../main/version.ts';
import { shown } from '../../reports/text.ts';
import { type CampaignIndex, precedence } from '../../verdicts/campaign.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import type { Io } from '../io.ts';
import { refuse, type VerifyWishes, verifyRun } from '../verify-run.ts';

/**
 * Checks the folder of a campaign: each report by its transcript, and the index by the reports. Exit 1 if something
 * does not follow, 3 if a report cannot be judged, otherwise 0, whatever the verdicts.
 *
 * @throws UsageError if the index has another shape or is of another version, or if no entry is by a contract that was
 * named
 */
export async function verifyIndex(folder: string, known: VerifyWishes, io: Io): Promise<number> {
  const index = readIndex(folder);
  const { version } = index.suite;
  if (version !== packageVersion())
    throw new UsageError(
      `the index was made by version ${shown(version)}, and this is ${packageVersion()}: verify it with that version`,
    );
  const named = namedContracts(known.contract ?? [], index);
  const exits: number[] = [];
  for (const { name, report } of index.entries) {
    if (report === null) continue;
    io.out(`${index.matrixFile === null ? 'contract' : 'entry'} ${name}\n`);
    exits.push(await verifyEntry(join(folder, name), named.get(report.contract.id), known, io));
  }
  const problems = indexProblems(folder, index);
  if (problems.length > 0) exits.push(refuse('the index does not follow from its reports', problems, io));
  const exit = precedence.map((one) => exitCodes[one]).find((one) => exits.includes(one)) ?? exitCodes.conformant;
  if (exit === exitCodes.conformant) accept(index, io);
  return exit;
}

/** One that cannot be judged does not keep the others from it. */
async function verifyEntry(folder: string, contract: string | undefined, known: VerifyWishes, io: Io) {
  try {
    return await verifyRun(folder, contract, known, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`evs-conformance: ${shown(error.message, 2000)}\n`);
    return exitCodes.broken;
  }
}

/** The contracts that were named, by id. */
function namedContracts(names: readonly string[], { entries }: CampaignIndex): ReadonlyMap<string, string> {
  const byId = new Map(names.map((name) => [contractNamed(name).contract.id, name]));
  const ids = entries.flatMap(({ report }) => (report === null ? [] : [report.contract.id]));
  const stray = [...byId.keys()].find((id) => !ids.includes(id));
  if (stray === undefined) return byId;
  throw new UsageError(`no run in this folder is by the contract ${stray}: there are ${[...new Set(ids)].join(', ')}`);
}

function accept({ entries, headline }: CampaignIndex, io: Io): void {
  const without = entries.filter(({ report }) => report === null).length;
  io.out(`verified: ${headline}\n`);
  io.out(`  the index follows from the reports of ${entries.length - without} of ${entries.length} runs\n`);
}
