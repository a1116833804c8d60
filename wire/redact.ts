import { type Span, type Spelling, spellingsOf } from './spelling.ts';

/** Values that must not be shown, with the placeholders that replace them in all output. */
export interface Secrets {
  /**
   * Hides a value from now on, because tokens are issued during a run. Values under 4 characters would redact too much.
   */
  add(value: string, placeholder: string): void;
  /** Hides a signature: 64 hexadecimal digits that differ in each request. */
  addSignature(signature: string): void;
  readonly isEmpty: () => boolean;
  readonly placeholders: () => readonly string[];
  /** The text with every secret replaced, in any spelling. */
  readonly hide: (text: string) => string;
}

/** The shortest value that is hidden, in characters. */
export const minSecretLength = 4;

export const signaturePlaceholder = '$EVS_SIGNATURE';

const signatureLength = 64;
const digits = new RegExp(`[0-9a-f]{${signatureLength},}`, 'gi');

/** An empty set of secrets, to be added to. */
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
      // a placeholder that holds its own value in capitals would be replaced again and again
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

/**
 * The characters to look for, without which a secret cannot stand in a text, and the spelling that they are a part of.
 */
interface Sought {
  readonly core: string;
  readonly spelling: Spelling;
  readonly placeholder: string;
}

/**
 * Finds all places first, and then replaces them in one pass, so that no placeholder is taken for a secret. Regular
 * expressions would not do: a token has some thousand characters, and a long run has several tokens.
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
  // at the same place the longest one comes first: a shorter one inside it would leave the rest visible
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  let clean = '';
  let end = 0;
  for (const { from, to, placeholder } of found) {
    if (from >= end) clean += text.slice(end, from) + placeholder;
    end = Math.max(end, to);
  }
  return clean + text.slice(end);
}

/** Digits before a signature may not belong to it, such as those of `%3D`. */
function withoutSignatures(run: string, signed: ReadonlySet<string>): string {
  let clean = '';
  for (let at = 0; at < run.length; ) {
    const isOne = signed.has(run.slice(at, at + signatureLength).toLowerCase());
    clean += isOne ? signaturePlaceholder : run.charAt(at);
    at += isOne ? signatureLength : 1;
  }
  return clean;
}

/** The secrets of a redacted text: nothing is left to hide, and the placeholders are known. */
export function shownSecrets(placeholders: readonly string[]): Secrets {
  return {
    add() {},
    addSignature() {},
    isEmpty: () => true,
    placeholders: () => placeholders,
    hide: (text) => text,
  };
}

/** The secrets of a run with a single token. */
export function secretsOf(token: string | undefined): Secrets {
  const secrets = openSecrets();
  if (token !== undefined) secrets.add(token, '$EVS_TOKEN');
  return secrets;
}

/** Replaces every secret in a text, in any spelling. */
export function redactText(text: string, secrets: Secrets): string {
  return secrets.hide(text);
}

/** A copy of plain data with every secret in its strings and keys replaced. */
export function redact<T>(value: T, secrets: Secrets): T {
  if (secrets.isEmpty()) return value;
  return walk(value, secrets) as T;
}

/** Plain short words are names of our own data, even if a secret looks like one. */
const ours = /^[a-zA-Z]{1,15}$/;

function walk(value: unknown, secrets: Secrets): unknown {
  if (typeof value === 'string') return secrets.hide(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [ours.test(key) ? key : secrets.hide(key), walk(item, secrets)]),
  );
}
