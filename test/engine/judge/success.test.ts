import { expect, test } from 'vitest';
import { wrongSuccessBody } from '../../../engine/judge/success.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { contract } from '../../suites/committed.ts';

const said = (sketch: Sketch) => wrongSuccessBody(step(sketch), contract)?.text;

test('another body is shown in its first 120 characters, an empty one by its name', () => {
  expect(said({})).toBeUndefined();
  expect(said({ text: '' })).toMatch(/^answered 200 with an empty body to /);
  expect(said({ text: '{"job":1}' })).toMatch(/^answered 200 with \{"job":1\} to /);
  expect(said({ text: `<${'x'.repeat(119)}y` })).toMatch(/^answered 200 with <x{119} to /);
});

test('where the page names no body, or no answer came, there is nothing to be wrong', () => {
  const bare = { ...contract, response: { ...contract.response, success: { status: 202, schema: null } } };
  expect(wrongSuccessBody(step({ text: '' }), bare)).toBeUndefined();
  const { exchange, ...rest } = step({ text: '' });
  const reply = { kind: 'none', reason: 'reset', detail: '' } as const;
  expect(wrongSuccessBody({ ...rest, exchange: { ...exchange, reply } }, contract)).toBeUndefined();
});
