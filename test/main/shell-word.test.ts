import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWord } from '../../main/shell-word.ts';

test.each([
  [resolve('out/report'), 'out/report'],
  [resolve('.'), '.'],
  [resolve('-x'), './-x'],
  [resolve("it's here"), "'it'\\''s here'"],
  [join(tmpdir(), 'report'), join(tmpdir(), 'report')],
])('%s is typed as %s', (folder, typed) => expect(folderWord(folder)).toBe(typed));
