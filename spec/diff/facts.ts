import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '../contract.ts';
import { type PageType, typeOf } from '../read/types.ts';
import { change, demanded, type FoundChange, told } from './change.ts';

/** Facts about the page itself and about things beyond the wire. */
const ABOUT = /^(?:operation|notice|error-codes|response\.job-state|response\.samples|request\.sample)/;

/**
 * Differences of facts that no other change covers, and of a contract's other records: readings, samples, sentences
 * that were not understood.
 *
 * @param spoken - facts of other changes: only their words are compared
 */
export function factChanges(before: Contract, after: Contract, spoken: ReadonlySet<string>): readonly FoundChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  return [
    ...ids.flatMap((id) => factChange(id, old.get(id), now.get(id), spoken.has(id))),
    ...sampleChanges(before, after),
    ...listChange('readings', before.readings, after.readings),
    ...listChange(
      'sentences not understood',
      before.unparsed.map(({ sha256 }) => sha256),
      after.unparsed.map(({ sha256 }) => sha256),
    ),
  ];
}

function valuesOf({ facts }: Contract): ReadonlyMap<string, unknown> {
  return new Map(facts.map(({ id, value }) => [id, value]));
}

function factChange(id: string, old: unknown, now: unknown, isSpoken: boolean): readonly FoundChange[] {
  // the operation reports these itself; samples and cases stand in the contract
  if (isDeepStrictEqual(old, now) || /^operation\.(?:route|effect)$|\.samples?$|^size\.cases$/.test(id)) return [];
  const kind = ABOUT.test(id) ? 'metadata' : 'vocabulary';
  if (old === undefined || now === undefined) {
    return isSpoken ? [] : [change(kind, id, now === undefined ? 'not stated any more' : 'stated now')];
  }
  if (kind === 'metadata') return [change(kind, id, `${told(old)} → ${told(now)}`)];
  const keys = [...new Set([...Object.keys(asObject(old)), ...Object.keys(asObject(now))])];
  const found = keys.flatMap((key) => attributeChange(id, key, asObject(old)[key], asObject(now)[key], isSpoken));
  return keys.length > 0 || isSpoken ? found : [change(kind, id, `${told(old)} → ${told(now)}`)];
}

function attributeChange(
  id: string,
  key: string,
  old: unknown,
  now: unknown,
  isSpoken: boolean,
): readonly FoundChange[] {
  // the field's obligation reports it
  if (isDeepStrictEqual(old, now) || key === 'mandatory') return [];
  const what = `${key} ${told(old)} → ${told(now)}`;
  if (key === 'type') return typeChange(id, what, [old, now].map(asType), isSpoken);
  // billing goes beyond requests: it concerns the rows that say why no check certifies it
  if (key === 'billing') return [change(demanded(old, now), id, what, { facts: [id], reach: 'untested-rows' })];
  return isSpoken ? [] : [change('vocabulary', id, what)];
}

/** A change of the kind is reported by the field's schema; a map that is called an object still is one. */
function typeChange(
  id: string,
  what: string,
  [old, now]: readonly (PageType | undefined)[],
  isSpoken: boolean,
): readonly FoundChange[] {
  if (old?.kind !== now?.kind) return isSpoken ? [] : [change('wire-neutral', id, what)];
  const isOneWord = (old?.values == null) === (now?.values == null);
  return [change(isOneWord ? 'vocabulary' : 'wire-neutral', id, what)];
}

function asType(text: unknown): PageType | undefined {
  return typeof text === 'string' ? typeOf(text) : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function sampleChanges(before: Contract, after: Contract): readonly FoundChange[] {
  return (['request', 'query', 'success', 'error'] as const).flatMap((place) => {
    const [old, now] = [before.samples[place], after.samples[place]];
    return isDeepStrictEqual(old, now)
      ? []
      : [change('metadata', 'samples', `of ${place}: ${old.length} → ${now.length}, not the same`)];
  });
}

function listChange(name: string, before: readonly unknown[], after: readonly unknown[]): readonly FoundChange[] {
  const isIn = (list: readonly unknown[]) => (one: unknown) => list.some((each) => isDeepStrictEqual(each, one));
  const gone = before.filter((one) => !isIn(after)(one)).length;
  const come = after.filter((one) => !isIn(before)(one)).length;
  return gone + come === 0 ? [] : [change('metadata', name, `${gone} gone, ${come} new`)];
}
