import { type DialectId, dialectIds, dialects } from '../../backend/dialects/index.ts';
import type { Fault } from '../../backend/fault.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import type { Contract } from '../../spec/contract.ts';
import { findContract } from '../../spec/load.ts';
import { missingParts } from '../../spec/parts.ts';
import { idsIn, registers, requirementIn } from '../../spec/requirements.ts';
import { faultSubject } from '../faults.ts';
import { serveBackend } from '../servers/backend.ts';
import type { TrialSubject } from '../subject.ts';
import { subjectOf as variantSubject } from '../variants/variant.ts';
import { brokenBy } from './contrasts.ts';
import { consequences, exceptions } from './exceptions.ts';
import { variantsOf } from './variants.ts';

const register = registers['extend-volume'];

/** The number of seeds for differences between contracts; a fault in a rule that they all have gets one seed. */
const manySeeds = 10;

/** All dialects but the first, to which the faults and variants without a contract belong. */
const living = dialectIds
  .filter((id) => id !== 'extend-volume')
  .map((id) => ({ id, contract: findContract(id).contract }));

/** The dialect itself: no row may fail. */
const own = (id: DialectId): TrialSubject => ({
  id: `itself@${id}`,
  kind: 'variant',
  operation: 'extend-volume',
  contract: id,
  summary: `is the reference backend: ${dialects[id].summary}`,
  owner: null,
  mayFail: [],
  expects: 'flawless',
  seeds: manySeeds,
  start: () => serveBackend({ dialect: id }),
});

/** Another dialect in its place, and on its path. */
function crossed(id: DialectId, contract: Contract, other: DialectId): TrialSubject {
  const broken = brokenBy(other, contract);
  return {
    ...own(id),
    id: `${other}@${id}`,
    kind: broken === undefined ? 'variant' : 'fault',
    summary: `speaks as ${other} does: ${dialects[other].summary}`,
    expects: broken === undefined ? 'clear' : 'caught',
    ...(broken ?? {}),
    fast: false,
    start: () => serveBackend({ dialect: other, at: id }),
  };
}

/** The dialect with each fault that breaks a row of its contract. */
function faulty(id: DialectId, contract: Contract): readonly TrialSubject[] {
  const rows = idsIn(register).filter((row) => missingParts(contract, row, requirementIn(register, row)).length === 0);
  const mayHave = ({ id: fault, operation, dialects, requirement }: Fault): boolean =>
    operation === 'extend-volume' &&
    (dialects?.includes(id) ?? true) &&
    rows.some((row) => row === requirement) &&
    exceptions[id][fault as FaultId] === undefined;
  return Object.values<Fault>(faults)
    .filter(mayHave)
    .map((fault) => ({
      ...faultSubject(fault),
      id: `${fault.id}@${id}`,
      contract: id,
      mayFail: [...fault.mayAlsoFail, ...(consequences[id][fault.id as FaultId] ?? [])],
      seeds: 1,
      start: () => serveBackend({ dialect: id, fault: fault.id as FaultId }),
    }));
}

/** The right servers that differ from the dialect where its page leaves a choice. */
const varied = (id: DialectId): readonly TrialSubject[] =>
  variantsOf[id].map((variant) => ({
    ...variantSubject({
      ...variant,
      id: `${variant.id}@${id}`,
      contract: id,
      backend: { dialect: id, ...variant.backend },
    }),
    seeds: manySeeds,
    fast: false,
  }));

/** With `--fast`, one fault for each row, of another dialect each time. */
function sampled(all: readonly TrialSubject[]): readonly TrialSubject[] {
  const chosen = idsIn(register).map((row, at) => {
    const of = all.filter(({ owner }) => owner === row);
    return of[Math.floor((of.length * (at % living.length)) / living.length)];
  });
  return all.map((subject) => (chosen.includes(subject) ? subject : { ...subject, fast: false as const }));
}

/** Every dialect except the first, by its own contract. */
export const dialectSubjects: readonly TrialSubject[] = [
  ...living.map(({ id }) => own(id)),
  ...living.flatMap(({ id, contract }) =>
    dialectIds.filter((other) => other !== id).map((other) => crossed(id, contract, other)),
  ),
  ...living.flatMap(({ id }) => varied(id)),
  ...sampled(living.flatMap(({ id, contract }) => faulty(id, contract))),
];
