import { isValid } from '../../engine/judge/expect.ts';
import type { Step } from '../../engine/step.ts';
import type { Contract } from '../../spec/contract.ts';

/** Whether a step is a plain extension by an integer: what becomes of decimals and odd bodies has rows of its own. */
export function isPlainExtension(step: Step, contract: Contract): boolean {
  const plain = /^\{"[^"]+":\{"[^"]+":\d+\}\}$/.test(step.case.body);
  // beside others that changed, a volume's size is not its own doing
  return plain && isValid(step, contract) && step.outcome === 'accepted' && step.check !== 'effect.one-volume';
}
