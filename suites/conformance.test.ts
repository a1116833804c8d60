import { openSigner } from '../main/attestation.ts';
import { readBaseline } from '../main/baseline-file.ts';
import { theContractRun } from '../main/campaign/contracts.ts';
import { certifyTarget } from '../main/certify-target.ts';
import { operationOf } from '../main/operations.ts';
import { clearReports } from '../main/report-folder/files.ts';
import { holding } from '../main/report-folder/lock.ts';
import { readSettings } from '../main/settings/config.ts';
import { conformanceTests } from '../vitest/tests.ts';

/**
 * `npm run conformance`: one test for each check, against the target of the environment (`EVS_TARGET`, …, `EVS_CONFIG`)
 * or the reference backend. The results travel in `task.meta` to `vitest/reporter.ts`.
 */
const settings = readSettings({}, process.env);
const { only, smoke, report: folder, lang, sign, failOn } = settings;
const { loaded: contract } = theContractRun(settings, 'these tests are of one: name it by EVS_CONTRACT');
const baseline = settings.baseline === undefined ? undefined : readBaseline(settings.baseline);
// a key that cannot sign is reported before anything is sent
if (sign !== undefined) openSigner(sign);

const operation = operationOf(contract.contract);

conformanceTests({
  name: `${contract.contract.id} on ${settings.target?.url ?? 'the reference backend'}`,
  operation,
  contract: contract.contract,
  only,
  smoke,
  baseline,
  report: folder,
  failOn,
  certify: (selected, signal) =>
    holding(folder, 'npm run conformance', (lock) => {
      clearReports(folder);
      const either = AbortSignal.any([signal, lock.lost]);
      return certifyTarget({ ...settings, only: selected }, contract, { signal: either, baseline });
    }),
  after: (result, file) => {
    file.meta.run = { result, folder, lang, baseline, failOn, sign };
  },
});
