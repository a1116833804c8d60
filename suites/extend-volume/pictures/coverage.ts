import type { MappedStep } from '../../../engine/acceptance-mapper.ts';
import type { Covering } from '../../../generators/interactions/cover.ts';
import { note } from '../../../generators/interactions/cover.ts';
import type { Room } from '../../../generators/room.ts';
import type { Contract } from '../../../spec/contract.ts';
import type { Coverage } from '../../../verdicts/acceptance-map.ts';
import { coveredBy } from '../interactions.ts';

/** More examples would tell nothing more. */
const most = 5;

/** Counts which pairs and triples of circumstances were sent and decided. */
export function openCoverage(contract: Contract, room: Room) {
  const of = coveredBy(contract, room);
  const reach: Covering = { pairs: new Set(), triples: new Set() };

  /** The gaps: values that stand in no pair that was reached, then other pairs. */
  function missing(): readonly string[] {
    const pairs = of.pairs.all.filter((one) => !reach.pairs.has(one)).map(of.pairs.valuesOf);
    const seen = new Set([...reach.pairs].flatMap(of.pairs.valuesOf));
    const absent = [...new Set(pairs.flat())].filter((value) => !seen.has(value));
    const others = pairs.filter((values) => !values.some((value) => absent.includes(value)));
    return [...absent.map((value) => [value]), ...others]
      .slice(0, most)
      .map((values) => values.map((value) => (of.space.names[value] ?? []).join(': ')).join(' × '));
  }

  return {
    see({ recipe, expectation: { kind }, outcome, inScope, about }: MappedStep): void {
      if (recipe === undefined || kind === 'unreadable' || outcome === 'none' || !inScope || about !== '') return;
      note({ recipe, verdict: kind }, of, reach);
    },
    coverage: (): Coverage => ({
      pairs: { reached: reach.pairs.size, of: of.pairs.all.length },
      triples: { reached: reach.triples.size, of: of.triples.all.length },
      missing: missing(),
    }),
  };
}
