import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { Job } from 'kubernetes-models/batch/v1';
import { ConfigMap, PersistentVolumeClaim } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readCampaign } from '../main/campaign/file.ts';
import { entrySettings } from '../main/campaign/settings.ts';
import { shardOf } from '../main/campaign/shard.ts';
import { variablesIn } from '../main/settings/volumes.ts';
import { commandLines, flagsOf } from './command-lines.ts';

const path = (name: string): string => fileURLToPath(new URL(`../examples/ci-matrix/${name}`, import.meta.url));
const text = (name: string): string => readFileSync(path(name), 'utf8');
const campaign = readCampaign(path('matrix.yaml'));
const secrets = [...new Set(campaign.runs.flatMap(({ settings }) => variablesIn(settings)))].sort();

test('every entry of the matrix file can be run, once the secrets are there', () => {
  const env = Object.fromEntries(secrets.map((name) => [name, `secret-of-${name}`]));
  const flags = { report: '/nowhere', seed: 1, lang: undefined, quiet: false };
  const found = campaign.runs.map((run) => [run.name, entrySettings(run, flags, env).target?.volumes?.kind]);
  expect(found).toEqual([
    ['eu-1-extend-volume', 'evs'],
    ['eu-2-extend-volume', 'evs'],
    ['us-1-extend-volume', 'evs'],
    ['partner-extend-volume', 'evs'],
    ['reference', undefined],
  ]);
});

interface WorkflowStep {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly WorkflowStep[]; readonly strategy?: { readonly matrix: { readonly shard: number[] } } }
    >
  >;
}
interface Pod {
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly {
    readonly command?: readonly string[];
    readonly args?: readonly string[];
    readonly env?: readonly { readonly name: string; readonly valueFrom: object }[];
    readonly securityContext: object;
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  }[];
  readonly volumes: readonly { readonly name: string }[];
}
interface Manifest {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: {
    readonly completions: number;
    readonly completionMode: string;
    readonly template: { readonly spec: Pod };
  };
}

const workflow = parse(text('workflow.yml')) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const manifests = ['kubernetes.yaml', 'kubernetes-merge.yaml'].flatMap((name) =>
  parseAllDocuments(text(name)).map((document) => document.toJS() as Manifest),
);
const jobs = manifests.filter(({ kind }) => kind === 'Job');

describe('the workflow', () => {
  const parsed = (content: string) => parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());

  test('is one, as GitHub’s own parser has it', async () => {
    const { context, value } = parsed(text('workflow.yml'));
    expect(context.errors.getErrors()).toEqual([]);
    if (value === undefined) throw new Error('there is no workflow');
    const { jobs: found, errors } = await convertWorkflowTemplate(context, value);
    expect([found.map(({ id }) => String(id)), errors]).toEqual([['shard', 'merge'], undefined]);
  });

  test('and the parser would tell a mistake', () => {
    const { context } = parsed(text('workflow.yml').replace('fail-fast', 'fail-fsat'));
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([expect.stringMatching(/fail-fsat/)]);
  });

  test('gives the secrets that the matrix file names, and lets no expression become part of a command', () => {
    const given = steps.flatMap(({ env = {} }) => Object.keys(env));
    for (const name of secrets) expect(given).toContain(name);
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

describe('the manifests', () => {
  test('are what the API of Kubernetes takes', () => {
    const kinds = { Job, ConfigMap, PersistentVolumeClaim } as const;
    for (const manifest of manifests) {
      const Kind = kinds[manifest.kind as keyof typeof kinds];
      expect(() => new Kind(manifest as never).validate()).not.toThrow();
    }
    expect(manifests.map(({ kind }) => kind)).toEqual(['ConfigMap', 'PersistentVolumeClaim', 'Job', 'Job']);
    const wrong = { ...jobs[0], spec: { ...jobs[0]?.spec, completions: 'three' } };
    expect(() => new Job(wrong as never).validate()).toThrow(/completions/);
  });

  test('hold the very matrix file, and its secrets come from a Secret', () => {
    expect(manifests[0]?.data).toEqual({ 'matrix.yaml': text('matrix.yaml') });
    const env = jobs[0]?.spec.template.spec.containers[0]?.env ?? [];
    expect(env.map(({ name }) => name).sort()).toEqual(secrets);
    for (const { name, valueFrom } of env)
      expect(valueFrom).toEqual({ secretKeyRef: { name: 'evs-conformance-tokens', key: name } });
  });

  test('run as nobody in particular, write to the reports alone, and mount what they have', () => {
    for (const { spec } of jobs) {
      const pod = spec.template.spec;
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
      for (const { securityContext, volumeMounts } of pod.containers) {
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        for (const { name } of volumeMounts) expect(pod.volumes.map((volume) => volume.name)).toContain(name);
      }
    }
  });
});

describe('the command lines of the examples', () => {
  const ofSteps = steps.flatMap(({ run = '' }) => commandLines(run));
  const ofJobs = jobs.flatMap(({ spec }) =>
    spec.template.spec.containers.flatMap(({ command, args }) =>
      args === undefined ? commandLines(command?.at(-1) ?? '') : [args],
    ),
  );

  test('have commands and flags that there are', () => {
    const names = [...ofSteps, ...ofJobs].map((line) => flagsOf(line).name);
    expect(names).toEqual(['run', 'merge', 'run', 'merge']);
    expect(() => flagsOf(['run', '--shrad', '1/2'])).toThrow(/did you mean --shard/);
  });

  test('run as many shards as there are, none of them empty, and merge them all', () => {
    const shards = workflow.jobs.shard?.strategy?.matrix.shard ?? [];
    expect(shards).toEqual(shards.map((_, at) => at + 1));
    const { completions, completionMode } = jobs[0]?.spec ?? {};
    expect([completionMode, completions]).toEqual(['Indexed', shards.length]);
    expect(flagsOf(ofJobs[0] ?? []).values).toMatchObject({ shard: `$((JOB_COMPLETION_INDEX + 1))/${completions}` });
    const owners = new Set(campaign.runs.map((_, at) => shardOf(at, shards.length)));
    expect(owners.size).toBe(shards.length);
    const merged = flagsOf(ofJobs[1] ?? []);
    expect(merged.positionals).toEqual(shards.map((_, at) => `/reports/shard-${at}`));
    expect(merged.values).toEqual({ output: '/reports/all' });
  });
});
