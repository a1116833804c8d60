import { expect, test } from 'vitest';
import type { Examined } from '../../engine/checking/case-runner.ts';
import { noRecorder, recorded } from '../../engine/recorder.ts';
import type { Recipe } from '../../generators/case.ts';

const named = (body: string): Recipe => ({ body }) as unknown as Recipe;

test('cases of one check that are under way at once are told in the order in which they were drawn, each with its own exercises', async () => {
  const told: unknown[] = [];
  const ends = new Map<string, () => void>();
  const runner = recorded(
    'size.greater',
    { ...noRecorder, examined: (_check, { body }, purpose, came) => void told.push([body, purpose, came.exercises]) },
    {
      async examine({ body }, _purpose, tell) {
        await new Promise<void>((go) => ends.set(String(body), go));
        tell?.({ kind: 'unclear', reason: String(body) });
        return { kind: 'interrupted' } satisfies Examined;
      },
      examineBeside: async () => ({ kind: 'interrupted' }),
      close: async () => ({ uncontrolled: [] }),
    },
  );
  const all = ['one', 'two', 'three'].map((body) => runner.examine(named(body), 'further'));
  for (const body of ['three', 'one', 'two']) {
    ends.get(body)?.();
    await new Promise((go) => setImmediate(go));
  }
  await Promise.all(all);
  expect(told).toEqual(['one', 'two', 'three'].map((body) => [body, 'further', [{ kind: 'unclear', reason: body }]]));
});
