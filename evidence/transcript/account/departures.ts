import { operationPath } from '../../../engine/fixtures/sending.ts';
import { pathIds } from '../../../spec/parts.ts';
import { pathSegment } from '../../../wire/path.ts';
import { atLine, type Problem } from '../problem.ts';
import type { Sent } from './sent.ts';
import type { Rule, Whole } from './whole.ts';

/** Whether a request departs from the documented one shows in it: it is said of those that do, and of no other. */
export const departures: Rule = (whole) =>
  whole.sent.flatMap((one): readonly Problem[] => {
    if (departs(one, whole) === (one.about !== '')) return [];
    const what = one.about === '' ? 'departs from the contract, and the step does not say so' : 'follows the contract';
    return [atLine(one.line, `its exchange ${what}`)];
  });

function departs(one: Sent, { contract, exchanges, plan }: Whole): boolean {
  const check = plan.active.find(({ requirement }) => requirement === one.check);
  if (one.recipe !== undefined && check?.departs?.(one.recipe, contract) === true) return true;
  const own = exchanges[one.exchange - 1];
  if (own === undefined || own.method !== contract.operation.method || own.credentials !== 'own') return true;
  const { project_id, volume_id } = one.case.path;
  // a secret that stands hidden in it is not as it was sent
  if (own.url.includes('$')) return one.about !== '';
  const ids = { project: pathSegment(project_id), volume: pathSegment(volume_id) };
  return !own.url.endsWith(operationPath({ contract }, pathIds(contract, ids)));
}
