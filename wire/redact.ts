/** Secrets by value, and what stands for each in everything that is shown. */
export type Secrets = ReadonlyMap<string, string>;

/** The secrets of a run: each value that must not be seen → its placeholder. Values under 4 characters redact too much. */
export function secretsOf(token: string | undefined): Secrets {
  return new Map(token !== undefined && token.length >= 4 ? [[token, '$EVS_TOKEN']] : []);
}

/**
 * How a server may echo a secret: plain, percent-encoded in either case, JSON-escaped with slashes as they are or escaped.
 * The longest first: a shorter one inside it would leave the rest standing.
 */
function spellings(value: string): readonly string[] {
  const percent = encodeURIComponent(value);
  const json = JSON.stringify(value).slice(1, -1);
  const small = percent.replace(/%../g, (code) => code.toLowerCase());
  const all = new Set([value, percent, small, json, json.replaceAll('/', '\\/')]);
  return [...all].sort((a, b) => b.length - a.length);
}

/** Replaces every secret in a text, however it is spelled. */
export function redactText(text: string, secrets: Secrets): string {
  let clean = text;
  for (const [value, placeholder] of secrets) {
    for (const spelling of spellings(value)) {
      clean = clean.replaceAll(spelling, placeholder);
    }
  }
  return clean;
}

/** A copy of plain data with every secret in its strings and keys replaced. */
export function redact<T>(value: T, secrets: Secrets): T {
  if (secrets.size === 0) return value;
  return walk(value, secrets) as T;
}

function walk(value: unknown, secrets: Secrets): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => walk(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactText(key, secrets), walk(item, secrets)]),
  );
}
