import { createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';

// Ids are counted, so that a replay of the same set-ups meets the same volumes.
let count = 0;
const randomId = (): string => {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
};
const { url } = await listen(createBackend({ randomId }));
process.stdout.write(`${url}\n`);
