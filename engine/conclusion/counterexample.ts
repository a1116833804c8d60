import type { Contract } from '../../spec/contract.ts';
import type { Counterexample, ReportedRequest, ReportedResponse } from '../../verdicts/verdict.ts';
import { toCurl } from '../../wire/curl.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { redact, type Secrets } from '../../wire/redact.ts';
import type { Complaint } from '../complaint.ts';
import { diagnose } from '../judge/diagnosis.ts';
import type { Operation } from '../operation.ts';
import type { Step } from '../step.ts';

/** How much of an answer's body a report shows, in characters. */
const maxBody = 4096;

/** The contract and the secrets that a counterexample is written with. */
interface TellingParts {
  readonly operation: Pick<Operation, 'mixups'>;
  readonly contract: Contract;
  readonly seed: number;
  readonly secrets: Secrets;
}

/** A failure as a report shows it, with secrets replaced. */
export function counterexampleOf(
  complaint: Complaint,
  path: string,
  { operation, contract, seed, secrets }: TellingParts,
): Counterexample {
  const { step, beside = [] } = complaint;
  const exchange = redact(step.exchange, secrets);
  const diagnosis = diagnose(step, contract, operation.mixups);
  return {
    case: { ...redact(step.case, secrets), history: step.history.slice(0, -1) },
    request: requestOf(exchange),
    response: responseOf(exchange),
    beside: beside.map((other) => {
      const also = redact(other.exchange, secrets);
      return { request: requestOf(also), response: responseOf(also) };
    }),
    complaint: redact(complaint.text, secrets),
    ...(diagnosis === undefined ? {} : { diagnosis }),
    observations: redact(observationsOf(step), secrets),
    curl: toCurl(exchange, secrets.placeholders()),
    seed,
    path,
  };
}

function requestOf({ request, url, sent }: Exchange): ReportedRequest {
  return { method: request.method, url, headers: sent, body: request.body ?? null };
}

function responseOf({ reply }: Exchange): ReportedResponse | null {
  if (reply.kind === 'none') return null;
  const body = reply.text.length > maxBody ? `${reply.text.slice(0, maxBody)}…` : reply.text;
  return { status: reply.status, headers: reply.headers, body };
}

/** Before, each look that showed something new, and after. */
function observationsOf(step: Step): readonly string[] {
  const { before, after, polls } = step;
  const lines = before === undefined ? [] : [`before: ${before.size} GB, state "${before.status}"`];
  for (const { job, volume } of polls) {
    const parts = [
      volume.kind === 'volume' ? `${volume.size} GB, state "${volume.status}"` : volume.reason,
      job === undefined ? '' : job.kind === 'job' ? `job ${job.status}` : job.reason,
    ];
    const line = `then: ${parts.filter((part) => part !== '').join('; ')}`;
    if (lines.at(-1) !== line && lines.length < 12) lines.push(line);
  }
  if (after !== undefined) lines.push(`after: ${after.size} GB, state "${after.status}"`);
  return lines;
}
