import { Hono } from 'hono';
import { json, toResponse } from '../../../backend/answers.ts';
import { type Backend, createBackend } from '../../../backend/backend.ts';
import { dialects } from '../../../backend/dialects/index.ts';
import { isJsonObject } from '../../../backend/json.ts';
import type { BackendVolume } from '../../../backend/model.ts';
import { envelope, refuse } from '../../../backend/refusal.ts';

const words = dialects['extend-volume'];

/** A service that knows one operation more than the reference backend. `apply`: what a renaming makes of a volume. */
export function renamingService(
  options: Parameters<typeof createBackend>[0],
  apply: (volume: BackendVolume, name: string) => BackendVolume,
): Pick<Backend, 'app' | 'state'> {
  const backend = createBackend(options);
  const { state } = backend;
  const app = new Hono();
  app.put('/v2/:project/cloudvolumes/:volume', async (call) => {
    const volume = state.volumes.get(call.req.param('volume'));
    if (volume === undefined) return toResponse(envelope(refuse('unknown', 'no such volume'), words));
    const name = nameIn(await call.req.text());
    if (name === undefined) return toResponse(envelope(refuse('malformed', 'a name is wanted'), words));
    state.putVolume(apply(volume, name));
    return toResponse(json(200, { volume: { id: volume.id, name } }));
  });
  app.all('*', (call) => backend.app.fetch(call.req.raw));
  return { app, state };
}

function nameIn(text: string): string | undefined {
  const body: unknown = JSON.parse(text);
  if (!isJsonObject(body) || !isJsonObject(body.volume)) return undefined;
  return typeof body.volume.name === 'string' ? body.volume.name : undefined;
}
