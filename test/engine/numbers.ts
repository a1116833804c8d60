import { type ActiveCheck, defineCheck } from '../../engine/check.ts';
import { openCaseRunner } from '../../engine/checking/case-runner.ts';
import { runCheck } from '../../engine/checking/run-check.ts';
import type { Trace } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import type { Recipe } from '../../generators/case.ts';
import { casesOf, offsets } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSetup } from '../../generators/setups.ts';
import { extensionOf } from '../../spec/extension.ts';
import { step } from '../../suites/extend-volume/examples.ts';
import { openService } from './fixtures/service.ts';

export const sized = (plus: number): Trace => ({ steps: [step({ body: String(plus) })] });
const plusOf = ({ steps: [only] }: Trace): number => Number(only?.case.body);

/** A check over whole numbers, with nothing of a volume: `judge` and `exercise` see the number drawn. */
export function numbers(
  parts: Partial<ActiveCheck> & { readonly wrong?: (plus: number) => string | undefined },
): ActiveCheck {
  const { wrong = () => undefined, ...rest } = parts;
  return defineCheck({
    requirement: 'size.greater',
    title: 'check numbers',
    budget: 'refusals',
    cases: (given, room) =>
      casesOf({
        setups: [plainSetup(given, room)],
        bodies: [documented(extensionOf(given))],
        sizes: [quantity('current', 50)],
        moreSizes: offsets('current', { min: 0, max: 100 }),
      }),
    exercise: async (_fixtures, recipe: Recipe) => sized(recipe.size.plus),
    judge: (trace) => {
      const kind = wrong(plusOf(trace));
      const [only = step({})] = trace.steps;
      return kind === undefined ? undefined : { kind, text: kind, step: only };
    },
    examples: { conforms: [], violates: [] },
    ...rest,
  });
}

export async function run(check: ActiveCheck, seed = 1, runs = 200) {
  const { run } = openService({});
  const { contract, room } = run;
  return runCheck(check, openCaseRunner(check, run), { contract, room, budget: { runs, extensions: 12 }, seed });
}
