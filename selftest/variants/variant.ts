import type { BackendOptions } from '../../backend/backend.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import { type Front, serveFront } from '../servers/front.ts';
import type { Limits, TrialSubject } from '../subject.ts';

/** A right server unlike the reference backend. */
export interface Variant {
  readonly id: string;
  /** Its behaviour, as a bare clause. */
  readonly summary: string;
  /** Absent: extending a volume. */
  readonly operation?: TrialSubject['operation'];
  /** Absent: the contract of the operation's id. */
  readonly contract?: string;
  readonly front?: Front;
  readonly backend?: BackendOptions;
  readonly limits?: Limits;
  /** SHOULD and advisory requirements that it breaks. */
  readonly departs?: readonly RequirementId[];
}

/** A variant as a subject: only the requirements that it breaks may fail. */
export function subjectOf({
  id,
  summary,
  operation = 'extend-volume',
  contract,
  front,
  backend,
  limits,
  departs,
}: Variant): TrialSubject {
  return {
    id,
    kind: 'variant',
    operation,
    ...(contract === undefined ? {} : { contract }),
    summary,
    owner: null,
    mayFail: departs ?? [],
    expects: 'clear',
    ...(limits === undefined ? {} : { limits }),
    start: () => serveFront(front ?? {}, backend ?? {}),
  };
}
