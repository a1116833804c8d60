import type { ActiveCheck } from '../../../engine/check.ts';
import type { Recipe } from '../../../generators/case.ts';
import { type ForgedLine, type Forgery, held, type KnownOfRun, unavailable } from './forger.ts';

const isOf =
  ({ requirement }: ActiveCheck) =>
  (line: ForgedLine): boolean =>
    line.check === requirement;

/** The step that a failing case rests on, or the first bad one of its check. */
function ownStep({ bad, good }: KnownOfRun, _check: ActiveCheck, own: ForgedLine): ForgedLine {
  const numbers = (own?.exercises ?? []).flatMap((made: ForgedLine) => made.steps ?? []);
  return [...bad, ...good].find(({ number }) => number === numbers.at(-1));
}

/** A step of the check, or of any, that nothing is wrong with, and that no case rests on yet. */
function spare({ lines, good }: KnownOfRun, fits: (line: ForgedLine) => boolean): ForgedLine {
  const used = new Set(
    lines
      .filter(({ kind }) => kind === 'case')
      .flatMap(({ exercises }) => exercises.flatMap((made: ForgedLine) => made.steps ?? [])),
  );
  return good.find((line) => !used.has(line.number) && fits(line));
}

const essentialAlone =
  (
    make: (known: KnownOfRun, check: ActiveCheck, recipe: Recipe, own: ForgedLine) => ReturnType<Forgery['told']>,
  ): Forgery['told'] =>
  (known, check, recipe, own) =>
    recipe.setup.essential || recipe.setup.oneOf !== undefined ? make(known, check, recipe, own) : unavailable();

/** The case rests on its own request, of which something else is said. */
const onItself: Forgery['told'] = essentialAlone((known, check, _, own) => {
  const step = ownStep(known, check, own);
  return step === undefined ? unavailable() : held(step.number);
});

/** The case rests on a request that nothing is wrong with. */
const onAnother: Forgery['told'] = essentialAlone((known, check, recipe) => {
  const step = spare(known, isOf(check)) ?? spare(known, () => true);
  if (step === undefined) return unavailable();
  Object.assign(step, { check: check.requirement, recipe });
  return held(step.number);
});

const every =
  (change: (line: ForgedLine, known: KnownOfRun) => void): NonNullable<Forgery['steps']> =>
  (known) => {
    for (const line of known.bad) change(line, known);
    return [];
  };

const readingsOf = (lines: readonly ForgedLine[]): ReadonlyMap<number, ForgedLine> =>
  new Map(lines.filter(({ kind }) => kind === 'reading').map((line) => [line.number, line]));

/** Has a look-up of which the operation is about what is gone be of the other kind, which knows of no such state. */
function blinded(reading: ForgedLine, lines: readonly ForgedLine[]): void {
  if (reading.lookup?.gone !== true) return;
  const { gone: _, ...lookup } = reading.lookup;
  reading.lookup = lookup;
  if (reading.says.status !== 'gone') return;
  const { response } = lines.find(({ kind, number }) => kind === 'exchange' && number === reading.exchange);
  const reason = `GET ${lookup.path} answered ${response.status}`;
  reading.says = { kind: 'unreadable', why: response.status === 400 ? 'trouble' : 'gone', reason };
}

/** Has a step see no more than its readings now say. */
function unseen(line: ForgedLine, readings: ReadonlyMap<number, ForgedLine>): void {
  const isRead = (number: number | null): boolean => readings.get(number ?? 0)?.says.kind === 'volume';
  if (isRead(line.after) || line.after === null) return;
  line.after = line.sights.findLast(({ volume }: ForgedLine) => isRead(volume))?.volume ?? null;
  if (line.ending !== null) line.ending = 'unseen';
}

/** Ways to forge, by what is said instead of what was. */
export const forgeries: Readonly<Record<string, Forgery>> = {
  'the requests are dropped, and their cases said not to have been possible': {
    steps: ({ bad }) => bad,
    told: unavailable,
  },
  'the requests are dropped, and their cases rest on others': { steps: ({ bad }) => bad, told: onAnother },
  'the requests stay, and their cases rest on others': { told: onAnother },
  'the requests only prepare something': {
    steps: every((line) => {
      line.recipe = null;
    }),
    told: onAnother,
  },
  'the requests are of the check of bystanders': {
    steps: every((line, { others }) => Object.assign(line, { check: others, recipe: null })),
    told: onAnother,
  },
  'the requests are of another check': {
    steps: every((line) => {
      line.check = 'operation.route';
    }),
    told: onAnother,
  },
  'the requests depart from the documented one': {
    steps: every((line) => Object.assign(line, { about: ' by mistake', inScope: false })),
    told: onItself,
  },
  'the requests are out of scope': {
    steps: every((line) => Object.assign(line, { inScope: false, watched: false })),
    told: onItself,
  },
  'the rules about all answers are not shown them': {
    steps: every((line) => {
      line.watched = false;
    }),
    told: onItself,
  },
  'the requests were sent again': {
    steps: ({ bad, good }) => {
      for (const line of bad) {
        const again = good.find((one) => one.check === line.check && one.number > line.number && one.repeats === null);
        if (again === undefined) continue;
        Object.assign(again, { repeats: line.number, alone: true });
        line.watched = false;
      }
      return [];
    },
    told: onAnother,
  },
  'the exchanges of requests are swapped': {
    steps: ({ bad, good }) => {
      for (const line of bad) {
        const other = good.find((one) => one.check === line.check && one.case.body === line.case.body) ?? good[0];
        // a run that was stopped early may have none
        if (other === undefined) continue;
        const { exchange, before, after, sights, outcome, ending } = other;
        Object.assign(line, { exchange, before, after, sights, outcome, ending });
      }
      return [];
    },
    told: onItself,
  },
  'the waits were given up': {
    steps: every((line) => {
      if (line.ending !== null) line.ending = 'given-up';
    }),
    told: onItself,
  },
  'the waits came out as asked': {
    steps: every((line) => {
      if (line.ending !== null) line.ending = 'as-asked';
    }),
    told: onItself,
  },
  'nothing was looked at': {
    steps: every((line) => Object.assign(line, { sights: [], ending: null, after: line.before })),
    told: onItself,
  },
  'all that was looked at comes before anything went wrong': {
    steps: every((line) => {
      line.sights = line.sights.slice(0, 1);
      line.after = line.sights[0]?.volume ?? line.before;
    }),
    told: onItself,
  },
  'the looks end when all was right': {
    steps: (known) => {
      const readings = readingsOf(known.lines);
      for (const line of known.bad) {
        const size = line.expectation.size;
        const right = line.sights.findLastIndex(({ volume }: ForgedLine) => readings.get(volume)?.says.size === size);
        if (right < 0) continue;
        line.sights = line.sights.slice(0, right + 1).map((sight: ForgedLine) => ({ ...sight, job: null }));
        Object.assign(line, { after: line.sights.at(-1).volume, ending: 'as-asked' });
      }
      return [];
    },
    told: onItself,
  },
  'no job was looked up': {
    steps: every((line) => {
      line.sights = line.sights.map((sight: ForgedLine) => ({ ...sight, job: null }));
    }),
    told: onItself,
  },
  'the looks were in no time': {
    steps: every((line) => {
      line.sights = line.sights.map((sight: ForgedLine) => ({ ...sight, at: Math.round(sight.at / 10) }));
    }),
    told: onItself,
  },
  'what was seen later is dropped': {
    steps: ({ lines, bad }) => {
      const first = new Map<number, ForgedLine>();
      for (const line of lines) if (line.kind === 'step' && !first.has(line.exchange)) first.set(line.exchange, line);
      return bad.filter((line) => first.get(line.exchange) !== line);
    },
    told: onItself,
  },
  'what was left is what was before': {
    steps: every((line) => {
      line.after = line.before;
    }),
    told: onItself,
  },
  'what was before is what was left': {
    steps: every((line) => {
      line.before = line.after;
    }),
    told: onItself,
  },
  'nothing could be read': {
    steps: every((line) =>
      Object.assign(line, { before: null, after: null, sights: [], ending: line.ending && 'unseen' }),
    ),
    told: onItself,
  },
  'the recipe is one that makes the answer right': {
    steps: every((line, { good }) => {
      const other = good.find((one) => one.outcome === line.outcome && one.recipe !== null);
      if (other !== undefined)
        Object.assign(line, {
          recipe: other.recipe,
          expectation: other.expectation,
          case: { ...line.case, volume: other.case.volume, servers: other.case.servers },
        });
    }),
    told: onItself,
  },
  'what was asked for is another size': {
    steps: every((line) => {
      line.asked = line.asked === '77' ? '78' : '77';
    }),
    told: onItself,
  },
  'bystanders are compared with themselves': {
    told: (known, check, recipe, own) => {
      const exercises = (own?.exercises ?? []).map((made) =>
        'steps' in made
          ? { ...made, bystanders: made.bystanders?.map((one) => ({ ...one, after: one.before })) ?? [] }
          : made,
      );
      return check.requirement === known.others && exercises.length > 0
        ? { examined: { kind: 'held', observed: true }, exercises: exercises.slice(0, 1) }
        : onItself(known, check, recipe, own);
    },
  },
  'bystanders that changed are left away': {
    told: (known, check, recipe, own) => {
      const readings = readingsOf(known.lines);
      const isSame = ({ before, after }: ForgedLine): boolean =>
        JSON.stringify(readings.get(before)?.says) === JSON.stringify(readings.get(after)?.says);
      const exercises = (own?.exercises ?? []).map((made) =>
        'steps' in made ? { ...made, bystanders: made.bystanders?.filter(isSame) ?? [] } : made,
      );
      return check.requirement === known.others && exercises.length > 0
        ? { examined: { kind: 'held', observed: true }, exercises: exercises.slice(0, 1) }
        : onItself(known, check, recipe, own);
    },
  },
  'the cases are passed over': {
    told: (known, check, recipe, own) =>
      recipe.setup.essential
        ? onAnother(known, check, recipe, own)
        : { examined: { kind: 'passed-over' }, exercises: [] },
  },
  'the cases are refused beside others': {
    told: (known, check, _recipe, own) => {
      const step = ownStep(known, check, own);
      return step === undefined
        ? unavailable()
        : { examined: { kind: 'crowded' }, exercises: [{ steps: [step.number] }] };
    },
  },
  'only one volume could be trusted': {
    steps: ({ bad }) => bad,
    told: (known, check, recipe, own) =>
      recipe.setup.essential
        ? onAnother(known, check, recipe, own)
        : { examined: { kind: 'unavailable', reason: 'only one volume at a time can be trusted' }, exercises: [] },
  },
  'what the looks show is made up': {
    steps: (known) => {
      const readings = readingsOf(known.lines);
      for (const { sights, expectation, before } of known.bad)
        for (const { job, volume } of sights) {
          const size = expectation.size ?? readings.get(before)?.says.size;
          const concluded = { exchange: null, lookup: null };
          if (job !== null)
            Object.assign(readings.get(job), concluded, { says: { kind: 'job', id: null, status: 'SUCCESS' } });
          const seen = readings.get(volume);
          if (seen.says.kind === 'volume') Object.assign(seen, concluded, { says: { ...seen.says, size } });
        }
      return [];
    },
    told: onItself,
  },
  'the volumes were set up otherwise': {
    steps: every((line) => {
      if (line.case.servers.length > 0) line.case.servers = ['ACTIVE'];
      const size = Number(/:(\d+)\}\}$/.exec(line.case.body)?.[1]);
      if (line.expectation.kind !== 'accept') line.expectation = { kind: 'accept', size };
      line.case.volume.status = line.case.servers.length > 0 ? 'in-use' : 'available';
      line.recipe = null;
    }),
    told: onAnother,
  },
  'only the last request of a case counts': {
    told: (known, check, recipe, own) => {
      const [made] = own?.exercises ?? [];
      return made !== undefined && 'steps' in made
        ? held(...made.steps.slice(-1))
        : onItself(known, check, recipe, own);
    },
  },
  'the suite broke': {
    told: (known, check, recipe, own) =>
      recipe.setup.essential
        ? onAnother(known, check, recipe, own)
        : { examined: { kind: 'crashed', reason: 'an error of ours' }, exercises: [] },
  },
  'a volume is spelled as a secret is': {
    steps: every((line) => {
      line.case.path.volume_id = `$${line.case.path.volume_id}`;
    }),
    told: onItself,
  },
  'fewer cases were to be drawn': {
    told: onAnother,
    rest: (lines) => Object.assign(lines[0], { runs: 1, extensions: 1 }),
  },
  'what is gone could not be read': {
    told: essentialAlone((_known, _check, _recipe, own) => {
      const made = own?.exercises.filter((one: ForgedLine) => 'steps' in one) ?? [];
      return made.length === 0 ? unavailable() : { examined: { kind: 'held', observed: false }, exercises: made };
    }),
    rest: (lines) => {
      const readings = readingsOf(lines);
      for (const reading of readings.values()) blinded(reading, lines);
      for (const line of lines) if (line.kind === 'step') unseen(line, readings);
    },
  },
  'there were no credentials': {
    steps: ({ bad }) => bad,
    told: onAnother,
    rest: (lines) => {
      lines[0].abilities.hasToken = false;
      const left = lines.filter((line) => !(['case', 'close'].includes(line.kind) && /^auth\./.test(line.check)));
      lines.splice(0, lines.length, ...left);
    },
  },
};
