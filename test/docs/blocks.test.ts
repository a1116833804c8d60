import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseSync } from 'oxc-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readBaseline } from '../../main/baseline-file.ts';
import { readCampaign } from '../../main/campaign/file.ts';
import * as library from '../../main/library.ts';
import { readConfigFile } from '../../main/settings/config-file.ts';
import { readVolumes } from '../../main/settings/volumes.ts';
import { packageVersion } from '../../main/version.ts';
import * as asTests from '../../vitest/vitest.ts';
import { flagsOf, ownLines } from '../command-lines.ts';
import { type CodeBlock, codeBlocks, textOf, userPages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'evs-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** The path of a file with this text. */
function fileOf({ text, language }: CodeBlock): string {
  const path = join(folder, `${++files}.${language}`);
  writeFileSync(path, text);
  return path;
}

const of = (...languages: readonly string[]) => codeBlocks.filter(({ language }) => languages.includes(language));
const named = (blocks: readonly CodeBlock[]) =>
  blocks.map((block) => [block.page, block.text.slice(0, 60), block] as const);

test('every block says which language it is in', () => {
  expect(codeBlocks.length).toBeGreaterThan(50);
  const known = ['sh', 'js', 'json', 'yaml', 'text'];
  expect(codeBlocks.filter(({ language }) => !known.includes(language))).toEqual([]);
});

describe('commands', () => {
  test.each(named(of('sh')))('%s: %s', (_page, _begin, { text }) => {
    const scripts = Object.keys((JSON.parse(textOf('package.json')) as { readonly scripts: object }).scripts);
    for (const [, script = ''] of text.matchAll(/npm (?:run )?((?!ci|install|run)[\w:]+)/g))
      expect(scripts).toContain(script);
    for (const line of ownLines(text)) expect(() => flagsOf(line), line.join(' ')).not.toThrow();
  });

  test('a wrong flag would be told', () => {
    expect(() => ownLines('npx evs-conformance run --taget x').map(flagsOf)).toThrow(/did you mean --target/);
  });

  test('are called from the package, and by its version where one is named', () => {
    for (const page of userPages) {
      expect(textOf(page), page).not.toContain('dist/cli/main.js');
      for (const [, version] of textOf(page).matchAll(/evs-conformance[@:]v?(\d+\.\d+\.\d+)/g))
        expect(version, page).toBe(packageVersion());
    }
  });
});

describe('JSON', () => {
  test.each(named(of('json')))('%s: %s', (page, _begin, block) => {
    const found = JSON.parse(block.text) as { readonly volumes?: { readonly kind: string } };
    if (page.endsWith('hook.md')) return; // made from the protocol itself
    const file = fileOf(block);
    const { volumes, maxGb } = readConfigFile(file);
    expect(readVolumes(volumes, { file, maxGb, project: '0f3b', env: {} })).toMatchObject({
      kind: found.volumes?.kind,
    });
  });
});

describe('YAML', () => {
  test.each(named(of('yaml')))('%s: %s', async (_page, _begin, block) => {
    await expect(kindOf(block)).resolves.toBeDefined();
  });

  test('of a workflow with a mistake is told', async () => {
    const text = 'on: [push]\njobs:\n  a:\n    runs-onn: x\n    steps: []\n';
    await expect(kindOf({ page: '', language: 'yaml', text })).rejects.toThrow();
  });

  /** What a block is, once its own reader has taken it. */
  async function kindOf(block: CodeBlock): Promise<string> {
    const { text } = block;
    const found = parse(text) as Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
    if (Array.isArray(found)) {
      if (found[0]?.expires === undefined)
        return workflow(`on: [push]\njobs:\n  a:\n    runs-on: x\n    steps:\n${text.replaceAll(/^/gm, '      ')}`);
      readBaseline(fileOf(block));
      return 'baseline';
    }
    const keys = Object.keys(found);
    if (keys.includes('jobs')) return workflow(text);
    if (keys.includes('targets')) {
      readCampaign(fileOf(block));
      return 'matrix';
    }
    if (keys.includes('target')) {
      readConfigFile(fileOf(block));
      return 'config';
    }
    // GitLab's: test/distribution.test.ts holds the component's inputs against its template
    for (const line of ownLines(text)) flagsOf(line);
    expect(keys.some((key) => ['include', 'conformance'].includes(key))).toBe(true);
    return 'gitlab';
  }

  /** As GitHub's own parser has it; inputs of the action are those of its manifest, and lines of a script are commands. */
  async function workflow(content: string): Promise<string> {
    const { context, value } = parseWorkflow({ name: 'x.yml', content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
    if (value === undefined) throw new Error('there is no workflow');
    expect((await convertWorkflowTemplate(context, value)).errors).toBeUndefined();
    const { inputs } = parse(textOf('action.yml')) as { readonly inputs: object };
    const { jobs } = parse(content) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Readonly<Record<string, object>>[] }>>;
    };
    for (const { uses, with: given = {} } of Object.values(jobs).flatMap(({ steps }) => steps))
      if (String(uses).startsWith('your-org/evs-conformance@'))
        for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name);
    for (const line of ownLines(content)) flagsOf(line);
    return 'workflow';
  }
});

describe('JavaScript', () => {
  const modules: Readonly<Record<string, object>> = {
    'evs-conformance': library,
    'evs-conformance/vitest': asTests,
  };

  test.each(named(of('js')))('%s: %s', (_page, _begin, { text }) => {
    const { errors, module } = parseSync('example.mjs', text);
    expect(errors).toEqual([]);
    for (const { moduleRequest, entries } of module.staticImports) {
      const found = modules[moduleRequest.value];
      if (found !== undefined)
        for (const { importName } of entries) expect(Object.keys(found)).toContain(importName.name);
    }
  });
});
