import type { Origin, Provenance } from '../contract.ts';
import { change, type FoundChange } from './change.ts';

/** Differences between the places of facts; none unless the places of both are known. */
export function provenanceChanges(before: Provenance | null, after: Provenance | null): readonly FoundChange[] {
  if (before === null || after === null) return [];
  const old = new Map(before.origins.map((origin) => [origin.fact, origin]));
  const both = after.origins.flatMap((now) => {
    const was = old.get(now.fact);
    return was === undefined ? [] : [[was, now] as const];
  });
  const count = (differs: (was: Origin, now: Origin) => boolean): number =>
    both.filter(([was, now]) => differs(was, now)).length;
  const moved = count((was, now) => was.line !== now.line || was.anchor !== now.anchor);
  const headed = count((was, now) => was.heading !== now.heading);
  const worded = count((was, now) => was.sha256 !== now.sha256);
  const facts = (many: number): string => `${many} ${many === 1 ? 'fact' : 'facts'}`;
  return [
    ...(moved === 0 ? [] : [change('none', 'page', `${facts(moved)} on another line or at another anchor`)]),
    ...(headed === 0 ? [] : [change('vocabulary', 'page', `${facts(headed)} below a section of another name`)]),
    ...(worded === 0 ? [] : [change('vocabulary', 'page', `${facts(worded)} in other words`)]),
    ...(before.language === after.language
      ? []
      : [change('vocabulary', 'page', `its language: ${before.language} → ${after.language}`)]),
  ];
}
