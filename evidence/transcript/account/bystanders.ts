import { changesOf } from '../../../engine/judge/attributes.ts';
import { type Bystander, judgedStep, type Trace } from '../../../engine/step.ts';
import type { VolumeReading } from '../../../targets/observe.ts';
import { pathSegment } from '../../../wire/path.ts';
import type { ToldTrace } from '../lines.ts';
import { atLine, type Problem } from '../problem.ts';
import type { Rebuilt } from '../rebuild.ts';
import type { RecalledReading } from '../recall.ts';
import { grouped } from './grouped.ts';
import { isRequest } from './sent.ts';
import type { Rule } from './whole.ts';

interface Shown {
  readonly volume: string;
  readonly exchange: number;
  readonly bystander: Bystander;
}

/**
 * Other volumes are looked at after each request, and each look is compared with the last one before that request: every
 * change is reported, and every last look is compared.
 */
export const bystanders =
  ({ trace, exchangesOf }: Pick<Rebuilt, 'trace' | 'exchangesOf'>): Rule =>
  (whole) => {
    const id = whole.plan.operation.roles.others;
    const all = new Map(whole.watched.map((one) => [one.own.number, one]));
    const known = readingsBefore(whole);
    /** The looks at other volumes after the request in this exchange. */
    function shownAfter(exchange: number): readonly Shown[] {
      const { looks = [], told = [] } = all.get(exchange) ?? {};
      const own = told[0]?.case.path.volume_id;
      const others = looks.filter(({ volume }) => volume !== undefined && volume !== own);
      return [...grouped(others, ({ volume }) => volume ?? '')].flatMap(([volume, seen]): readonly Shown[] => {
        const [before, last] = [known(volume, exchange), seen.at(-1)];
        if (before === undefined || last === undefined) return [];
        const reading = whole.read(last)?.reading;
        const after = reading?.kind === 'volume' ? reading : isGone(reading) ? 'gone' : before;
        return [{ volume, exchange: last.number, bystander: { id: volume, before, after } }];
      });
    }
    function amiss(told: ToldTrace): readonly string[] {
      const made = trace(told);
      if (made.bystanders === undefined || isAccused(made)) return [];
      const exchanges = exchangesOf(told);
      const compared = new Set(made.bystanders.map((one) => one.id));
      const left = exchanges
        .slice(-1)
        .flatMap(shownAfter)
        .find(({ volume }) => !compared.has(volume) && isIdle(volume, exchanges));
      return [
        ...(left === undefined
          ? []
          : [`it compares nothing with exchange ${left.exchange}, of the volume ${left.volume}`]),
        ...(exchanges.flatMap(shownAfter).length > 0 ? [] : ['it has looked at no other volume']),
        ...(made.bystanders.every(isOfTwo) ? [] : ['it compares a volume with itself']),
      ];
    }
    /** Whether a volume was none of those that were extended. */
    const isIdle = (volume: string, exchanges: readonly number[]): boolean =>
      !exchanges.some((one) => all.get(one)?.told[0]?.case.path.volume_id === volume);
    /** A change is a failure, whichever request it came after. */
    const changes = whole.watched
      .filter(({ own }) => own.step?.check === id && whole.findings.get(id)?.failure === undefined && !whole.isCut)
      .flatMap(({ own }) => shownAfter(own.number))
      .filter(({ bystander }) => changesOf(bystander).length > 0)
      .map(
        ({ exchange, volume }) =>
          `exchange ${exchange} shows that the volume ${volume} had changed, but no case says so`,
      );
    const compared = whole.cases
      .filter(({ check, examined }) => check === id && examined.kind !== 'crashed')
      .flatMap(({ line, exercises }): readonly Problem[] =>
        exercises.flatMap((told) => ('steps' in told ? amiss(told).map((what) => atLine(line, what)) : [])),
      );
    const last = whole.closings.find(({ check }) => check === id)?.line ?? 1;
    return [...changes.map((what) => atLine(last, what)), ...compared];
  };

const isGone = (reading: RecalledReading | undefined): boolean =>
  reading?.kind === 'unreadable' && reading.why === 'gone';

const isAccused = ({ steps, bystanders: all = [] }: Trace): boolean =>
  all.some((one) => changesOf(one).length > 0) && judgedStep({ steps }) !== undefined;

const isOfTwo = ({ before, after }: Bystander): boolean =>
  after === 'gone' || before.source === undefined || before.source.exchange !== after.source?.exchange;

/** Of each volume the last reading before an exchange. */
function readingsBefore({ exchanges, read }: Parameters<Rule>[0]) {
  return (volume: string, before: number): VolumeReading | undefined => {
    for (let at = before - 2; at >= 0; at -= 1) {
      const one = exchanges[at];
      const looked =
        one !== undefined && !isRequest(one) && one.url.includes(pathSegment(volume)) ? read(one) : undefined;
      if (looked?.volume === volume && looked.reading.kind === 'volume') return looked.reading;
    }
    return undefined;
  };
}
