import { type BackendOptions, createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';
import type { ServedSubject } from '../subject.ts';
import { token, tokens } from './tokens.ts';

/** The reference backend with these departures, on a port of the loopback. */
export async function serveBackend(options: BackendOptions): Promise<ServedSubject> {
  const backend = createBackend({ tokens, ...options });
  const { url, statesUrl, close } = await listen(backend);
  return { url, statesUrl, token, remaining: () => backend.state.volumes.size, close };
}
