import { expect, test } from 'vitest';
import { terminalOptions } from '../../cli/terminal.ts';

test.each([
  [{}, { isTTY: true, columns: 80 }, { colour: true, width: 80 }],
  [{}, {}, { colour: false, width: 120 }],
  [{}, { isTTY: true, columns: 0 }, { colour: true, width: 120 }],
  [{ NO_COLOR: '1' }, { isTTY: true }, { colour: false, width: 120 }],
  [{ NO_COLOR: '' }, { isTTY: true }, { colour: true, width: 120 }],
  [{ TERM: 'dumb' }, { isTTY: true }, { colour: false, width: 120 }],
  [{ FORCE_COLOR: '1' }, {}, { colour: true, width: 120 }],
  [{ FORCE_COLOR: '0' }, {}, { colour: false, width: 120 }],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, {}, { colour: false, width: 120 }],
])('%j on %j', (env, stream, expected) => {
  expect(terminalOptions(env, stream)).toEqual(expected);
});
