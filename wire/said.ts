import type { WireAnswer } from './exchange.ts';

/** A service's own words about what went wrong, bounded; undefined where it has none that are meant for people. */
export function saidBy({ json }: WireAnswer): string | undefined {
  const body = json as { error?: { message?: unknown }; message?: unknown; error_msg?: unknown } | null | undefined;
  const said = body?.error?.message ?? body?.message ?? body?.error_msg;
  return typeof said === 'string' && said !== '' ? said.slice(0, 200) : undefined;
}
