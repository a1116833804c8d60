import type { Contract, DocumentedOperation } from '../../../spec/contract.ts';
import { derive } from '../../../spec/derive/derive.ts';
import { markdownPage } from '../derive/folder/small-pages.ts';

/** What of a small contract a test says; all else of it is always the same. */
export interface SmallContract extends Partial<Omit<Contract, 'operation'>> {
  readonly operation?: Partial<DocumentedOperation>;
}

const small = derive({ name: 'page.md', text: markdownPage({ path: '/v2/{project_id}/racks/{rack_id}' }) }).contract;

/** A contract of `GET /v2/{project_id}/racks/{rack_id}`, but for what is given. */
export function contractWith({ operation = {}, ...rest }: SmallContract): Contract {
  return { ...small, ...rest, operation: { ...small.operation, ...operation } };
}

/** A contract of `POST /v2/{project_id}/racks/{rack_id}/action` whose body has this key. */
export function actionWith(action: string, rest: Partial<Contract> = {}): Contract {
  return contractWith({
    id: `act.${action}`,
    request: { type: 'object', required: [action], properties: { [action]: { type: 'object' } } },
    ...rest,
    operation: { method: 'POST', path: '/v2/{project_id}/racks/{rack_id}/action', kind: 'action', action },
  });
}
