import type { Clause, JsonSchema, Precondition } from '../../contract.ts';

/**
 * The clauses about a resource's state. A state that the page allows by name binds; if it names none, every state but
 * the resting one is open.
 *
 * @param schema - the case schema, whose `allOf` begins with the rules of the preconditions that stand there
 */
export function stateClauses(schema: JsonSchema, preconditions: readonly Precondition[]): readonly Clause[] {
  const clauses: Clause[] = [];
  const statuses = preconditions.filter(isOfFixture);
  const rules = preconditions.filter((each) => !isOfFixture(each));
  const fixtures = fixturesOf(schema);
  for (const resource of Object.keys(fixtures)) {
    const path = `#/properties/fixtures/properties/${resource}/properties/status`;
    const known = statuses.find(({ on }) => on === `${resource}.status`);
    if (known !== undefined) {
      const keyword = Object.keys(known.requires)[0] ?? 'enum';
      const id = `state.${resource}-status`;
      clauses.push({ id, requirement: id, level: 'MUST', fact: known.fact, schemaPath: `${path}/${keyword}` });
    } else if (resource === 'volume') {
      clauses.push({ id: 'state.other', requirement: null, level: 'advisory', fact: null, schemaPath: `${path}/enum` });
    }
  }
  for (const [index, { fact }] of rules.entries()) {
    clauses.push({ id: fact, requirement: fact, level: 'MUST', fact, schemaPath: `#/allOf/${index}` });
  }
  return clauses;
}

/** Whether a precondition stands in the fixture's own schema: an unconditional one about a status. */
function isOfFixture({ on, when }: Precondition): boolean {
  return on.endsWith('.status') && Object.keys(when).length === 0;
}

function fixturesOf({ properties }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const { fixtures } = properties as Readonly<Record<string, JsonSchema>>;
  return (fixtures?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
}

/** The id of a state rule's fact. */
export function stateFact(on: string, when: Precondition['when']): string {
  const states = Object.values(when).flatMap(({ const: one }) => (typeof one === 'string' ? [one.toLowerCase()] : []));
  return ['state', ...on.split('.'), ...states]
    .join('-')
    .replace('-', '.')
    .replace(/[^a-z0-9.-]+/g, '-');
}
