import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../spec/load.ts';
import { registers } from '../../spec/requirements.ts';
import { committed } from '../spec/committed.ts';
import { projectFiles, top } from './files.ts';
import { openSearch, roomOf, wordsOfContract, wordsOfRegister } from './seam.ts';

/** Every operation's words, read where they stand: in the registers and in the committed contracts. */
const words = [
  ...Object.values(registers).flatMap(wordsOfRegister),
  ...committed.flatMap(({ name, text }) => wordsOfContract(loadContract(text, name))),
];
const search = openSearch(words);

const sources = projectFiles().flatMap((file) => {
  const room = roomOf(file);
  return room === undefined ? [] : [{ room, file, text: readFileSync(join(top, file), 'utf8') }];
});
const rooms = [...new Set(sources.map(({ room }) => room))];

/** Another thing of the same name: what a file says, and what it means by it. */
const namesakes: readonly (readonly [file: string, word: string, meaning: string])[] = [
  ['wire/auth/login-error.ts', 'auth.project', 'the key of the config file, beside auth.url'],
];
const isNamesake = (file: string, word: string): boolean =>
  namesakes.some(([where, name]) => where === file && name === word);

test('what is said of any operation names none: no requirement, path, action, key or bound of one', () => {
  const hits = sources.flatMap(({ file, text }) => search(text).map((hit) => ({ file, ...hit })));
  const [alike, own] = [true, false].map((is) => hits.filter(({ file, word }) => isNamesake(file, word) === is));
  expect(own?.map(({ file, line, word }) => `${file}:${line} has ${word}`)).toEqual([]);
  expect(alike).toHaveLength(namesakes.length);
});

describe.each(rooms)('planted in %s', (room) => {
  const [source] = sources.filter((one) => one.room === room);
  const text = source?.text ?? '';
  const line = text.split('\n').length;

  test.each([
    ['a key, in code', 'new_size', "const key = 'new_size';"],
    ['a key, in a comment', 'new_size', '/** As `new_size` is. */'],
    ['a bound, in code', '32768', 'const largest = 32768;'],
    ['a bound, in a comment', '32768', '// not above 32768 GB'],
    ['a requirement, in code', 'size.greater', "const id = 'size.greater';"],
    ['a requirement, in a comment', 'size.greater', '// size.greater is one'],
  ])('%s is found', (_, word, planted) => {
    expect(search(`${text}${planted}\n`)).toContainEqual({ line, word });
  });
});

test.each([
  ['an action', '{"os-extend": {}}', 'os-extend'],
  ['a path', "'/v2/{project_id}/cloudvolumes/{volume_id}/action'", '/v2/{project_id}/cloudvolumes/{volume_id}/action'],
  ['a segment', 'one of the cloudvolumes', 'cloudvolumes'],
  ['a segment that is a word of English, in a path', "'/x/volumes/y'", '/volumes'],
  ['a bound with its thousands apart', 'const largest = 32_768;', '32_768'],
  ['a requirement that is not certified', 'meta.error-codes', 'meta.error-codes'],
  ['the longer of two requirements', 'state.in-use-shared', 'state.in-use-shared'],
])('%s is found', (_, text, word) => {
  expect(search(text)).toEqual([{ line: 1, word }]);
});

test.each([
  ['a parameter of the path', '{ project_id: project, volume_id: id }'],
  ['a word of English that is a segment', 'an action on volumes'],
  ['a part of a longer word', 'renew_size, 327680, size.greater-than'],
  ['a file beside', "import { volumes } from './volumes.ts';"],
  ['a version of another API', '/v3/auth/tokens'],
])('%s is not', (_, text) => {
  expect(search(text)).toEqual([]);
});

test('the rooms are those that the design names, and the ways to obtain a volume are in none', () => {
  expect([...rooms].sort()).toEqual(['engine', 'evidence', 'reports', 'targets', 'verdicts', 'wire']);
  expect(roomOf('targets/providers/evs.ts')).toBeUndefined();
  expect(roomOf('targets/lookups.ts')).toBe('targets');
});
