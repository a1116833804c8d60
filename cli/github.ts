import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../main/baseline.ts';
import { annotations } from '../reports/annotations.ts';
import { reports } from '../reports/index.ts';
import type { Result } from '../verdicts/result.ts';
import type { Io } from './io.ts';

/** The longest summary of a step that GitHub shows, in bytes. */
const longest = 1024 * 1024;

/** In a job of GitHub Actions: annotations for failures, and `report.md` as the summary of the step. */
export function tellGithub(
  result: Result,
  { counting, excused }: Pick<Decision, 'counting' | 'excused'>,
  { folder, io }: { readonly folder: string; readonly io: Io },
): void {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY: summary } = io.env;
  if (GITHUB_ACTIONS !== 'true') return;
  for (const line of annotations(result, (id) => counting.has(id) && !excused.has(id))) io.out(`${line}\n`);
  if (summary === undefined || summary === '') return;
  try {
    const text = readFileSync(join(folder, reports.markdown.file));
    const size = statSync(summary, { throwIfNoEntry: false })?.size ?? 0;
    if (size + text.length <= longest) appendFileSync(summary, text);
  } catch (error) {
    // the verdict stands in the reports in any case
    io.err(
      `evs-conformance: cannot write the summary of the step: ${error instanceof Error ? error.message : error}\n`,
    );
  }
}
