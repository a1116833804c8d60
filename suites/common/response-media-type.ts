import { definePassiveCheck } from '../../engine/check.ts';
import { complain } from '../../engine/judge/phrases.ts';
import { judgedStep } from '../../engine/step.ts';
import type { Family } from './family.ts';

export const responseMediaType = (of: Family) =>
  definePassiveCheck({
    requirement: 'response.media-type',
    title: 'label JSON bodies as JSON',
    appliesTo: (step) => {
      const { reply } = step.exchange;
      return (step.inScope || of.isRefusal(step)) && reply.kind === 'answer' && isStructured(reply.json);
    },
    dependsOn: [...of.dependsOn.refusals, ...of.dependsOn.acceptances],
    judge: (trace, contract) => {
      const step = judgedStep(trace);
      const { reply } = step.exchange;
      if (reply.kind === 'none' || !isStructured(reply.json)) return undefined;
      const type = reply.headers['content-type'] ?? '';
      if (/^[^;]*[/+]json\s*(;|$)/i.test(type)) return undefined;
      const seen = `labelled JSON as "${type.slice(0, 60)}" in answer`;
      return complain(step, 'media-type', contract, 'application/json', seen);
    },
    examples: {
      conforms: [
        of.example('application/json', { to: 20 }),
        of.example('a suffix and a charset', { to: 20, type: 'application/problem+json; charset=utf-8' }),
      ],
      violates: [of.example('text/plain', { to: 20, type: 'text/plain' })],
    },
  });

const isStructured = (json: unknown): boolean => typeof json === 'object' && json !== null;
