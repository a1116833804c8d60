import { isValid } from '../../engine/judge/expect.ts';
import type { Step } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import { bodyText } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';

/** Whether a step is a plain extension by an integer: decimals and odd bodies have rows of their own. */
export function isPlainExtension(step: Step, contract: Contract): boolean {
  const { asked, outcome, inScope, check } = step;
  // the size of a volume may have changed through other requests at the same time
  if (outcome !== 'accepted' || !inScope || check === 'effect.one-volume' || !/^\d+$/.test(asked ?? '')) return false;
  const text = bodyText(documented(extensionOf(contract)), asked);
  return step.case.body.replaceAll(/\s/g, '') === text && isValid(step, contract);
}
