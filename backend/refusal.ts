import { type Answer, json } from './answers.ts';

const REASONS = {
  'os-extend': { status: 400, code: 'EVS.1001' },
  'new-size': { status: 400, code: 'EVS.1002' },
  type: { status: 400, code: 'EVS.1003' },
  lower: { status: 400, code: 'EVS.1004' },
  upper: { status: 400, code: 'EVS.1005' },
  status: { status: 400, code: 'EVS.2001' },
  shared: { status: 400, code: 'EVS.2002' },
  server: { status: 400, code: 'EVS.2003' },
  busy: { status: 409, code: 'EVS.2004' },
  quota: { status: 403, code: 'EVS.2005' },
  malformed: { status: 400, code: 'EVS.0400' },
  token: { status: 401, code: 'EVS.0401' },
  project: { status: 403, code: 'EVS.0403' },
  unknown: { status: 404, code: 'EVS.0404' },
  method: { status: 405, code: 'EVS.0405' },
  'too-large': { status: 413, code: 'EVS.0413' },
  crash: { status: 500, code: 'EVS.0500' },
} as const;

/** The reason for a refusal, in a form that rules can compare and answers can print. */
export interface Refusal {
  readonly refused: keyof typeof REASONS;
  readonly message: string;
}

/** Builds a refusal; its HTTP status and error code follow from the reason. */
export const refuse = (refused: Refusal['refused'], message: string): Refusal => ({ refused, message });

/** Whether a rule's outcome is a refusal rather than its value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** The HTTP status of a refusal. */
export const statusOf = (refusal: Refusal): number => REASONS[refusal.refused].status;

/** The `code` of a refusal's envelope. */
export const codeOf = (refusal: Refusal): string => REASONS[refusal.refused].code;

/** The parts of a refusal's envelope besides the message: the key of the error, and its code. */
export interface ErrorName {
  readonly key: string;
  readonly code: string | number;
}

/** The documented error answer, such as `{"error": {"message", "code"}}`; `errorName` gives the dialect's words. */
export function envelope(
  refusal: Refusal,
  { errorName }: { readonly errorName: (refusal: Refusal) => ErrorName },
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const { key, code } = errorName(refusal);
  return json(statusOf(refusal), { [key]: { message: refusal.message, code } }, headers);
}
