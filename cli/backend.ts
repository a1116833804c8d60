import { createBackend } from '../backend/backend.ts';
import { listen } from '../backend/listen.ts';
import { DEFAULTS } from '../backend/settings.ts';
import type { backendOptions } from '../main/settings/command-options.ts';
import type { Values } from '../main/settings/option.ts';
import { checkDialects, readDialect, readFault, readProject } from '../main/settings/values.ts';
import { backendAuth } from './backend-auth.ts';
import type { Io } from './io.ts';

/** Serves the reference backend on loopback until the process is asked to end. */
export async function backendCommand(values: Values<typeof backendOptions>, io: Io): Promise<number> {
  const project = readProject('--project (EVS_PROJECT)', values.project ?? (io.env.EVS_PROJECT || DEFAULTS.project));
  const dialect = readDialect(values.dialect ?? 'extend-volume');
  const fault = values.fault === undefined ? undefined : readFault(values.fault);
  if (fault !== undefined) checkDialects(fault, [dialect]);
  const backend = createBackend({
    project,
    dialect,
    fault,
    ...(values.max === undefined ? {} : { max: values.max }),
    ...(values['job-delay'] === undefined ? {} : { jobDelayMs: values['job-delay'] }),
    ...(values.servers === undefined ? {} : { servers: values.servers }),
    ...(values.auth === undefined ? {} : backendAuth(values.auth, project, io.env)),
  });
  const listening = await listen(backend, { port: values.port ?? 0, host: '127.0.0.1' });
  io.out(
    `reference backend: ${listening.url}\nstate hook:        ${listening.statesUrl}\nproject:           ${project}\n`,
  );
  await io.stopped();
  await listening.close();
  return 0;
}
