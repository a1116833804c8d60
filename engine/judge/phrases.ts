import type { Contract, JsonSchema } from '../../spec/contract.ts';
import { resolve } from '../../spec/parts.ts';
import type { Complaint } from '../complaint.ts';
import type { Step } from '../step.ts';

/** The one key below an action and its value; otherwise the body; without a body, the method. */
export function what(step: Step, contract: Contract): string {
  const { body } = step.case;
  const { operation, request } = contract;
  if (request === null) return operation.method;
  const [key, ...more] = mandatoryKeys(request, operation.action);
  const start = `{"${operation.action}":{"${key}":`;
  const value =
    key !== undefined && more.length === 0 && body.startsWith(start) && body.endsWith('}}')
      ? body.slice(start.length, -2)
      : undefined;
  if (value !== undefined && !/[{}[\]:]/.test(value)) return `${key} ${ends(value)}`;
  return body === '' ? 'an empty body' : `the body ${ends(body)}`;
}

/** Both ends of a long text: its length, or the number of its digits, and its end are often the point. */
function ends(text: string): string {
  if (text.length <= 120) return text;
  const count = /^\d+$/.test(text) ? `${text.length} digits` : `${text.length - 80} more`;
  return `${text.slice(0, 60)}…(${count})…${text.slice(-20)}`;
}

/** The mandatory keys below an action. */
function mandatoryKeys(request: JsonSchema, action: string | null): readonly string[] {
  const keys = action === null ? undefined : resolve(request, `#/properties/${action}/required`);
  return Array.isArray(keys) ? keys.map(String) : [];
}

/** ` on an in-use volume of 10 GB whose server is PAUSED`. */
export function where(step: Step): string {
  const { volume, servers } = step.case;
  const shared = volume.multiattach ? ', shared' : '';
  const attached =
    servers.length === 0 ? '' : ` whose server${servers.length > 1 ? 's are' : ' is'} ${servers.join(', ')}`;
  const before = step.history.length > 1 ? `, ${step.history.at(-2)} GB before it was extended` : '';
  return `on an ${volume.status}${shared} volume of ${volume.size} GB${attached}${before}${step.about}`.replace(
    /^on an (?![aeiou])/,
    'on a ',
  );
}

/** The target's reaction: `answered 200`. */
export function answered(step: Step): string {
  const { reply } = step.exchange;
  return reply.kind === 'answer' ? `answered ${reply.status}` : `gave no answer (${reply.reason})`;
}

/** The limit of an accepted request and its job, by the name that it has in the config file. */
export const timeLimit = 'the time limit (limits.jobMs)';

/** ` for 60 s`: how long a step was watched after its answer; nothing where nobody kept the time. */
export function watched({ polls }: Step): string {
  const ms = polls.at(-1)?.at ?? 0;
  // looks come a moment late: half seconds are the same in every run
  if (ms >= 500) return ` for ${Math.floor(ms / 500) / 2} s`;
  return ms >= 100 ? ` for ${Math.floor(ms / 100) * 100} ms` : '';
}

/** A complaint in the one grammar: `answered 200 to the body {} on …, expected a refusal`. */
export function complain(
  step: Step,
  kind: string,
  contract: Contract,
  expected: string,
  seen = answered(step),
): Complaint {
  return { kind, step, text: `${seen} to ${what(step, contract)} ${where(step)}, expected ${expected}` };
}
