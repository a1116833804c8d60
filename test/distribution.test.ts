import { readFileSync } from 'node:fs';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { type Option, runOptions } from '../main/settings/options.ts';
import { packageVersion } from '../main/version.ts';
import { commandLines, flagsOf } from './command-lines.ts';

const text = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const version = packageVersion();

describe('the image', () => {
  const dockerfile = text('Dockerfile');
  const ofLast = (instruction: string) =>
    [...dockerfile.slice(dockerfile.lastIndexOf('\nFROM')).matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(
      ([, rest]) => rest,
    );

  test('is built by what the linter takes for a Dockerfile', () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate(dockerfile.replace('WORKDIR', 'WORKDRI'))).not.toEqual([]);
  });

  test('has no root, a folder of its own to write to, and nothing of the build but the package', () => {
    expect(ofLast('USER')).toEqual(['1000:1000']);
    expect(ofLast('WORKDIR')).toEqual(['/work']);
    expect(ofLast('COPY')).toEqual(['--from=build /package /opt/evs-conformance']);
    expect(ofLast('ENTRYPOINT')).toEqual(['["evs-conformance"]']);
    expect(dockerfile).toMatch(/npm ci --prefix \/package --omit=dev/);
  });

  test('is built from no folder that is not committed', () => {
    expect(text('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '**/node_modules', 'dist']));
  });
});

interface Component {
  readonly spec: {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  };
}
interface GitLabJob {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly when: string };
}
interface GitLabIncluding {
  readonly include: readonly { readonly component: string; readonly inputs: Readonly<Record<string, string>> }[];
}

describe('the GitLab component', () => {
  const source = text('templates/evs-conformance.yml');
  const [header, body] = parseAllDocuments(source).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
  const { inputs } = (header as Component).spec;
  const jobs = Object.values(body as Readonly<Record<string, GitLabJob>>);

  test('uses every input that it has, and no other', () => {
    const used = [...source.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
    for (const { description, default: usual } of Object.values(inputs))
      expect([typeof description, typeof usual]).toEqual(['string', 'string']);
    expect(inputs.package?.default).toBe(`evs-conformance@${version}`);
  });

  test('calls run with flags that there are, each from the variable of its input', () => {
    const [{ variables = {}, script = [], artifacts } = {} as Partial<GitLabJob>] = jobs;
    const command = script.find((line) => line.startsWith('evs-conformance')) ?? '';
    const given = [...command.matchAll(/\$\{(\w+):\+"--([\w-]+)=\$(\w+)"\}/g)];
    expect(given).toHaveLength(Object.keys(variables).length);
    for (const [, condition = '', flag = '', value] of given) {
      expect(value).toBe(condition);
      expect(variables[condition]).toBe(`$[[ inputs.${flag} ]]`);
    }
    const plain = command.replaceAll(/\$\{\w+:\+"([^"]*)"\}/g, '$1').replace('$[[ inputs.flags ]]', '--smoke');
    const filled = plain.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => inputs[name]?.default ?? '');
    const [line = []] = commandLines(
      filled.replace('$CONFORMANCE_MAX_GB', '200').replaceAll('="', '=').replaceAll('"', ''),
    );
    expect(flagsOf(line).values).toMatchObject({ 'max-gb': 200, 'fail-on': 'must', report: 'conformance-report' });
    expect(artifacts?.when).toBe('always');
  });

  test('its inputs that are flags are called like these', () => {
    const own = ['job', 'stage', 'image', 'package', 'flags'];
    for (const name of Object.keys(inputs)) if (!own.includes(name)) expect(Object.keys(runOptions)).toContain(name);
  });

  test('the example includes it, with inputs that it has and flags that there are', () => {
    const { include } = parse(text('examples/gitlab/.gitlab-ci.yml')) as GitLabIncluding;
    for (const { component, inputs: given } of include) {
      expect(component).toMatch(new RegExp(`/evs-conformance/evs-conformance@${version.replaceAll('.', '\\.')}$`));
      for (const [name, value] of Object.entries(given)) {
        expect(Object.keys(inputs)).toContain(name);
        expect(typeof value).toBe('string');
      }
      expect(() => flagsOf(['run', ...(given.flags ?? '').split(' ')])).not.toThrow();
    }
  });
});

interface UsingWorkflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[] }
    >
  >;
}

describe('workflows that use the action', () => {
  const { inputs } = parse(text('action.yml')) as { readonly inputs: Readonly<Record<string, unknown>> };
  const steps = (path: string) =>
    Object.values((parse(text(path)) as UsingWorkflow).jobs)
      .flatMap((job) => job.steps)
      .filter(({ uses = '' }) => uses === './' || uses.startsWith('your-org/evs-conformance@'));

  test('the example is one, as GitHub’s own parser has it', async () => {
    const content = text('examples/github/conformance.yml');
    const { context, value } = parseWorkflow({ name: 'conformance.yml', content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors()).toEqual([]);
    if (value === undefined) throw new Error('there is no workflow');
    expect((await convertWorkflowTemplate(context, value)).errors).toBeUndefined();
  });

  test.each(['examples/github/conformance.yml', '.github/workflows/action.yml'])(
    '%s uses it twice, with inputs that it has, of the kind that they are',
    (path) => {
      const used = steps(path);
      expect(used).toHaveLength(2);
      for (const { uses = '', with: given = {} } of used) {
        if (uses !== './') expect(uses).toBe(`your-org/evs-conformance@v${version}`);
        for (const [name, value] of Object.entries(given)) {
          expect(Object.keys(inputs)).toContain(name);
          const { kind } = (runOptions as Readonly<Record<string, Option>>)[name] ?? {};
          if (kind === 'switch' || kind === 'integer')
            expect(typeof value, name).toBe(kind === 'switch' ? 'boolean' : 'number');
        }
      }
    },
  );
});

describe('what is published', () => {
  interface PublishedManifest {
    readonly private?: boolean;
    readonly files: readonly string[];
    readonly keywords: readonly string[];
    readonly repository: { readonly url: string };
    readonly engines: { readonly node: string };
    readonly scripts: Readonly<Record<string, string>>;
  }
  const manifest = JSON.parse(text('package.json')) as PublishedManifest;

  test('may be, and says where it comes from and what it needs', () => {
    expect(manifest.private).toBeUndefined();
    expect(manifest.repository.url).toMatch(/^git\+https:\/\/.*\.git$/);
    expect(manifest.keywords.length).toBeGreaterThan(3);
    expect(manifest.engines.node).toBe('>=20.19.0');
    expect(Object.keys(manifest.scripts).filter((name) => /install|prepare$/.test(name))).toEqual([]);
  });

  test('is without the matrix of trials, and with what is told of it', () => {
    expect(manifest.files).toContain('selftest/trials.json');
    expect(manifest.files.filter((one) => one.includes('matrix'))).toEqual([]);
  });

  test('is called by its version wherever it is named', () => {
    const pages = ['templates/evs-conformance.yml', 'examples/github/conformance.yml'];
    for (const page of pages)
      for (const [, named] of text(page).matchAll(/evs-conformance[@:]v?(\d+\.\d+\.\d+)/g))
        expect(named, page).toBe(version);
  });

  test('is released with its provenance, by the tag of its version', () => {
    const release = text('.github/workflows/release.yml');
    expect(release).toContain('npm publish --provenance --access public');
    expect(release).toContain('id-token: write');
    expect(text('.github/workflows/image.yml')).toContain('provenance: mode=max');
  });
});
