import { expect, test } from 'vitest';
import { explain } from '../../cli/explain.ts';
import { findContract } from '../../spec/load.ts';
import { registry } from '../../suites/extend-volume/registry.ts';
import { requirementIds, untested } from '../suites/register.ts';
import { run } from './fake-io.ts';

const contract = findContract('extend-volume');

test('one requirement: statement, place, check, right and wrong answers, trials', async () => {
  const { code, out, err } = await run(['explain', 'size.over-maximum']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^size\.over-maximum {2}MUST {2}refuse 32769 GB and above/);
  expect(out).toMatch(/page +size\.range, line \d+, #\S+ \(the vendor’s page\)\n/);
  expect(out).toMatch(/contract +extend-volume: it applies\n/);
  expect(out).toMatch(/check +refuse a size above the documented maximum\n/);
  expect(out).toMatch(/right +(\{.*:32769\}\} on a volume of 10 GB) is refused\n +wrong +\1 is accepted\n/);
  expect(out).toMatch(/trials +\d+ wrong services break it \(.*\), and it failed in (\d+) of \1 trials of them:/);
  expect(out).toContain('maximum-off-by-one');
});

test.each(requirementIds)('%s is told with every example, in lines that fit', (id) => {
  const text = explain(id, contract);
  const { conforms, violates } = registry[id].examples;
  for (const { title } of [...conforms, ...violates]) expect(text).toContain(title);
  expect(text).not.toMatch(/\{(maximum|size|action|servers|method|path)\}/);
  expect(text).not.toContain('undefined');
  for (const line of text.split('\n').slice(2)) expect(line.length).toBeLessThanOrEqual(130);
});

test('a clause of the page leads to the requirements that follow from it', async () => {
  const { code, out } = await run(['explain', 'size.decimals']);
  expect(code).toBe(0);
  expect(out).toMatch(/page +size\.decimals, line \d+, #\S+ \(the vendor’s page\)\n +words +“.*decimal.*\n/);
  expect(out).toMatch(/judged by +decimal\.accepted, decimal\.truncated/);
});

test('where our page is the only one, its lines are said to be its own', () => {
  const { provenance, restated } = contract;
  if (provenance === null || restated === undefined) throw new TypeError('both pages of it have a provenance');
  expect(explain('size.decimals', { ...contract, provenance: restated })).toMatch(/\(our page of extend-volume\)\n/);
  expect(explain('size.decimals', { ...contract, restated: undefined })).toMatch(/size\.decimals, line \d+, #\S+\n/);
});

test('a requirement without a recorded trial: nothing is said of the faults that the backend has by now', () => {
  expect(explain('state.available', contract)).toMatch(/trials +none: the last recorded matrix of trials has no fault/);
});

test.each(Object.keys(untested))('%s has no check, and says why', (id) => {
  expect(explain(id, contract)).toMatch(/ {2}none {2}[\s\S]*check +there is none: /);
});

test('a contract without its clause: it does not apply, and no trial speaks of it', async () => {
  const { out } = await run(['explain', 'size.over-maximum', '--contract', 'cinder-extend']);
  expect(out).toMatch(/cinder-extend: does not apply: the contract has no size\.over-maximum/);
  expect(out).toMatch(/trials +none: /);
  expect((await run(['explain', 'size.over-maximum'], { EVS_CONTRACT: 'cinder-extend' })).out).toBe(out);
});

test.each([
  [['explain'], /explain takes one requirement, and 0 were given/],
  [['explain', 'size.greater', 'size.maximum'], /and 2 were given/],
  [['explain', 'size.over-maxium'], /unknown requirement "size.over-maxium": did you mean size.over-maximum\?/],
  [['explain', 'effect.deleted'], /effect.deleted is a requirement of another operation: add --contract delete-volume/],
  [['explain', 'meta.biling-mode'], /did you mean meta.billing-mode\?/],
  [['explain', '--onyl', 'x'], /unknown flag/],
])('%j exits 3', async (argv, message) => {
  const { code, out, err } = await run(argv);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toMatch(message);
});
