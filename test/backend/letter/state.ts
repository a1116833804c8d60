import { type BackendBench, type Fields, sized } from '../bench.ts';
import { all, attempt, first, type Letter, SHARED } from './attempt.ts';

const inUse = (servers: readonly string[], more: Fields = {}): Fields => ({
  size: 40,
  status: 'in-use',
  servers,
  ...more,
});
const accepted = (volumes: readonly Fields[]): Letter =>
  all(
    'accepted',
    volumes.map((volume) => [volume, sized(50)]),
  );

export const BAD_SERVERS = [
  ['ERROR'],
  ['REBOOT'],
  ['BUILD'],
  ['SHELVED'],
  ['active'],
  ['ACTIVE', 'ERROR'],
  ['ERROR', 'ACTIVE'],
];
const SHARED_IN_USE = [inUse(['ACTIVE'], SHARED), inUse(['ACTIVE', 'SHUTOFF'], SHARED)];

const stays = (bench: BackendBench, volumes: readonly Fields[]) =>
  first(volumes, async (volume) => {
    const { before, after } = await attempt(bench, volume, sized(50));
    return Number(after.size) > Number(before.size) ? `grew: ${JSON.stringify(volume)}` : undefined;
  });

export const state = {
  'state.available': accepted([{ size: 40 }]),
  'state.available-shared': accepted([{ size: 40, ...SHARED }]),
  'state.in-use': (bench) =>
    first(['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'], async (server) => {
      const complaint = await accepted([inUse([server])])(bench);
      if (complaint !== undefined) return complaint;
      const job = [...bench.state.jobs.values()].at(-1);
      const volume = job && bench.state.volumes.get(job.volumeId);
      return job?.status === 'FAIL' && volume?.size === 40 ? 'refused later' : undefined;
    }),
  'state.in-use-shared': (bench) => stays(bench, SHARED_IN_USE),
  'state.server-status': (bench) =>
    stays(
      bench,
      BAD_SERVERS.map((servers) => inUse(servers)),
    ),
  'state.other': (bench) =>
    stays(
      bench,
      ['creating', 'error', 'extending'].map((status) => ({ size: 40, status })),
    ),
} satisfies Record<string, Letter>;
