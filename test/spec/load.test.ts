import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { derive } from '../../spec/derive/derive.ts';
import { writeDerivation } from '../../spec/derive/write.ts';
import { ContractError, contractDigest, findContract, loadContract } from '../../spec/load.ts';
import { committed, committedText, provenancesOf } from './committed.ts';
import { english } from './derive/page-texts.ts';

const derivation = derive({ name: 'page.md', text: english }, { id: 'extend-volume' });
const folder = mkdtempSync(join(tmpdir(), 'load-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The committed contract with one text changed. */
const changed = (from: string | RegExp, to: string): string => {
  const text = derivation.text.replace(from, to);
  if (text === derivation.text) throw new Error(`the contract has no ${from}`);
  return text;
};

describe('a contract file', () => {
  it('is loaded as it was derived', () => {
    expect(loadContract(derivation.text, 'x.json')).toEqual(derivation.contract);
  });

  it.each([
    ['no JSON', '{', /x\.json: this is not JSON/],
    ['too large', ' '.repeat(1024 * 1024 + 1), /too many/],
    ['a list', '[]', /must be object/],
    ['another format', changed('"format": 2', '"format": 3'), /x\.json#\/format/],
    [
      'the first format',
      changed('"format": 2', '"format": 1'),
      /x\.json#\/format: .* format 1.*; derive its page again: evs-conformance derive PAGE -o FILE$/,
    ],
    ['an unknown member', changed('"format": 2', '"format": 2, "x": 1'), /additional properties.*"x"/],
    ['an unknown keyword', changed('"exclusiveMaximum"', '"contains"'), /x\.json#\/case.*"contains"/],
    ['a reference', changed('"minLength": 1', '"$ref": "http://x"'), /\$ref/],
    ['a path that climbs', changed(/"id": "extend-volume"/, '"id": "../x"'), /x\.json#\/id/],
    [
      'a schema that does not compile',
      changed('"pattern": "^-?', '"pattern": "(^-?'),
      /x\.json#\/case: the schema does not compile/,
    ],
    [
      'a clause twice',
      changed('"id": "size.maximum"', '"id": "size.not-greater"'),
      /x\.json#\/clauses\/10\/id: size\.not-greater is listed twice/,
    ],
    [
      'a pattern that goes back without end',
      changed('"pattern": "^-?', '"pattern": "^(-?[0-9]*)*'),
      /x\.json#\/case\/properties\/.*\/anyOf\/1\/pattern: the pattern "\^\(-\?\[0-9\]\*\)\*.*" may keep a matcher busy without end: what fits/,
    ],
    [
      'such a pattern for an answer',
      changed(/("response":[\s\S]*?"type": "string")/, '$1, "pattern": "a+b"'),
      /x\.json#\/response\/(\w+\/)+pattern: the pattern "a\+b" may keep a matcher busy without end: it does not begin/,
    ],
    ['a pattern beyond all length', changed('"pattern": "^-?', `"pattern": "^${'a'.repeat(200)}-?`), /"limit":200/],
    [
      'a fact twice',
      changed('"id": "operation.effect"', '"id": "operation.deprecated"'),
      /operation\.deprecated is listed twice/,
    ],
    ['a clause of no fact', changed('"fact": "size.range"', '"fact": "size.colour"'), /there is no fact size\.colour/],
    [
      'a clause of no schema',
      changed('#/allOf/0', '#/allOf/7'),
      /x\.json#\/clauses\/11\/schemaPath: the case schema has no #\/allOf\/7/,
    ],
    ['a parameter too few', changed('volumes/{volume_id}', 'volumes/x'), /x\.json#\/operation\/parameters/],
    ['another action', changed('"action": "os-extend"', '"action": "os-other"'), /x\.json#\/request/],
    [
      'another job',
      changed('"job": "/job_id"', '"job": "/task_id"'),
      /x\.json#\/answers\/job: the success has no \/task_id/,
    ],
    ['another project', changed('"project": "project_id"', '"project": "p"'), /x\.json#\/operation\/project/],
    ['an extension without a project', changed('"project": "project_id"', '"project": null'), /x\.json#\/operation: /],
    [
      'another pointer',
      changed('/body/os-extend/new_size', '/fixtures/volume/size'),
      /x\.json#\/normalise\/0\/pointer: only a size is truncated/,
    ],
    [
      'a pointer to nowhere',
      changed('/body/os-extend/new_size', '/body/size'),
      /x\.json#\/normalise\/0\/pointer: the case schema has no \/body\/size/,
    ],
    [
      'a rule about nothing',
      changed('"on": "volume.servers"', '"on": "volume.colour"'),
      /x\.json#\/preconditions\/1: the case schema has no fixture volume\.colour/,
    ],
    ['a body that nothing describes', changed(/"request": [\s\S]*?"cases"/, '"request": null, "cases"'), /has a body/],
    ['a format that nobody knows', changed('"minLength": 1', '"format": "colour"'), /x\.json#\/.*\/format/],
  ])('is refused: %s', (_what, text, message) => {
    expect(() => loadContract(text, 'x.json')).toThrow(ContractError);
    expect(() => loadContract(text, 'x.json')).toThrow(message);
  });

  it('is refused when it nests without end', () => {
    const deep = '{"allOf":['.repeat(20_000);
    expect(() =>
      loadContract(changed('"case": {', `"case": ${deep}{}${']}'.repeat(20_000)}, "x": {`), 'x.json'),
    ).toThrow(ContractError);
  });
});

describe('finding a contract', () => {
  it('knows the committed one by its id, with its provenance', () => {
    const found = findContract('extend-volume');
    expect(found.contract).toEqual(derivation.contract);
    expect(found.sha256).toBe(contractDigest(derivation.text));
    expect(found.provenance?.language).toBe('zh');
  });

  it.each(committed)('knows every page of $id, for each provenance beside it is of its bytes', ({ id }) => {
    const pages = provenancesOf(id).map((name) => JSON.parse(committedText(name)).page.sha256);
    expect(findContract(id).pages?.toSorted()).toEqual(pages.toSorted());
  });

  it('takes the path of a file, and only a provenance of these bytes', () => {
    const file = join(folder, 'mine.json');
    writeDerivation(derivation, file);
    expect(findContract(file).provenance).toEqual(derivation.provenance);
    writeFileSync(file, derivation.text.replace('32768', '32767'));
    expect(findContract(file).provenance).toBeNull();
    writeFileSync(join(folder, 'mine.provenance.zh.json'), '{"format": 1}');
    expect(findContract(file).provenance).toBeNull();
    writeFileSync(join(folder, 'mine.provenance.zh.json'), '{"format": 2}');
    expect(() => findContract(file)).toThrow(/mine\.provenance\.zh\.json: /);
  });

  it('says what there is when there is none', () => {
    expect(() => findContract('extend-volum')).toThrow(/the committed ones are .*extend-volume/);
    expect(() => findContract(join(folder, 'none.json'))).toThrow(ContractError);
    expect(() => findContract(folder)).toThrow(ContractError);
  });
});
