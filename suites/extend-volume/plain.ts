import { isValid } from '../../engine/judge/expect.ts';
import type { Step } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import { bodyText } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';

/** Whether a step is a plain extension by an integer: what becomes of decimals and odd bodies has rows of its own. */
export function isPlainExtension(step: Step, contract: Contract): boolean {
  const { asked, outcome, inScope, check } = step;
  // beside others that changed, a volume's size is not its own doing
  if (outcome !== 'accepted' || !inScope || check === 'effect.one-volume' || !/^\d+$/.test(asked ?? '')) return false;
  const text = bodyText(documented(extensionOf(contract)), asked);
  return step.case.body.replaceAll(/\s/g, '') === text && isValid(step, contract);
}
