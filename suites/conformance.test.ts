import { openSigner } from '../cli/attestation.ts';
import { readBaseline } from '../cli/baseline-file.ts';
import { certifyTarget } from '../cli/certify-target.ts';
import { readSettings } from '../cli/config.ts';
import { contractNamed } from '../cli/contracts.ts';
import { clearReports } from '../cli/files.ts';
import { holding } from '../cli/lock.ts';
import { conformanceTests } from '../face/tests.ts';

/**
 * `npm run conformance`: one test of each check, against the target of the environment (`EVS_TARGET`, …, `EVS_CONFIG`) or the
 * reference backend. What the run came to travels in `task.meta` to `face/reporter.ts`.
 */
const settings = readSettings({}, process.env);
const { only, report: folder, lang, sign } = settings;
const contract = contractNamed(settings.contract);
const baseline = settings.baseline === undefined ? undefined : readBaseline(settings.baseline);
// a key that cannot sign is told before anything is sent
if (sign !== undefined) openSigner(sign);

conformanceTests({
  name: `${contract.contract.id} on ${settings.target?.url ?? 'the reference backend'}`,
  only,
  baseline,
  certify: (selected, signal) =>
    holding(folder, 'npm run conformance', (lock) => {
      clearReports(folder);
      return certifyTarget({ ...settings, only: selected }, contract, { signal: AbortSignal.any([signal, lock.lost]) });
    }),
  after: (result, file) => {
    file.meta.run = { result, folder, lang, baseline, sign };
  },
});
