import { type FrontCall, type FrontReply, isAction, jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';

const busy = (status: number, headers: Readonly<Record<string, string>> = {}): FrontReply =>
  jsonReply(status, { error: { message: 'slow down', code: 'X' } }, headers);

const inASecond = (): string => new Date(Date.now() + 1_000).toUTCString();

const volumeOf = ({ path }: FrontCall): string => /cloudvolumes\/([^/]+)/.exec(path)?.[1] ?? '';

const isExtension = (call: FrontCall): boolean => call.method === 'POST' && isAction(call);

/** Allows `most` requests in each span of `ms`. */
function windowed(most: number, ms: number) {
  let since = 0;
  let count = 0;
  return (): FrontReply | undefined => {
    const now = Date.now();
    if (now - since >= ms) [since, count] = [now, 0];
    count += 1;
    return count > most ? busy(503, { 'retry-after': String((since + ms - now) / 1_000) }) : undefined;
  };
}

/** Accepts an extension of a volume only after this long since the one before it, in ms. */
function spaced(ms: number) {
  const last = new Map<string, number>();
  return (call: FrontCall): FrontReply | undefined => {
    if (!isExtension(call)) return undefined;
    const volume = volumeOf(call);
    const isSoon = Date.now() - (last.get(volume) ?? 0) < ms;
    if (!isSoon) last.set(volume, Date.now());
    return isSoon ? busy(429, { 'retry-after': '0.1' }) : undefined;
  };
}

/** Right servers that need time, and say so. */
export const throttles: readonly Variant[] = [
  {
    id: 'throttled-by-503',
    summary: 'every thirtieth request is answered with 503 and a second to wait',
    front: { instead: ({ count }) => (count % 30 === 29 ? busy(503, { 'retry-after': '1' }) : undefined) },
  },
  {
    id: 'throttled-by-503-and-date',
    summary: 'every fortieth request is answered with 503 and a date to come back at',
    front: { instead: ({ count }) => (count % 40 === 39 ? busy(503, { 'retry-after': inASecond() }) : undefined) },
  },
  {
    id: 'throttled-in-the-future',
    summary: 'the same, by a clock that is ten years ahead',
    front: {
      instead({ count }) {
        if (count % 40 !== 39) return undefined;
        const at = (ms: number): string => new Date(Date.now() + 315_360_000_000 + ms).toUTCString();
        return busy(429, { date: at(0), 'retry-after': at(1_000) });
      },
    },
  },
  {
    id: 'throttled-without-a-word',
    summary: 'every twelfth request is answered with 429 and nothing about when to come back',
    front: { instead: ({ count }) => (count % 12 === 11 ? busy(429) : undefined) },
  },
  {
    id: 'throttled-with-nonsense',
    summary: 'every thirtieth request is answered with 503, to be sent again "soon"',
    front: { instead: ({ count }) => (count % 30 === 29 ? busy(503, { 'retry-after': 'soon' }) : undefined) },
  },
  {
    id: 'throttled-in-bursts',
    summary: 'more than a hundred requests in 250 ms are answered with 503 and the rest of that to wait',
    front: { instead: windowed(100, 250) },
  },
  {
    id: 'throttled-by-volume',
    summary: 'a second extension of a volume within 150 ms is answered with 429',
    front: { instead: spaced(150) },
  },
];
