import { createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';

/** The delay of every answer except the state hook's, in ms. */
const latency = Number(process.argv[2] ?? 0);

// ids are counted, so that a replay of the same set-ups meets the same volumes
let count = 0;
const randomId = (): string => {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
};
const { url } = await listen(createBackend({ randomId, latency }));
process.stdout.write(`${url}\n`);
