import type { Secrets } from '../../wire/redact.ts';
import type { TargetSettings } from './settings.ts';

/** Hides what the settings hold in whatever the command line says from now on. */
export function hideSecrets(secrets: Secrets, { auth, headers }: Pick<TargetSettings, 'auth' | 'headers'>): void {
  if (auth.kind === 'token') secrets.add(auth.token, '$EVS_TOKEN');
  if (auth.kind === 'login') secrets.add(auth.password, '$EVS_PASSWORD');
  if (auth.kind === 'signed') secrets.add(auth.secretKey, '$EVS_SK');
  for (const { value, placeholder } of headers) if (placeholder !== undefined) secrets.add(value, placeholder);
}
