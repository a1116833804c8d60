import { type CampaignPlan, runCampaign } from '../../main/campaign/run.ts';
import type { Secrets } from '../../wire/redact.ts';
import type { Io } from '../io.ts';
import { onInterrupt } from '../signals.ts';

/** Runs many entries until Ctrl-C, reports their progress, and resolves with the common exit code. */
export async function runAll(plan: CampaignPlan, io: Io, secrets: Secrets): Promise<number> {
  const noun = plan.matrixFile === null ? 'contract' : 'entry';
  const interrupt = onInterrupt();
  try {
    const { index, files } = await runCampaign(plan, {
      signal: interrupt.signal,
      hide: secrets.hide,
      onBegin: (name, at) => io.out(`${noun} ${name} (${at + 1} of ${plan.entries.length})\n`),
      onFailure: (name, reason) => io.err(`evs-conformance: ${noun} ${name} could not run: ${reason}\n`),
    });
    for (const { name, passedOver } of plan.entries)
      if (passedOver !== undefined) io.out(`${noun} ${name} was skipped: ${passedOver}\n`);
    io.out(`${index.headline}\nindex: ${files.join('  ')}\n`);
    return index.exit;
  } finally {
    interrupt.release();
  }
}
