import type { DialectId } from '../../backend/dialects/index.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';

/** The behaviour of a dialect, as far as another page can forbid it. */
interface Traits {
  readonly status: number;
  readonly hasJob: boolean;
  /** Each error stands under `error`, and its code is text. */
  readonly isEnvelopeFixed: boolean;
  readonly takesCurrentSize: boolean;
  readonly takesDecimals: boolean;
}

const cloud: Traits = {
  status: 200,
  hasJob: true,
  isEnvelopeFixed: true,
  takesCurrentSize: false,
  takesDecimals: true,
};
const cinder: Traits = {
  status: 202,
  hasJob: false,
  isEnvelopeFixed: false,
  takesCurrentSize: false,
  takesDecimals: false,
};

const traits: Readonly<Record<DialectId, Traits>> = {
  'extend-volume': cloud,
  'extend-volume-2021': cloud,
  'extend-volume-v2.1': { ...cloud, status: 202 },
  'extend-volume-otc': { ...cloud, takesCurrentSize: true },
  'cinder-extend-v2': cinder,
  'cinder-extend-v3': cinder,
  'cinder-extend-otc': { ...cinder, takesCurrentSize: true },
};

/** One rule of a page, and the requirement that fails if a dialect breaks it. */
interface Contrast {
  readonly owner: RequirementId;
  readonly also: readonly RequirementId[];
  readonly isBroken: (traits: Traits, contract: Contract) => boolean;
}

const contrasts: readonly Contrast[] = [
  {
    owner: 'response.success-status',
    also: [],
    isBroken: ({ status }, { response }) => status !== response.success.status,
  },
  {
    owner: 'response.job-id',
    also: ['job.reachable'],
    isBroken: ({ hasJob }, { answers }) => !hasJob && answers.job !== null,
  },
  {
    owner: 'response.error-envelope',
    also: ['body.malformed', 'path.unknown-volume', 'auth.envelope'],
    isBroken: ({ isEnvelopeFixed }, { response }) => !isEnvelopeFixed && isFixed(response.error.schema),
  },
  {
    owner: 'size.not-greater',
    also: ['decimal.lower-bound'],
    isBroken: ({ takesCurrentSize }, { facts }) => takesCurrentSize && facts.some(isGrowth),
  },
  {
    owner: 'decimal.accepted',
    also: ['decimal.upper-bound', 'decimal.spelling'],
    isBroken: ({ takesDecimals }, { normalise }) => !takesDecimals && normalise.length > 0,
  },
];

/** Whether a page has one envelope, rather than one object under any key. */
const isFixed = (schema: Contract['response']['error']['schema']): boolean =>
  Array.isArray(schema?.required) && schema.required.includes('error');

/** Whether a size has to be greater than the current one. */
const isGrowth = ({ id, value }: Contract['facts'][number]): boolean =>
  id === 'size.range' && (value as { readonly greaterThan?: string }).greaterThan === 'current';

/**
 * The requirements that have to fail, and those that may, if a dialect is certified by a contract; undefined if it
 * keeps to that as well.
 */
export function brokenBy(
  dialect: DialectId,
  contract: Contract,
): { readonly owner: RequirementId; readonly mayFail: readonly RequirementId[] } | undefined {
  const broken = contrasts.filter(({ isBroken }) => isBroken(traits[dialect], contract));
  const [first] = broken;
  if (first === undefined) return undefined;
  const all = broken.flatMap(({ owner, also }) => [owner, ...also]);
  return { owner: first.owner, mayFail: all.filter((id) => id !== first.owner) };
}
