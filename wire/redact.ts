/** What must not be seen, by value, and what stands for it in everything that is shown. */
export interface Secrets {
  /** Hides a value from now on: tokens are issued while a run goes on. Values under 4 characters redact too much. */
  add(value: string, placeholder: string): void;
  /** Hides a signature: 64 hexadecimal digits, another one for each request. */
  addSignature(signature: string): void;
  readonly isEmpty: () => boolean;
  readonly placeholders: () => readonly string[];
  /** The text with every secret replaced, however it is spelled. */
  readonly hide: (text: string) => string;
}

/** The shortest value that is hidden, in characters. */
export const minSecretLength = 4;

export const signaturePlaceholder = '$EVS_SIGNATURE';

const signatureLength = 64;
const digits = new RegExp(`[0-9a-f]{${signatureLength},}`, 'gi');

/** Secrets that more can be added to. */
export function openSecrets(): Secrets {
  const values = new Map<string, string>();
  const placeholders = new Set<string>();
  const signed = new Set<string>();
  let longest: readonly string[] = [];

  return {
    add(value, placeholder) {
      if (value.length < minSecretLength) return;
      placeholders.add(placeholder);
      for (const spelling of spellings(value)) if (!values.has(spelling)) values.set(spelling, placeholder);
      // the longest first: a shorter one inside it would leave the rest standing
      longest = [...values.keys()].sort((one, other) => other.length - one.length);
    },
    addSignature(signature) {
      placeholders.add(signaturePlaceholder);
      signed.add(signature);
    },
    isEmpty: () => placeholders.size === 0,
    placeholders: () => [...placeholders],
    hide(text) {
      const clean = withoutValues(text, longest, values);
      if (signed.size === 0) return clean;
      return clean.replace(digits, (run) => withoutSignatures(run, signed));
    },
  };
}

/**
 * In one pass, so that no placeholder is taken for a secret. Not by a regular expression: tokens have some thousand
 * characters, and are several in a long run.
 */
function withoutValues(text: string, longest: readonly string[], values: ReadonlyMap<string, string>): string {
  const next = new Map(longest.map((value) => [value, text.indexOf(value)]));
  let clean = '';
  let from = 0;
  for (;;) {
    let found: string | undefined;
    let at = text.length;
    for (const [value, place] of next) {
      const here = place >= 0 && place < from ? text.indexOf(value, from) : place;
      if (here < 0) next.delete(value);
      else next.set(value, here);
      if (here >= 0 && here < at) [found, at] = [value, here];
    }
    if (found === undefined) return clean + text.slice(from);
    clean += text.slice(from, at) + (values.get(found) ?? '');
    from = at + found.length;
  }
}

/** Digits may stand before a signature that are none of its own, such as those of `%3D`. */
function withoutSignatures(run: string, signed: ReadonlySet<string>): string {
  let clean = '';
  for (let at = 0; at < run.length; ) {
    const isOne = signed.has(run.slice(at, at + signatureLength).toLowerCase());
    clean += isOne ? signaturePlaceholder : run.charAt(at);
    at += isOne ? signatureLength : 1;
  }
  return clean;
}

/** Of what is redacted already: nothing is left to hide, and these stand for what was hidden. */
export function shownSecrets(placeholders: readonly string[]): Secrets {
  return {
    add() {},
    addSignature() {},
    isEmpty: () => true,
    placeholders: () => placeholders,
    hide: (text) => text,
  };
}

/** The secrets of whoever has a token alone. */
export function secretsOf(token: string | undefined): Secrets {
  const secrets = openSecrets();
  if (token !== undefined) secrets.add(token, '$EVS_TOKEN');
  return secrets;
}

/** How a server may echo a secret: in one encoding, or in one inside another, such as JSON that stands in a JSON string. */
function spellings(value: string): ReadonlySet<string> {
  const once = encodings(value);
  return new Set([...once, ...once.flatMap(encodings)]);
}

/** Plain, percent-encoded in either case, JSON-escaped with slashes as they are or escaped, in HTML. */
function encodings(value: string): readonly string[] {
  const percent = encodeURIComponent(value);
  const json = JSON.stringify(value).slice(1, -1);
  const small = percent.replace(/%../g, (code) => code.toLowerCase());
  const html = value.replace(/[&<>"']/g, (char) => `&${entities[char] ?? ''};`);
  return [value, percent, small, json, json.replaceAll('/', '\\/'), html];
}

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };

/** Replaces every secret in a text, however it is spelled. */
export function redactText(text: string, secrets: Secrets): string {
  return secrets.hide(text);
}

/** A copy of plain data with every secret in its strings and keys replaced. */
export function redact<T>(value: T, secrets: Secrets): T {
  if (secrets.isEmpty()) return value;
  return walk(value, secrets) as T;
}

/** Plain short words are the names of our own data, whatever a secret looks like. */
const ours = /^[a-zA-Z]{1,15}$/;

function walk(value: unknown, secrets: Secrets): unknown {
  if (typeof value === 'string') return secrets.hide(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [ours.test(key) ? key : secrets.hide(key), walk(item, secrets)]),
  );
}
