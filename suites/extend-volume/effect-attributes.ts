import { defineCheck } from '../../engine/check.ts';
import type { Complaint } from '../../engine/complaint.ts';
import { acceptedOnly } from '../../engine/exercises/acceptance.ts';
import { changedAttributes } from '../../engine/judge/attributes.ts';
import { complain, timeLimit, watched } from '../../engine/judge/phrases.ts';
import { judgedStep, type Step } from '../../engine/step.ts';
import { documented } from '../../generators/bodies.ts';
import { casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import { acceptingSetups, attachedExtras, attachedSetups } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';
import { example } from './examples.ts';

const attributes = { name: 'data', metadata: { owner: 'a' }, attachments: [{ server_id: 's1' }] };

export const effectAttributes = defineCheck({
  requirement: 'effect.attributes',
  title: 'leave everything but the size as it was',
  needs: { observe: 'volume' },
  budget: 'extensions',
  // a refusal leaves the attributes as they are, and so do the requests of other checks
  appliesTo: (step) =>
    step.after?.status === step.before?.status && (step.ending === 'as-asked' || isRefusalSeen(step)),
  waits: true,
  atMost: 12,
  cases: (contract, room) =>
    casesOf({
      // an attribute that the first extension removes cannot be removed by the next one
      setups: [
        ...acceptingSetups(contract, room)
          .slice(0, 4)
          .toSorted((one, other) => one.grown - other.grown),
        ...attachedSetups(contract, room)
          .slice(1)
          .map((setup) => ({ ...setup, essential: false })),
        ...attachedExtras(contract, room),
      ].map((setup) => ({ ...setup, exact: true })),
      bodies: [documented(extensionOf(contract))],
      sizes: [quantity('current', 10)],
    }),
  exercise: acceptedOnly('state', ['effect', 'state']),
  judge: (trace, contract) => {
    const step = judgedStep(trace);
    const { before, after } = step;
    if (before === undefined || after === undefined) return undefined;
    if (step.outcome === 'refused') return isRefusalSeen(step) ? takenByRefusal(step, contract) : undefined;
    if (step.ending !== 'as-asked') return undefined;
    const isBack = after.status === before.status;
    const state = isBack ? [] : [`state ("${after.status}"${watched(step)})`];
    const changed = [...state, ...changedAttributes(before, after)];
    if (changed.length === 0) return undefined;
    const wanted = isBack
      ? 'only the size to change'
      : `only the size to change, and the state back within ${timeLimit}`;
    return complain(step, 'attributes', contract, wanted, `changed ${changed.join(', ')} in answer`);
  },
  examples: {
    conforms: [
      example('name and metadata stay', { to: 20, ending: 'as-asked', attributes }),
      example('other fields are free', {
        to: 20,
        ending: 'as-asked',
        attributes: { ...attributes, updated_at: 1 },
        attributesAfter: { ...attributes, updated_at: 2 },
      }),
      example('other fields are free under a refusal', {
        outcome: 'refused',
        attributes: { ...attributes, requests: 1 },
        attributesAfter: { ...attributes, requests: 2 },
      }),
    ],
    violates: [
      example('the name is lost', {
        to: 20,
        ending: 'as-asked',
        attributes,
        attributesAfter: { ...attributes, name: '' },
      }),
      example('an in-use volume becomes available', {
        to: 20,
        ending: 'as-asked',
        volume: { status: 'in-use' },
        servers: ['ACTIVE'],
        statusAfter: 'available',
      }),
      example('a refusal takes the name', {
        outcome: 'refused',
        attributes,
        attributesAfter: { ...attributes, name: '' },
      }),
    ],
  },
});

/**
 * A refusal that left size and state alone. A changed size or state belongs to another requirement, and a state that
 * passes by itself may bring further changes.
 */
function isRefusalSeen({ outcome, before, after, expectation }: Step): boolean {
  if (outcome !== 'refused' || expectation.kind === 'open' || before === undefined) return false;
  return after?.size === before.size && after.status === before.status;
}

function takenByRefusal(step: Step, contract: Contract): Complaint | undefined {
  const { before, after } = step;
  const changed = before === undefined || after === undefined ? [] : changedAttributes(before, after);
  if (changed.length === 0) return undefined;
  return complain(
    step,
    'attributes',
    contract,
    'the volume as it was',
    `changed ${changed.join(', ')} in spite of a refusal in answer`,
  );
}
