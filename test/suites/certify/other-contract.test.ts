import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { contractDigest, type LoadedContract, loadContract } from '../../../spec/load.ts';
import { packageRoot } from '../../../spec/root.ts';
import { overallVerdict } from '../../../verdicts/overall-verdict.ts';
import { certifyBackend, idsWith, rowsOf, told } from '../bench.ts';
import { requirementIds } from '../register.ts';

/** The page with another maximum and a server state less. */
function otherContract(): LoadedContract {
  const page = readFileSync(join(packageRoot(), 'spec/pages/extend-volume.md'), 'utf8');
  const edited = page.replace('(32768 GB)', '(1000 GB)').replace('`SUSPENDED` or `SHUTOFF`', 'or `SUSPENDED`');
  const { text, provenance } = derive({ name: 'other.md', text: edited });
  return { contract: loadContract(text, 'other.json'), text, sha256: contractDigest(text), provenance };
}

const contract = otherContract();

test('another page certifies the backend that follows it', async () => {
  const result = await certifyBackend({ max: 1000, servers: ['ACTIVE', 'PAUSED', 'SUSPENDED'] }, { contract });
  expect(idsWith(result, 'pass'), JSON.stringify(told(result), null, 1)).toEqual(requirementIds);
  expect(overallVerdict(result).class).toBe('conformant');
  expect(rowsOf(result)['size.maximum']?.statement).toContain('accept exactly 1000 GB');
  expect(result.contract.sha256).toBe(contract.sha256);
});

test('and accuses the one that follows the page as it was', async () => {
  const result = await certifyBackend({}, { contract, runs: 60 });
  expect(overallVerdict(result).class).toBe('non-conformant');
  expect(idsWith(result, 'fail')).toEqual(['size.over-maximum', 'state.server-status']);
  expect(told(result)['size.over-maximum']).toContain('answered 200 to new_size 1001');
  expect(told(result)['state.server-status']).toContain('whose server is SHUTOFF');
});
