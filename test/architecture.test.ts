import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRules } from './architecture/document.ts';
import { projectFiles, top } from './architecture/files.ts';
import { violations } from './architecture/rules.ts';
import { readSource } from './architecture/source.ts';

const rules = readRules();

const sources = projectFiles().map((file) => readSource(file, readFileSync(join(top, file), 'utf8')));

describe('the project', () => {
  test('keeps to ARCHITECTURE.md', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((source) => violations(source, rules))).toEqual([]);
  });

  test('has the dependencies that ARCHITECTURE.md lists, and they are used where it says', () => {
    const text = readFileSync(join(top, 'package.json'), 'utf8');
    const { dependencies, peerDependencies } = JSON.parse(text) as Readonly<Record<string, object>>;
    const all = Object.keys({ ...dependencies, ...peerDependencies });
    expect([...rules.packages.keys()].sort()).toEqual(all.sort());
    const unused = [...rules.packages].flatMap(([name, places]) =>
      places
        .filter(
          (place) =>
            !sources.some(
              ({ file, imports }) =>
                file.startsWith(`${place}/`) &&
                imports.some(({ from }) => from === name || from.startsWith(`${name}/`)),
            ),
        )
        .map((place) => `${place} does not use ${name}`),
    );
    expect(unused).toEqual([]);
  });

  test('has the folders that ARCHITECTURE.md lists', () => {
    for (const path of rules.folders.keys()) {
      expect(
        sources.some(({ file }) => file === path || file.startsWith(`${path}/`)),
        path,
      ).toBe(true);
    }
  });
});

describe('a planted mistake is found', () => {
  const found = (file: string, text: string) => violations(readSource(file, text), rules);

  test.each([
    ['spec/x.ts', "import { y } from '../wire/y.ts';", /spec may import nothing of the project only/],
    ['wire/x.ts', "import type { Contract } from '../spec/contract.ts';", /wire may import nothing/],
    [
      'targets/x.ts',
      "import { requirements } from '../spec/requirements.ts';",
      /targets may import the types of spec only/,
    ],
    ['targets/x.ts', "import { type A, b } from '../spec/requirements.ts';", /the types of spec only/],
    [
      'backend/x.ts',
      "import type { Contract } from '../spec/contract.ts';",
      /backend may import spec\/requirements.ts \(types\) only/,
    ],
    ['backend/faults/x.ts', "export * from '../../generators/oracle.ts';", /backend may import/],
    [
      'backend/x.ts',
      "import { Ajv2020 } from 'ajv/dist/2020.js';",
      /ajv is for spec, generators, engine, evidence, main only/,
    ],
    ['suites/x.ts', "import { json } from '../reports/json.ts';", /suites may import/],
    [
      'suites/extend-volume/x.ts',
      "import { lease } from '../../engine/fixtures/lease.ts';",
      /suites\/extend-volume may import/,
    ],
    ['targets/providers/x.ts', "import { openLedger } from '../ledger.ts';", /targets\/providers may import/],
    ['engine/judge/x.ts', "import type { Run } from '../fixtures/run.ts';", /engine\/judge may import/],
    ['engine/judge/x.ts', "import { open } from '../../targets/open.ts';", /the types of targets only/],
    ['engine/fixtures/x.ts', "import { refusal } from '../exercises/refusal.ts';", /engine\/fixtures may import/],
    ['engine/exercises/x.ts', "import type { Check } from '../check.ts';", /engine\/exercises may import/],
    ['engine/dry-run/x.ts', "import { lease } from '../fixtures/lease.ts';", /engine\/dry-run may import/],
    ['suites/x.ts', "const { json } = await import('../reports/json.ts');", /suites may import/],
    ['cli/x.ts', "import '../generators/oracle.ts';", /cli may import/],
    ['cli/x.ts', "type A = import('../generators/oracle.ts').A;", /cli may import/],
    ['reports/x.ts', "import { sample } from '../test/reports/sample.ts';", /reports may import spec, verdicts only/],
    ['targets/x.ts', "import { request } from 'node:http';", /it is for wire, backend\/listen.ts, selftest only/],
    ['targets/x.ts', "import supertest from 'supertest';", /supertest is for wire only/],
    ['targets/x.ts', "import x from 'left-pad';", /left-pad is not in the table/],
    [
      'evidence/attestation/x.ts',
      "import { json } from '../../reports/json.ts';",
      /evidence\/attestation may import nothing of the project only/,
    ],
    ['cli/x.ts', "import { test } from 'vitest';", /vitest is for vitest only/],
    ['suites/x.ts', "await fetch('http://x');", /has fetch: it is for wire/],
    ['suites/x.ts', 'const now = Date.now;', /has Date.now: it is for main/],
    ['suites/x.ts', 'const now = new Date();', /has new Date\(\)/],
    ['suites/x.ts', 'const luck = Math.random();', /has Math.random/],
    ['elsewhere/x.ts', '', /in no folder of ARCHITECTURE.md/],
    ['spec/x.ts', '\n'.repeat(251), /has more than 250 lines: it is for spec/],
  ])('%s: %s', (file, text, sentence) => {
    const [first, ...more] = found(file, text);
    expect(first).toMatch(sentence);
    expect(first).toContain(file);
    expect(more).toEqual([]);
  });

  test.each([
    ['verdicts/x.ts', "import type { Level } from '../spec/requirements.ts';"],
    ['engine/fixtures/x.ts', "import { y } from '../judge/y.ts';"],
    ['suites/conformance.test.ts', "import { test } from 'vitest'; import { z } from '../main/settings/config.ts';"],
    ['vitest/x.ts', "import { test } from 'vitest'; import { z } from '../main/settings/config.ts';"],
    ['test/x.ts', "import { y } from '../generators/y.ts'; Math.random();"],
    ['suites/x.ts', 'const then = new Date(0); const answer = { fetch: then };'],
  ])('and nothing else: %s: %s', (file, text) => {
    expect(found(file, text)).toEqual([]);
  });
});
