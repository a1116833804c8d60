import { subjectOf } from './subjects.ts';
import { runTrial } from './trial.ts';

// one trial in a process of its own; prints the peak of its memory, in MB
await runTrial(subjectOf(process.argv[2] ?? ''), { seed: 1, runs: 20, extensions: 12, concurrency: 12 });
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
