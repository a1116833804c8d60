import type { ExtensionNames } from '../spec/extension.ts';
import { documented, extraKeys, withSize } from './bodies.ts';
import { placeholder } from './case.ts';

/**
 * Bodies that generic tools send, the most telling first: the documented one with an addition inside or after it that
 * readers stumble over.
 */
export function oddBodies(names: ExtensionNames): readonly string[] {
  const beside = (member: string): string => extraKeys(names, member)[0] ?? '';
  const whole = documented(names);
  return [
    ...commented(beside, 'a\\u0000b', '\\ud800'),
    beside(`"comment":${nested(1_000)}`),
    ...commented(beside, '😀', rawBytes),
    `${whole}\0`,
    nested(1_000, whole),
    ...commented(beside, 'a\0b', '中文'),
    `${whole} # extend`,
    beside(`"comment":${nested(100)}`),
    beside('"\\u0000":1'),
    nested(1_000),
    beside(`"comment":${nested(5)}`),
    `\ufeff${whole}`,
    beside(`"${rawBytes}":1`),
    `${whole}${rawBytes}`,
    `${whole},`,
    `${whole}\f`,
    `${whole}null`,
    nested(5, whole),
  ];
}

/** Text that lenient readers take for a number; without a sign or a blank, only the spelling of its size is lenient. */
export function lenientText(names: ExtensionNames): readonly string[] {
  return [`"${placeholder}"`, `"+${placeholder}"`, `" ${placeholder} "`].map((text) => withSize(names, text));
}

const commented = (beside: (member: string) => string, ...texts: readonly string[]): readonly string[] =>
  texts.map((text) => beside(`"comment":"${text}"`));

/** The bytes FF, FE and C3, which are no UTF-8, in a body's text: each is a single surrogate. */
const rawBytes = '\udcff\udcfe\udcc3';

/** Nested lists of this depth; the innermost one holds `inner`. */
const nested = (depth: number, inner = ''): string => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;
