import type { Contract } from '../spec/contract.ts';
import { placeOf } from '../suites/extend-volume/pictures/size-points.ts';
import { type Counts, isAstray, isDoubtful } from '../verdicts/acceptance-map.ts';
import type { Result, Row } from '../verdicts/result.ts';

/** Where a report contradicts itself: its pictures and its rows, or the reason of one row and the verdict of another. */
export function contradictions(result: Result, contract: Contract): readonly string[] {
  return [...ofReasons(result), ...ofPictures(result, contract)];
}

const blame = /blocked by (\S+?)(?: \(not selected\))?: ?(.*?)(?=; |$)/g;

/** Reasons that name what is not broken, or say nothing, and those that lead in a circle. */
export function ofReasons({ rows }: Result): readonly string[] {
  const kinds = new Map(rows.map(({ id, verdict }) => [id, verdict.kind]));
  const blames = (text: string): readonly (readonly [string, string])[] =>
    [...text.matchAll(blame)].map(([, id = '', why = '']) => [id, why] as const);
  const found: string[] = [];
  for (const { id, verdict, notes } of rows) {
    const reason = 'reason' in verdict ? [verdict.reason] : [];
    if (reason.some((text) => /[:;]\s*$|^\s*$/.test(text)))
      found.push(`${id}: a reason that ends in nothing: ${reason}`);
    for (const text of [...reason, ...notes]) {
      for (const [by, why] of blames(text)) {
        if (by === id) found.push(`${id} blames itself: ${text}`);
        if (['pass', 'not-applicable', undefined].includes(kinds.get(by)))
          found.push(`${id} blames ${by}, which is ${kinds.get(by)}: ${text}`);
        if (why === '') found.push(`${id} blames ${by} for nothing: ${text}`);
      }
    }
  }
  return [...found, ...circles(rows, (text) => blames(text).map(([by]) => by))];
}

/** Inconclusive rows that blame nothing but each other. */
function circles(rows: readonly Row[], blamed: (text: string) => readonly string[]): readonly string[] {
  const open = new Map(
    rows.flatMap(({ id, verdict }) => (verdict.kind === 'inconclusive' ? [[id, blamed(verdict.reason)] as const] : [])),
  );
  const ends = (id: string, seen: readonly string[]): boolean => {
    const by = open.get(id);
    if (by === undefined || by.length === 0) return true;
    return by.some((one) => !seen.includes(one) && ends(one, [...seen, id]));
  };
  return [...open.keys()].filter((id) => !ends(id, [])).map((id) => `${id} is blocked in a circle`);
}

/** Crosses that no failing row explains, and failures whose own example a picture shows as right. */
export function ofPictures({ rows, survey }: Result, contract: Contract): readonly string[] {
  const failed = new Set(rows.flatMap(({ id, verdict }) => (verdict.kind === 'fail' ? [id] : [])));
  const found: string[] = [];
  for (const point of [...survey.sizes, ...survey.states]) {
    const text = JSON.stringify(point);
    if (isAstray(point) !== (point.fails ?? []).some((id) => failed.has(id))) found.push(`no row explains ${text}`);
    if ((point.fails ?? []).some((id) => !failed.has(id))) found.push(`it names a row that does not fail: ${text}`);
    if (isDoubtful(point) && failed.size === 0 && rows.every(({ verdict }) => verdict.kind !== 'inconclusive'))
      found.push(`nothing tells why it is off: ${text}`);
  }
  for (const { id, verdict } of rows) {
    // the requests of this one are in no picture
    if (verdict.kind !== 'fail' || id === 'size.long-number') continue;
    const { body, volume, servers } = verdict.counterexample.case;
    const size = sizeIn(body);
    if (size === undefined) continue;
    const place = placeOf(size, volume.size, contract);
    const isPlain = volume.status === 'available' && !volume.multiattach && servers.length === 0;
    const here: readonly Counts[] = [
      ...survey.sizes.filter(
        ({ landmark, offset }) =>
          isPlain && /^(size|decimal)\./.test(id) && landmark === place.landmark && offset === place.offset,
      ),
      ...survey.states.filter(
        (one) =>
          id.startsWith('state.') &&
          one.status === volume.status &&
          one.multiattach === volume.multiattach &&
          one.servers.join() === [...new Set(servers)].sort().join(),
      ),
    ];
    // what is sent there and has to be another answer is right for itself
    if (here.length > 0 && !here.some(isAstray))
      found.push(`${id} fails by what is shown as right: ${JSON.stringify(here)}`);
  }
  return found;
}

/** The plain number that a documented body asks for. */
const sizeIn = (body: string): string | undefined =>
  /^\{"[^"]+":\{"[^"]+":(-?\d+(?:\.\d+)?)\}\}$/.exec(body.replaceAll(/\s/g, ''))?.[1];
