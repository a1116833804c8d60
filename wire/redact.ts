import { type Span, type Spelling, spellingsOf } from './spelling.ts';

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
  const values = new Map<string, readonly Sought[]>();
  const placeholders = new Set<string>();
  const signed = new Set<string>();
  let sought: readonly Sought[] = [];

  return {
    add(value, placeholder) {
      if (value.length < minSecretLength) return;
      placeholders.add(placeholder);
      if (values.has(value)) return;
      // a placeholder that holds its own value in capitals would be replaced for ever
      const isCased = placeholder.toLowerCase().includes(value.toLowerCase());
      const spellings = spellingsOf(value, isCased).flatMap((spelling) =>
        spelling.cores.map((core) => ({ core, spelling, placeholder })),
      );
      values.set(value, spellings);
      sought = [...values.values()].flat();
    },
    addSignature(signature) {
      placeholders.add(signaturePlaceholder);
      signed.add(signature);
    },
    isEmpty: () => placeholders.size === 0,
    placeholders: () => [...placeholders],
    hide(text) {
      const clean = withoutValues(text, sought);
      if (signed.size === 0) return clean;
      return clean.replace(digits, (run) => withoutSignatures(run, signed));
    },
  };
}

/** A run of characters that a secret cannot stand in a text without, and what it is a part of. */
interface Sought {
  readonly core: string;
  readonly spelling: Spelling;
  readonly placeholder: string;
}

/**
 * All places first, then in one pass, so that no placeholder is taken for a secret. Not by a regular expression: tokens have
 * some thousand characters, and are several in a long run.
 */
function withoutValues(text: string, sought: readonly Sought[]): string {
  const found: (Span & { readonly placeholder: string })[] = [];
  for (const { core, spelling, placeholder } of sought) {
    for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
      const span = spelling.around(text, at, core.length);
      if (span !== undefined) found.push({ ...span, placeholder });
    }
  }
  if (found.length === 0) return text;
  // of those that begin together the longest: a shorter one inside it would leave the rest standing
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  let clean = '';
  let end = 0;
  for (const { from, to, placeholder } of found) {
    if (from >= end) clean += text.slice(end, from) + placeholder;
    end = Math.max(end, to);
  }
  return clean + text.slice(end);
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
