import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappedFailure } from '../../../engine/acceptance-mapper.ts';
import { roomOf } from '../../../generators/room.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { openAcceptanceMapper } from '../../../suites/extend-volume/pictures/acceptance-map.ts';
import { numberAsked, placeOf } from '../../../suites/extend-volume/pictures/size-points.ts';
import { isAstray, isDoubtful, isOff } from '../../../verdicts/acceptance-map.ts';
import { certifyBackend } from '../bench.ts';
import { contract } from '../committed.ts';

const room = roomOf(contract, 10, undefined);
const body = (size: string) => `{"os-extend":{"new_size":${size}}}`;
const asks = (size: string) => ({ body: body(size), asked: size });
const mapped = (...sketches: readonly Sketch[]) => {
  const mapper = openAcceptanceMapper(contract, room);
  for (const [at, sketch] of sketches.entries()) mapper.see({ ...step(sketch), ordinal: at + 1 });
  return mapper.map([]);
};
const refuse = { kind: 'refuse', clauses: ['size.not-greater'] } as const;
const ruledOut = { kind: 'refuse', clauses: ['state.in-use-shared'] } as const;
const shared = { volume: { status: 'in-use', multiattach: true }, servers: ['ACTIVE'], expects: ruledOut };

describe('the size of a body', () => {
  test.each([
    [body('11'), '11', '11'],
    [body('11.50'), '11.50', '11.50'],
    [body('-1'), '-1', '-1'],
    ['{\n  "os-extend": {\n "new_size": 20 } }\n', '20', '20'],
    [body('2e2'), '2e2', undefined],
    [body('"11"'), '11', undefined],
    ['{"os-extend":{"new_size":11},"comment":"x"}', '11', undefined],
    [body('null'), null, undefined],
    ['', null, undefined],
  ])('%j that asks for %s: %s', (text, asked, size) => {
    expect(numberAsked({ ...step({ body: text }), asked }, contract)).toBe(size);
  });

  test.each([
    ['10', 'current', '0'],
    ['10.0', 'current', '0.0'],
    ['10.000001', 'current', '+0.1'],
    ['10.4999', 'current', '+0.1'],
    ['10.50', 'current', '+0.5'],
    ['10.999999999', 'current', '+0.9'],
    ['9.5', 'current', '-0.5'],
    ['8', 'current', '-2'],
    ['7', 'current', '≤-3'],
    ['-32768', 'current', '≤-3'],
    ['12', 'current', '+2'],
    ['13', 'current', '≥+3'],
    ['13.5', 'current', '≥+3.x'],
    ['32765', 'current', '≥+3'],
    ['32766', 'maximum', '-2'],
    ['32768', 'maximum', '0'],
    ['32768.9', 'maximum', '+0.9'],
    ['32769', 'maximum', '+1'],
    ['18446744073709551616', 'maximum', '≥+3'],
  ])('%s for a volume of 10 GB: %s %s', (size, landmark, offset) => {
    expect(placeOf(size, 10, contract)).toEqual({ landmark, offset });
  });
});

describe('an acceptance map', () => {
  test('counts by size and by state', () => {
    const found = mapped(
      { ...asks('20') },
      { ...asks('10'), outcome: 'refused', expects: refuse },
      { ...asks('10'), outcome: 'accepted', expects: refuse },
      { ...shared, ...asks('20'), outcome: 'refused' },
    );
    expect(found.sizes).toEqual([
      { landmark: 'current', offset: '0', expected: 'refuse', accepted: 1, refused: 1 },
      { landmark: 'current', offset: '≥+3', expected: 'accept', accepted: 1, refused: 0 },
    ]);
    expect(found.states).toEqual([
      { status: 'available', multiattach: false, servers: [], expected: 'accept', accepted: 1, refused: 0 },
      { status: 'in-use', multiattach: true, servers: ['ACTIVE'], expected: 'refuse', accepted: 0, refused: 1 },
    ]);
  });

  test('counts a step that is shown again once', () => {
    const mapper = openAcceptanceMapper(contract, room);
    const shown = step({ outcome: 'refused' });
    mapper.see(shown);
    mapper.see({ ...shown, after: undefined });
    expect(mapper.map([]).sizes.map(({ refused }) => refused)).toEqual([1]);
  });

  test('takes what a job refuses as refused, and what a state rules out as accepted only where the volume grew', () => {
    const counts = (sketch: Sketch) => mapped(sketch).states.map(({ accepted, refused }) => [accepted, refused]);
    expect(counts({ ending: 'failed' })).toEqual([[0, 1]]);
    expect(counts({ ...shared, ending: 'failed' })).toEqual([[0, 1]]);
    expect(counts({ ...shared, ending: 'as-asked', to: 20 })).toEqual([[1, 0]]);
    expect(counts({ ...shared, outcome: 'refused', to: 20 })).toEqual([[1, 0]]);
    const late = { ...step({ ...asks('10'), expects: refuse }), ending: 'failed' as const };
    const mapper = openAcceptanceMapper(contract, room);
    mapper.see(late);
    expect(mapper.map([]).sizes.map(isOff)).toEqual([true]);
  });

  const failing = (id: RequirementId, sketch: Sketch): MappedFailure => ({ id, step: step(sketch) });
  const seenBy = (failures: readonly MappedFailure[], ...sketches: readonly Sketch[]) => {
    const mapper = openAcceptanceMapper(contract, room);
    for (const [at, sketch] of sketches.entries()) mapper.see({ ...step(sketch), ordinal: at + 1 });
    const { sizes, states } = mapper.map(failures);
    return { sizes: sizes.map(({ fails }) => fails), states: states.map(({ fails }) => fails) };
  };

  test('names the failing requirement that an answer shows, and no other', () => {
    const decimal = { ...asks('20.5'), outcome: 'refused' } as const;
    const rows = [failing('decimal.accepted', decimal), failing('response.job-id', {})];
    expect(seenBy(rows, decimal)).toEqual({ sizes: [['decimal.accepted']], states: [] });
    expect(seenBy([], decimal)).toEqual({ sizes: [undefined], states: [] });
    const whole = { outcome: 'refused' } as const;
    expect(seenBy([failing('state.available', whole)], whole)).toEqual({
      sizes: [['state.available']],
      states: [['state.available']],
    });
    expect(seenBy([failing('size.greater', whole)], whole)).toEqual({ sizes: [['size.greater']], states: [undefined] });
  });

  test('names what fails by a case that was answered as expected', () => {
    const rounded = { ...asks('20.9'), to: 21, ending: 'otherwise' } as const;
    expect(seenBy([failing('decimal.truncated', rounded)], rounded)).toEqual({
      sizes: [['decimal.truncated']],
      states: [],
    });
  });

  test('names it beside no answer at that place which had to be another', () => {
    const rounded = { ...asks('20.9'), to: 21, ending: 'otherwise' } as const;
    const ruledOut = { ...asks('20.9'), outcome: 'refused', expects: refuse } as const;
    expect(seenBy([failing('decimal.truncated', rounded)], rounded, ruledOut).sizes).toEqual([
      ['decimal.truncated'],
      undefined,
    ]);
  });

  test('names what fails by a state that is open, and by a fraction in one that is ruled out', () => {
    const error = {
      volume: { status: 'error' },
      expects: { kind: 'open', clauses: ['state.other'], size: 20 },
    } as const;
    expect(seenBy([failing('state.other', { ...error, to: 20 })], { ...error, to: 20 }).states).toEqual([
      ['state.other'],
    ]);
    const half = { ...shared, ...asks('20.5'), to: 20, ending: 'as-asked' } as const;
    expect(seenBy([failing('state.in-use-shared', half)], half).states).toEqual([['state.in-use-shared']]);
  });

  test('expects what a SHOULD has accepted to be accepted', () => {
    const end = { kind: 'open', clauses: ['size.maximum'], size: 32768 } as const;
    const point = (sketch: Sketch) => mapped(sketch).sizes[0]?.expected;
    expect(point({ ...asks('32768'), expects: end })).toBe('accept');
    expect(point({ ...asks('32768.9'), expects: end })).toBe('accept');
    expect(point({ ...asks('20'), expects: { ...end, clauses: ['state.other'] } })).toBe('open');
  });

  test('leaves out what is no plain request', () => {
    const mapper = openAcceptanceMapper(contract, room);
    const plain = step({});
    mapper.see({ ...plain, inScope: false });
    mapper.see({ ...plain, about: ' without credentials' });
    mapper.see({ ...plain, outcome: 'none' });
    mapper.see({ ...plain, case: { ...plain.case, body: body('null') }, asked: null });
    expect(mapper.map([])).toMatchObject({ sizes: [], states: [], statesLeftOut: 0 });
  });

  test('is the same in whatever order, keeps what is astray, and has a bound', () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 });
    const sketch = fc.record({
      size: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      outcome: fc.constantFrom('accepted' as const, 'refused' as const),
      volume: fc.record({ status: fc.oneof(fc.constant('available'), words), multiattach: fc.boolean() }),
      servers: fc.array(words, { maxLength: 6 }),
    });
    const asking = sketch.map(({ size, ...rest }) => ({ ...rest, ...asks(`${size}`) }));
    const shuffled = fc
      .array(asking, { maxLength: 120 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        const found = mapped(...all);
        expect(mapped(...mixed)).toEqual(found);
        expect(found.states.length).toBeLessThanOrEqual(52);
        if (found.statesLeftOut > 0) expect(found.states.length).toBe(52);
      }),
      { numRuns: 30 },
    );
  });
});

test('of a right server nothing is astray, and it takes less than 8 KB', async () => {
  const { survey } = await certifyBackend();
  expect([...survey.sizes, ...survey.states].filter((one) => isAstray(one) || isDoubtful(one))).toEqual([]);
  expect(survey.sizes.length).toBeGreaterThan(18);
  expect(survey.states.length).toBeGreaterThan(35);
  expect(JSON.stringify(survey).length).toBeLessThan(8192);
});
