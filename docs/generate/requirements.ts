import type { Operation } from '../../engine/operation.ts';
import { contractNamed } from '../../main/contracts.ts';
import { operations } from '../../main/operations.ts';
import { place } from '../../reports/text.ts';
import { originsOf } from '../../spec/origins.ts';
import { isListed } from '../../spec/parts.ts';
import { idsIn, requirementIn, untestedIn } from '../../spec/requirements.ts';
import { fill } from '../../spec/statement.ts';
import { code, prose, referencePage, table } from './markdown.ts';

/** Every requirement of every operation, as its own contract states it. */
export function requirementsPage(): string {
  return referencePage('Requirements', [
    'MUST decides the verdict. SHOULD and advisory requirements are listed in the report, and never change it. `evs-conformance explain ID` shows how one is checked, and which answers are right and wrong. Numbers and places are those of the contract named in the heading: `evs-conformance list --contract ID` shows those of another one.',
    ...operations.flatMap(partOf),
  ]);
}

function partOf({ id: operation, register }: Operation): readonly string[] {
  const { contract, provenance } = contractNamed(operation);
  const whereOf = (facts: readonly string[]): string => {
    const places = originsOf(facts, provenance).map(place);
    return places.length === 0 ? 'the page does not say' : prose(places.join('; '));
  };
  const ids = idsIn(register).filter((id) => isListed(contract, id, requirementIn(register, id)));
  const beyond = untestedIn(register, contract);
  return [
    `## ${operation}`,
    `${ids.length} requirements, and ${beyond.length} statements of the page that no check can test.`,
    table(
      ['requirement', 'level', 'statement', 'on the page'],
      ids.map((id) => {
        const { level, statement, facts } = requirementIn(register, id);
        return [code(id), level, prose(fill(statement, contract)), whereOf(facts)];
      }),
    ),
    table(
      ['not tested', 'statement', 'why'],
      beyond.map(([id, { statement, reason }]) => [code(id), prose(statement), prose(reason)]),
    ),
  ];
}
