import { describe, expect, test } from 'vitest';
import type { FaultId } from '../../backend/faults/index.ts';
import { refuse } from '../../backend/refusal.ts';
import type { Change } from '../../backend/rules.ts';
import { markdown } from '../../reports/markdown.ts';
import { contradictions } from '../../selftest/agreement.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import { certifyBackend, idsWith, rowsOf } from './bench.ts';
import { contract } from './committed.ts';

const small = { runs: 8, extensions: 3 };

/** A few of each kind; the self-test asks this of every trial. */
const faults: readonly FaultId[] = [
  'shutoff-refused',
  'decimal-refused-in-use',
  'even-sizes-only',
  'second-refused',
  'increment',
  'wrong-volume',
  'maximum-exclusive',
  'refusal-changes-size',
  'state-other-accepted',
  'decimal-round',
];

describe('pictures, rows and reasons agree', () => {
  test.each(faults)('%s', async (fault) => {
    const result = await certifyBackend({ fault }, small);
    expect(contradictions(result, contract)).toEqual([]);
  });

  test.each<[FaultId, RequirementId]>([
    ['shutoff-refused', 'state.server-status'],
    ['success-without-effect', 'size.greater'],
    ['increment', 'decimal.truncated'],
    ['in-use-refused', 'state.in-use-shared'],
  ])('%s, where only %s is judged', async (fault, only) => {
    const result = await certifyBackend({ fault }, { only: [only], ...small });
    expect(contradictions(result, contract)).toEqual([]);
  });
});

test.each([1, 2])(
  'a service that refuses now and then contradicts itself, and the report of it does not (%i)',
  async (seed) => {
    const busy: Change = (rules) => {
      let count = seed;
      return {
        checkBusy(volume, context) {
          count += 1;
          const refused = (count * 2654435761) % 2 ** 32 < 2 ** 32 / 10;
          return rules.checkBusy(volume, context) ?? (refused ? refuse('status', 'now and then') : undefined);
        },
      };
    };
    const result = await certifyBackend({ change: busy }, { ...small, seed });
    expect(contradictions(result, contract)).toEqual([]);
  },
);

test('the state that is refused is to blame for what is refused in it', async () => {
  const result = await certifyBackend({ fault: 'shutoff-refused' });
  expect(idsWith(result, 'fail')).toEqual(['state.in-use']);
  expect(rowsOf(result)['decimal.accepted']?.verdict).toHaveProperty(
    'reason',
    expect.stringContaining('blocked by state.in-use: '),
  );
});

test('a fault of decimals is none of a state, nor one of sizes', async () => {
  for (const fault of ['decimal-refused', 'even-sizes-only'] as const) {
    const { survey } = await certifyBackend({ fault });
    expect(survey.states.flatMap(({ fails }) => fails ?? [])).toEqual([]);
  }
});

test('what a SHOULD has accepted is not open', async () => {
  const result = await certifyBackend({ fault: 'maximum-exclusive' });
  const { survey } = result;
  expect(survey.sizes.filter(({ expected }) => expected === 'open')).toEqual([]);
  expect(survey.sizes.find(({ landmark, offset }) => landmark === 'maximum' && offset === '0')).toMatchObject({
    expected: 'accept',
    fails: ['size.maximum'],
  });
  expect(markdown(result)).toContain('size.maximum');
});
