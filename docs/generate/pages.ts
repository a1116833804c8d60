import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../spec/root.ts';
import { commandLine } from './command-line.ts';
import { configuration } from './configuration.ts';
import { exitCodesPage } from './exit-codes.ts';
import { hookPage } from './hook.ts';
import { referencePage, table } from './markdown.ts';
import { plans } from './plans.ts';
import { reportPage } from './report.ts';
import { requirementsPage } from './requirements.ts';

const reference = [
  ['command-line', 'every command, flag and environment variable', commandLine],
  [
    'configuration',
    'every setting of the config file, the matrix file and the list of expected failures',
    configuration,
  ],
  ['hook', 'the two messages of the state hook', hookPage],
  ['requirements', 'every requirement, with its level and its place on the page', requirementsPage],
  ['report', 'every member of `report.json`', reportPage],
  ['exit-codes', 'what each command ends with', exitCodesPage],
] as const;

/** The pages of the reference, by their paths in the project. */
export function referencePages(): ReadonlyMap<string, string> {
  const rows = reference.map(([name, what]) => [`[${name}](${name}.md)`, what]);
  return new Map([
    ['docs/reference/README.md', referencePage('Reference', [table(['page', 'what it has'], rows)])],
    ...reference.map(([name, , page]) => [`docs/reference/${name}.md`, page()] as const),
  ]);
}

/** The pages that say what a run takes, between two comments. */
export async function pagesWithPlans(): Promise<ReadonlyMap<string, string>> {
  const { usual, budgets } = await plans();
  return new Map([
    ['README.md', withPart('README.md', 'plan', usual)],
    ['README.zh-CN.md', withPart('README.zh-CN.md', 'plan', usual)],
    ['docs/guides/cost.md', withPart('docs/guides/cost.md', 'what runs take', budgets)],
  ]);
}

/** The file with what stands between the two comments made anew. Throws where it has no such comments. */
function withPart(path: string, name: string, text: string): string {
  const page = readFileSync(join(packageRoot(), path), 'utf8');
  const [begin, end] = [`<!-- generated: ${name} -->\n`, '\n<!-- end -->'];
  const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
  if (from < begin.length || to < from - 1) throw new Error(`${path} has no part ${name}`);
  return page.slice(0, from) + text + page.slice(to);
}
