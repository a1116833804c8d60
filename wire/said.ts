import type { WireAnswer } from './exchange.ts';
import { cutTo } from './held.ts';
import type { Secrets } from './redact.ts';

/** A service's own words about what went wrong, bounded; undefined where it has none that are meant for people. */
export function saidBy({ json }: WireAnswer, secrets: Secrets): string | undefined {
  const body = json as { error?: { message?: unknown }; message?: unknown; error_msg?: unknown } | null | undefined;
  const said = body?.error?.message ?? body?.message ?? body?.error_msg;
  if (typeof said !== 'string' || said === '') return undefined;
  // hidden before it is cut: half a secret would not be known for one
  return cutTo(secrets.hide(said), 200);
}
