import { isValid } from '../../engine/judge/expect.ts';
import type { Step } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import { bodyText } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';

/** Whether a step is a plain extension by an integer: what becomes of decimals and odd bodies has rows of its own. */
export function isPlainExtension(step: Step, contract: Contract): boolean {
  const { asked } = step;
  const plain = /^\d+$/.test(asked ?? '') && step.case.body === bodyText(documented(extensionOf(contract)), asked);
  // beside others that changed, a volume's size is not its own doing
  return plain && isValid(step, contract) && step.outcome === 'accepted' && step.check !== 'effect.one-volume';
}
