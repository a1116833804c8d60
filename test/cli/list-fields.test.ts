import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../spec/derive/folder/temporary.ts';
import { run } from './fake-io.ts';
import { rackPage } from './rack-page.ts';

/** The file of a contract that no suite certifies. */
async function rackContract(...flags: readonly string[]): Promise<string> {
  const root = folderOf({ 'rack.md': rackPage });
  const file = join(root, 'rack.json');
  await run(['derive', join(root, 'rack.md'), '-o', file, ...flags]);
  return file;
}

test('list: fields with type, obligation, constraints, place and clauses, where no suite certifies the contract', async () => {
  const { code, out, err } = await run(['list', '--contract', await rackContract()]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(
    /^v2\.post\.racks {2}POST \/v2\/\{project_id\}\/racks {2}create of rack\nno suite certifies it yet;/,
  );
  expect(out).toContain(`
  /size  integer  required  1 to 48
      request:/size, line 25
      request.required:/:required  MUST
      request.type:/size:type  MUST
      request.range:/size:minimum  MUST
      request.range:/size:maximum  MUST
  /name  string   optional  at most 64 bytes
      request:/name, line 26
      request.type:/name:type  MUST
      request.length:/name:maxBytes  SHOULD
`);
  expect(out).toContain('\nsuccessful answer, status 202\n');
  expect(out).toContain('\nnot understood\n  line 26: under "Request"\n');
});

describe('explain', () => {
  test('a clause: level, value, place, and the sentence where the page is quoted', async () => {
    const { code, out } = await run([
      'explain',
      'request.range:/size:maximum',
      '--contract',
      await rackContract('--quote'),
    ]);
    expect(code).toBe(0);
    expect(out).toBe(`request.range:/size:maximum  MUST  at most 48
  stands  #/properties/body/properties/size/maximum of the case schema
  value   48
  page    request:/size, line 25, under "Request"
  says    size | Integer | Yes | The size | The value ranges from 1 to 48
`);
  });

  test('a field: constraints, clauses, and what near it was not understood', async () => {
    const { code, out } = await run(['explain', 'request:/name', '--contract', await rackContract()]);
    expect(code).toBe(0);
    expect(out).toBe(`request:/name  string; optional; at most 64 bytes
  clauses  request.type:/name:type  MUST
           request.length:/name:maxBytes  SHOULD
  page     request:/name, line 26, under "Request"
  near     not understood, line 26: under "Request"
`);
  });

  test('neither: the nearest id', async () => {
    const { code, err } = await run(['explain', 'request:/nmae', '--contract', await rackContract()]);
    expect(code).toBe(3);
    expect(err).toMatch(/unknown clause or field of v2\.post\.racks "request:\/nmae": did you mean request:\/name\?/);
  });
});

test('a contract with a suite is listed and explained by its requirements, as ever', async () => {
  for (const id of ['extend-volume', 'delete-volume']) {
    expect((await run(['list', '--contract', id])).out).toMatch(/^operation\.route\s+MUST/m);
    expect((await run(['explain', 'request:/name', '--contract', id])).err).toContain('unknown requirement');
  }
});
