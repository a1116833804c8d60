import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runTasks } from './crew.ts';
import { faultsOf } from './judge.ts';
import { subjectOf, subjects } from './subjects.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    first: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    only: { type: 'string' },
    kind: { type: 'string' },
  },
});
const wanted = values.only?.split(',');
const chosen = subjects.filter(
  (subject) => (wanted === undefined || wanted.includes(subject.id)) && (values.kind ?? subject.kind) === subject.kind,
);
const first = Number(values.first);
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => first + at);
const tasks = seeds.flatMap((seed) =>
  chosen.map(({ id }) => ({
    subject: id,
    extent: { seed, runs: Number(values.runs), extensions: 12, concurrency: 12 },
  })),
);
const threads = values.kind === 'degenerate' ? 8 : availableParallelism();
let done = 0;
let wrong = 0;
const after: number[] = [];
await runTasks(tasks, threads, (trial) => {
  done += 1;
  const subject = subjectOf(trial.subject);
  const found = faultsOf(subject, trial);
  if (subject.owner !== null) after.push(trial.foundAfter[subject.owner] ?? Number.POSITIVE_INFINITY);
  const open = Object.entries(trial.reasons);
  if (subject.kind === 'variant' && open.length > 0)
    process.stdout.write(`${subject.id}: ${open.map((one) => one.join(': ')).join('\n    ')}\n`);
  if (found.length === 0) return;
  wrong += 1;
  process.stdout.write(`${trial.subject} seed ${trial.seed}:\n${found.map((one) => `  ${one}\n`).join('')}`);
});
after.sort((a, b) => a - b);
process.stdout.write(
  `${done} trials, ${wrong} wrong; found after: median ${after[after.length >> 1]}, p90 ${after[Math.floor(after.length * 0.9)]}\n`,
);
