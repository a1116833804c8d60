import { type Lookup, readJob, readVolume } from '../../../targets/observe.ts';
import { said } from '../kept.ts';
import type { Problem } from '../problem.ts';
import type { ExchangeAt } from '../reader.ts';
import type { Rebuilt } from '../rebuild.ts';
import type { Places } from '../recall.ts';
import { exchangeOf } from '../recall.ts';
import { bystanders } from './bystanders.ts';
import { cases } from './cases.ts';
import { controls } from './controls.ts';
import { departures } from './departures.ts';
import { looks } from './looks.ts';
import { requests } from './requests.ts';
import { times } from './times.ts';
import { volumes } from './volumes.ts';
import { watchedIn } from './watched.ts';
import type { Looked, Rule, Whole } from './whole.ts';

/**
 * Compares the exchanges of a run with all statements about them: an unreported fact is a problem, and so is
 * a statement that contradicts them.
 */
export function account(
  whole: Omit<Whole, 'read' | 'watched'>,
  places: Places,
  rebuilt: Pick<Rebuilt, 'trace' | 'exchangesOf'>,
): readonly Problem[] {
  const read = readerOf(places);
  const all: Whole = { ...whole, read, watched: watchedIn({ ...whole, read }) };
  return [...rules, bystanders(rebuilt)].flatMap((rule) => rule(all));
}

const rules: readonly Rule[] = [requests, departures, looks, times, cases, volumes, controls];

/** Reads an exchange as a look-up, by the paths of the run's look-ups. */
function readerOf(places: Places): Whole['read'] {
  const shapes = (['volume', 'job'] as const).flatMap((what) => {
    const place = places[what];
    return place === undefined ? [] : [{ what, place, shape: shapeOf(place) }];
  });
  return (one) => {
    const url = one.url.split('?', 1)[0] ?? '';
    for (const { what, place, shape } of shapes) {
      const id = shape?.exec(url)?.groups?.id;
      if (id !== undefined) return looked(one, place, what === 'volume' ? decoded(id) : undefined);
    }
    return undefined;
  };
}

function looked(one: ExchangeAt, lookup: Lookup, volume: string | undefined): Looked | undefined {
  const line = one.read();
  if ('whole' in line.response && line.response.whole === false) return undefined;
  const source = { exchange: exchangeOf(line), lookup, volume };
  const reading = volume === undefined ? readJob(source) : readVolume(source);
  return { reading, says: said(reading), volume };
}

/** The URLs of a look-up; the last parameter is the id of the thing. */
function shapeOf({ path }: Lookup): RegExp | undefined {
  const parts = (path.split('?', 1)[0] ?? '').split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  // one of more parameters is none of ours, and would take long to find
  if (parts.length > mostParameters + 1) return undefined;
  const last = parts.pop() ?? '';
  return new RegExp(`${parts.join('[^/]+')}(?<id>[^/]+)${last}$`);
}

const mostParameters = 4;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
