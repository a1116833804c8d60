import { pathSegment } from '../../../wire/path.ts';
import type { Said } from '../lines.ts';
import type { ExchangeAt, Numbered } from '../reader.ts';
import { grouped } from './grouped.ts';
import { isRequest, nameOf, type Sent } from './sent.ts';
import type { Whole } from './whole.ts';

/** A request with all that is said of it, and all look-ups that were made to see what came of it. */
export interface Watched {
  readonly own: Numbered<ExchangeAt>;
  /** In order, the first one as it was told first. */
  readonly told: readonly Sent[];
  readonly looks: readonly Look[];
}

/** A look-up, and what it says. */
export type Look = Numbered<ExchangeAt> & {
  readonly says: Said;
  /** Undefined where a job is looked up. */
  readonly volume: string | undefined;
};

/**
 * Each request with its look-ups: those that bear its name and come after it, as long as no other to the same volume has
 * its name. A check that begins anew counts its requests anew.
 */
export function watchedIn({ exchanges, sent, read }: Pick<Whole, 'exchanges' | 'sent' | 'read'>): readonly Watched[] {
  const steps = grouped(sent, ({ exchange }) => exchange);
  const named = new Map<string, { readonly own: ExchangeAt; readonly looks: Look[] }[]>();
  return exchanges.flatMap((one): readonly Watched[] => {
    if (one.step === null) return [];
    const name = nameOf(one.step);
    if (isRequest(one)) {
      const entry = { own: one, told: steps.get(one.number) ?? [], looks: [] };
      named.set(name, [...(named.get(name) ?? []), entry]);
      return [entry];
    }
    const looked = read(one);
    if (looked === undefined) return [];
    const { says, volume } = looked;
    const all = named.get(name) ?? [];
    const own = volume === undefined ? undefined : all.findLast((entry) => isOf(entry.own, volume));
    (own ?? all.at(-1))?.looks.push({ ...one, says, volume });
    return [];
  });
}

const isOf = ({ url }: ExchangeAt, volume: string): boolean => url.includes(`/${pathSegment(volume)}/`);
