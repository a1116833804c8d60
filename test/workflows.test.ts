import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const github = fileURLToPath(new URL('../.github', import.meta.url));
const read = (path: string): string => readFileSync(`${github}/${path}`, 'utf8');
const scripts = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  }
).scripts;

interface GuardedWorkflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly 'timeout-minutes'?: number;
        readonly strategy?: { readonly matrix: { readonly node?: readonly number[] } };
        readonly steps: readonly { readonly run?: string }[];
      }
    >
  >;
}

const workflows = readdirSync(`${github}/workflows`);
const workflow = (name: string): GuardedWorkflow => parse(read(`workflows/${name}`)) as GuardedWorkflow;

describe.each(workflows)('%s', (name) => {
  const { permissions, concurrency, jobs } = workflow(name);
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => (run === undefined ? [] : run)),
  );

  test('is a workflow, as GitHub’s own parser has it', async () => {
    const { context, value } = parseWorkflow(
      { name, content: read(`workflows/${name}`) },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors()).toEqual([]);
    if (value === undefined) throw new Error('there is no workflow');
    const { jobs: found, errors } = await convertWorkflowTemplate(context, value);
    expect([found.map(({ id }) => String(id)), errors]).toEqual([Object.keys(jobs), undefined]);
  });

  test('writes nothing but what a tag releases', () => {
    for (const { permissions: own, if: condition = '' } of Object.values(jobs))
      if (own !== undefined) expect(condition).toBe("startsWith(github.ref, 'refs/tags/v')");
  });

  test('may only read, ends in time, and is superseded by the next push to the same branch', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(concurrency.group).toContain('github.ref');
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  test('lets no expression become part of a command, and calls scripts that there are', () => {
    for (const command of commands) {
      expect(command).not.toContain('${{');
      for (const [, script = ''] of command.matchAll(/npm run ([\w:-]+)/g))
        expect(Object.keys(scripts)).toContain(script);
    }
  });
});

test('our tests and the packed package are tried on the same three versions of Node', () => {
  const versions = ['ci.yml', 'packed.yml'].flatMap((name) =>
    Object.values(workflow(name).jobs).flatMap(({ strategy }) => (strategy?.matrix.node ? [strategy.matrix.node] : [])),
  );
  expect(versions).toEqual([
    [20, 22, 24],
    [20, 22, 24],
  ]);
});

describe('the issue forms', () => {
  interface IssueForm {
    readonly name: string;
    readonly description: string;
    readonly labels: readonly string[];
    readonly body: readonly {
      readonly type: string;
      readonly id: string;
      readonly attributes: { readonly label: string };
    }[];
  }

  test('are for a false accusation and for a missed fault, and for nothing else', () => {
    expect(readdirSync(`${github}/ISSUE_TEMPLATE`)).toEqual(['false-accusation.yml', 'missed-fault.yml']);
  });

  test.each(['false-accusation', 'missed-fault'])(
    '%s asks for what the page says, the version and the report',
    (name) => {
      const { labels, body } = parse(read(`ISSUE_TEMPLATE/${name}.yml`)) as IssueForm;
      expect(labels).toEqual([name]);
      const ids = body.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(['page', 'version', 'report']));
      for (const { type, attributes } of body) {
        expect(['input', 'textarea', 'dropdown']).toContain(type);
        expect(attributes.label).not.toBe('');
      }
    },
  );
});
