import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';
import { packageRoot } from '../../spec/root.ts';
import { faultsOf } from '../judge.ts';
import { token, tokens } from '../servers/tokens.ts';
import type { TrialSubject } from '../subject.ts';
import { subjectOf } from '../subjects.ts';
import { runTrial } from '../trial.ts';

// Run in a copy of the project only: what of `npm run selftest` a mutant is tried by is written beside it.
const list = join(packageRoot(), 'trials.json');
const ids = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as readonly string[]) : [];

const conforming: TrialSubject = {
  id: 'conforming',
  kind: 'variant',
  operation: 'extend-volume',
  summary: 'is the reference backend',
  owner: null,
  mayFail: [],
  expects: 'clear',
  async start() {
    const backend = createBackend({ tokens });
    return { ...(await listen(backend)), token, remaining: () => backend.state.volumes.size };
  },
};

test.each([conforming, ...ids.map(subjectOf)])('$id', async (subject) => {
  const trial = await runTrial(subject, { seed: 1, runs: 20, extensions: 6, concurrency: 12 });
  expect(faultsOf(subject, trial)).toEqual([]);
});
