import { pathSegment } from '../../../wire/path.ts';
import type { ExchangeAt } from '../reader.ts';
import { grouped } from './grouped.ts';
import { isRequest, nameOf } from './sent.ts';
import type { Look, Watched, Whole } from './whole.ts';

/**
 * Each request with its look-ups: those that bear its name and come after it, as long as no other to the same volume has
 * its name. A check that begins again counts its requests from 1 again.
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
