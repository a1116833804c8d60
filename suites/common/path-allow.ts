import { definePassiveCheck } from '../../engine/check.ts';
import { isOwnFailure } from '../../engine/judge/answers.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep, type Step } from '../../engine/step.ts';
import type { Family } from './family.ts';

const by = { check: 'path.method', inScope: false, about: ' by PUT' } as const;

export const pathAllow = (of: Family) => {
  const seen = (
    title: string,
    sketch: Parameters<Family['step']>[0],
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const step = of.step({ outcome: 'refused', status: 405, ...sketch });
    return { title, trace: { steps: [withHeaders({ ...step, ...by }, headers)] } };
  };
  return definePassiveCheck({
    requirement: 'path.allow',
    title: 'refuse other methods without failing, and send Allow with a 405',
    needs: { observe: 'volume' },
    appliesTo: ({ check, outcome, inScope }) => check === 'path.method' && outcome === 'refused' && !inScope,
    dependsOn: ['path.method'],
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      const { reply } = step.exchange;
      if (isOwnFailure(step)) return complain(step, 'server-error', contract, 'a 4xx, or 501');
      if (reply.kind === 'none' || reply.status !== 405) return undefined;
      const { method } = contract.operation;
      const allowed = reply.headers.allow?.split(',').map((one) => one.trim().toUpperCase());
      if (allowed?.includes(method) === true) return undefined;
      const without = allowed === undefined ? 'without Allow' : `with Allow: ${reply.headers.allow}`;
      return complain(step, 'allow', contract, `${method} in Allow`, `answered 405 ${without}`);
    },
    examples: {
      conforms: [
        seen('405 with Allow', {}, { allow: 'DELETE, POST' }),
        seen('404', { status: 404 }),
        seen('501', { status: 501 }),
      ],
      violates: [
        seen('405 without Allow', {}),
        seen('405 with another method in Allow', {}, { allow: 'GET' }),
        seen('500', { status: 500 }),
      ],
    },
  });
};

function withHeaders(step: Step, more: Readonly<Record<string, string>>): Step {
  const { reply } = step.exchange;
  if (reply.kind === 'none') return step;
  return { ...step, exchange: { ...step.exchange, reply: { ...reply, headers: { ...reply.headers, ...more } } } };
}
