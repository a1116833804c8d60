import { randomBytes, randomUUID } from 'node:crypto';
import { createBackend } from '../../backend/backend.ts';
import type { FaultId } from '../../backend/faults/index.ts';
import { listen } from '../../backend/listen.ts';
import type { TargetSettings } from './settings.ts';

/** The reference backend's jobs take some ms: nothing is learnt by waiting a minute for one that never ends. */
export const referenceJobMs = 3_000;

/** Starts the reference backend on loopback, with tokens so that the rules about them are judged as well. */
export async function startReference(
  fault: FaultId | undefined,
): Promise<{ readonly target: TargetSettings; readonly close: () => Promise<void> }> {
  const [own, other] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const [project, foreign] = [randomUUID().replaceAll('-', ''), randomUUID().replaceAll('-', '')];
  const backend = createBackend({ tokens: { [own]: project, [other]: foreign }, fault });
  const { url, statesUrl, close } = await listen(backend);
  const auth = { kind: 'token', token: own } as const;
  return { target: { url, project, states: statesUrl, auth, headers: [], tls: {} }, close };
}
