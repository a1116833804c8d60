import { refuse } from '../../backend/refusal.ts';
import type { Rules } from '../../backend/rules.ts';
import type { Variant } from './variant.ts';

type ReadSize = Rules['readSize'];

/** The size in the view of another reader; undefined if it has the usual view. */
const reading =
  (read: (body: unknown, text: string) => ReturnType<ReadSize> | undefined) =>
  (rules: Rules): Partial<Rules> => ({ readSize: (body, text) => read(body, text) ?? rules.readSize(body, text) });

const actionOf = (body: unknown): Record<string, unknown> | undefined => {
  const action = (body as Record<string, unknown> | null)?.['os-extend'];
  return typeof action === 'object' && action !== null && !Array.isArray(action)
    ? (action as Record<string, unknown>)
    : undefined;
};

/** Right servers that differ where the page leaves requests open. */
export const bodies: readonly Variant[] = [
  {
    id: 'numeric-strings-accepted',
    summary: 'a string that is a number counts as that number',
    backend: {
      change: reading((body) => {
        const size = actionOf(body)?.new_size;
        return typeof size === 'string' && /^-?\d+(\.\d+)?$/.test(size) ? Number(size) : undefined;
      }),
    },
  },
  {
    id: 'unknown-keys-refused',
    summary: 'keys that are not documented are refused',
    backend: {
      change: reading((body) => {
        const keys = [...Object.keys((body as object | null) ?? {}), ...Object.keys(actionOf(body) ?? {})];
        const stray = keys.find((key) => key !== 'os-extend' && key !== 'new_size');
        return stray === undefined || actionOf(body) === undefined
          ? undefined
          : refuse('type', `no such key: ${stray}`);
      }),
    },
  },
  {
    id: 'duplicate-keys-refused',
    summary: 'a key that is there twice is refused',
    backend: {
      change: reading((_body, text) =>
        (text.match(/"(new_size|os-extend)"\s*:/g) ?? []).length > 2
          ? refuse('type', 'a key is there twice')
          : undefined,
      ),
    },
  },
  {
    id: 'maximum-not-included',
    summary: 'the maximum itself is refused, as the page can be read',
    departs: ['size.maximum', 'decimal.upper-bound'],
    backend: {
      change: (rules) => ({
        checkUpper: (wish, volume, context) => rules.checkUpper({ ...wish, size: wish.size + 1 }, volume, context),
      }),
    },
  },
];
