import { randomBytes, randomUUID } from 'node:crypto';
import { createBackend } from '../../backend/backend.ts';
import { isDialectId } from '../../backend/dialects/index.ts';
import type { FaultId } from '../../backend/faults/index.ts';
import { listen } from '../../backend/listen.ts';
import type { TargetSettings } from './settings.ts';

/** Its jobs take some ms: nothing is learnt by waiting a minute for one that never ends. */
const jobMs = 3_000;

interface Reference {
  readonly target: TargetSettings;
  /** How long one of its jobs may take, in ms. */
  readonly jobMs: number;
  readonly close: () => Promise<void>;
}

/**
 * Starts the reference backend on loopback, in the dialect of a contract where it has one, with tokens so that the rules
 * about them are judged as well.
 */
export async function startReference(contract: string, fault: FaultId | undefined): Promise<Reference> {
  const [own, other] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const [project, foreign] = [randomUUID().replaceAll('-', ''), randomUUID().replaceAll('-', '')];
  const dialect = isDialectId(contract) ? contract : undefined;
  const backend = createBackend({ tokens: { [own]: project, [other]: foreign }, dialect, fault });
  const { url, statesUrl, close } = await listen(backend);
  const auth = { kind: 'token', token: own } as const;
  return { target: { url, project, states: statesUrl, auth, headers: [], tls: {} }, jobMs, close };
}
