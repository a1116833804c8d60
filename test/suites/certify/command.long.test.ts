import { expect, test } from 'vitest';
import { passOn } from '../../targets/providers/programs.ts';
import { certifyAt, idsWith, startBackend } from '../bench.ts';

test('a command certifies the reference backend', async () => {
  const backend = await startBackend();
  const program = { file: process.execPath, args: ['-e', passOn, backend.statesUrl], cwd: '/', env: {} };
  const places = { url: backend.url, volumes: { kind: 'command', program } } as const;
  const result = await certifyAt(places, { runs: 1, extensions: 1, concurrency: 4 });
  await backend.close();
  expect([...idsWith(result, 'fail'), ...idsWith(result, 'inconclusive'), ...idsWith(result, 'broken')]).toEqual([]);
  expect([backend.state.volumes.size, result.ledger.left]).toEqual([0, []]);
});
