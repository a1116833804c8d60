import { describe, expect, test } from 'vitest';
import { idsIn, requirementIn } from '../../spec/requirements.ts';
import { fill } from '../../spec/statement.ts';
import { certified } from './committed.ts';

/** A bare verb phrase: no subject, no modal, no full stop; the report puts `MUST` before it. */
const bareVerbPhrase =
  /^(not |never )?(?!the |a |an |is |are |it |must |should |may )[a-z][a-z-]*( |$)(?!.*\. ).*[^.,;: ]$/;

const all = certified.flatMap(({ operation: { id, checks }, contract }) =>
  checks.map((check) => ({ id, requirement: check.requirement, check, contract })),
);

describe.each(all)('$id: $requirement', ({ check, contract }) => {
  const { conforms, violates } = check.examples;

  test('has an example of each kind, told apart by their titles', () => {
    expect(conforms.length).toBeGreaterThan(0);
    expect(violates.length).toBeGreaterThan(0);
    const titles = [...conforms, ...violates].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(conforms)('has no complaint: $title', ({ trace }) => {
    expect(check.judge(trace, contract)).toBeUndefined();
    if (check.kind === 'passive') expect(trace.steps.some((step) => check.appliesTo(step, contract))).toBe(true);
  });

  test.each(violates)('complains: $title', ({ trace }) => {
    const complaint = check.judge(trace, contract);
    expect(complaint?.text).toMatch(/ (to|answer to) .+ on an? .+, expected .+/);
    expect(trace.steps).toContain(complaint?.step);
    if (check.kind === 'passive') expect(trace.steps.some((step) => check.appliesTo(step, contract))).toBe(true);
  });

  test('judges the same twice, and changes nothing in what it judges', () => {
    for (const { trace } of [...conforms, ...violates]) {
      const before = structuredClone(trace);
      expect(check.judge(trace, contract)).toEqual(check.judge(trace, contract));
      expect(trace).toEqual(before);
    }
  });
});

describe.each(certified)('the words of $operation.id', ({ operation: { checks, register }, contract }) => {
  const titles = checks.map(({ title }) => title);
  const statements = [
    ...idsIn(register).map((id) => fill(requirementIn(register, id).statement, contract)),
    ...Object.values(register.untested).map(({ statement }) => statement),
  ];

  test.each(titles)('"%s" is a bare verb phrase of at most 70 characters', (title) => {
    expect(title).toMatch(bareVerbPhrase);
    expect(title.length).toBeLessThanOrEqual(70);
  });

  test.each(statements)('"%s" is a bare verb phrase without a placeholder left', (statement) => {
    expect(statement).toMatch(bareVerbPhrase);
    expect(statement.replace(contract.operation.path, '')).not.toMatch(/\{\w+\}/);
  });

  test('titles and statements are unique', () => {
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(statements).size).toBe(statements.length);
  });
});
