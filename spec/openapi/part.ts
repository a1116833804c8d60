import type { ConditionalSchema, Contract, Precondition, Reading, Unparsed } from '../contract.ts';
import { type RelativeBound, relativeBounds } from './relative.ts';

/** The properties of one contract's operation that OpenAPI cannot express. Empty ones are left out. */
export interface OperationPart extends Pick<Contract['operation'], 'kind' | 'resource' | 'action' | 'deprecated'> {
  /** The contract's id. */
  readonly id: string;
  /** Template of the contract's own path. */
  readonly path: string;
  /** The status of a success; null if the page names none. */
  readonly status: number | null;
  readonly preconditions?: readonly Precondition[];
  readonly cases?: readonly ConditionalSchema[];
  readonly relative?: readonly RelativeBound[];
  /** JSON pointers, below `/body`, of numbers that the service truncates to integers. */
  readonly truncated?: readonly string[];
  readonly readings?: readonly Reading[];
  readonly unparsed?: readonly Pick<Unparsed, 'heading' | 'line'>[];
}

/** The part of one contract in an operation. */
export function partOf(contract: Contract): OperationPart {
  const { action, deprecated, kind, path, resource } = contract.operation;
  return {
    ...{ id: contract.id, path, kind, resource, action, deprecated, status: contract.response.success.status },
    ...filled({
      preconditions: contract.preconditions,
      cases: contract.cases,
      relative: relativeBounds(contract.case),
      truncated: contract.normalise.map(({ pointer }) => pointer),
      readings: contract.readings,
      unparsed: contract.unparsed.map(({ heading, line }) => ({ heading, line })),
    }),
  };
}

function filled<Lists extends Readonly<Record<string, readonly unknown[]>>>(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>;
}
