import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../spec/root.ts';
import { areas } from './areas.ts';
import { makeCopies } from './copies.ts';
import { openCrew } from './crew.ts';
import { readExplanations, unsettled } from './explanations.ts';
import { entryOf, type Fate, type MutationLedger, retried, sha256 } from './ledger.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { report } from './report.ts';
import { proveArea, runArea } from './run.ts';
import { sampleOf } from './sample.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: 'suites/extend-volume,engine/judge,generators,verdicts' },
    sample: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    /** Unit tests and types alone. */
    quick: { type: 'boolean', default: false },
    /** Only survivors of the last run, in unchanged files. */
    survivors: { type: 'boolean', default: false },
    /** Tries nothing: only writes the report. */
    report: { type: 'boolean', default: false },
  },
});

const project = packageRoot();
const own = join(project, 'selftest', 'mutation');
const ledgerFile = join(own, 'ledger.json');
const sample = values.all ? 'all' : Number(values.sample);
const seed = Number(values.seed);
const paths = values.files.split(',');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

let ledger: MutationLedger = existsSync(ledgerFile)
  ? (JSON.parse(readFileSync(ledgerFile, 'utf8')) as MutationLedger)
  : { files: {} };

if (!values.report) await tryEverything();
const explanations = readExplanations(join(own, 'survivors.json'));
writeFileSync(join(project, 'selftest', 'mutation.md'), report(ledger, explanations));
const open = unsettled(ledger, explanations);
for (const line of open) say(line);
process.exitCode = open.length > 0 ? 1 : 0;

async function tryEverything(): Promise<void> {
  const copies = makeCopies(project, 8);
  const crew = openCrew(copies.top);
  const leave = (): void => {
    crew.close();
    copies.remove();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      leave();
      process.exit(1);
    });
  }
  try {
    for (const area of areas) {
      const chosen = chosenOf(area.folder);
      if (chosen.length === 0) continue;
      const fates = new Map<Mutant, Fate>();
      const told = (mutant: Mutant, fate: Fate): void => {
        fates.set(mutant, fate);
        const count = `${fates.size}/${chosen.length}`;
        say(`${count} ${fate}${fate === 'survived' ? `: ${mutant.file}:${mutant.line}: ${mutant.key}` : ''}`);
      };
      const tools = { copies, crew, quick: values.quick, told };
      say(`${area.folder}: ${chosen.length} mutants`);
      await proveArea(area, tools);
      await runArea(area, chosen, tools);
      record(chosen, fates);
    }
  } finally {
    leave();
  }
}

/** The folder of a file's area: the longest one above it. */
function areaOf(file: string): string | undefined {
  const around = areas.map(({ folder }) => folder).filter((folder) => file.startsWith(`${folder}/`));
  return around.sort((one, other) => other.length - one.length)[0];
}

/** The mutants of a folder that are to be tried. */
function chosenOf(folder: string): readonly Mutant[] {
  const files = readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => areaOf(file) === folder)
    .filter((file) => paths.some((path) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`)))
    .sort();
  const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(join(project, file), 'utf8')));
  const chosen = sample === 'all' ? mutants : sampleOf(mutants, sample, seed);
  return values.survivors ? chosen.filter(isOpen) : chosen;
}

/** Whether a mutant survived the last time, or its file has changed since. */
function isOpen({ file, key }: Mutant): boolean {
  const entry = ledger.files[file];
  if (entry?.sha256 !== sha256(readFileSync(join(project, file), 'utf8'))) return true;
  return [...entry.survived, ...entry.late].some((one) => one.key === key);
}

function record(chosen: readonly Mutant[], fates: ReadonlyMap<Mutant, Fate>): void {
  const files = { ...ledger.files };
  for (const file of new Set(chosen.map((mutant) => mutant.file))) {
    const text = readFileSync(join(project, file), 'utf8');
    const entry = entryOf(text, mutantsOf(file, text).length, new Map([...fates].filter(([one]) => one.file === file)));
    const before = files[file];
    const isRetry = values.survivors && before !== undefined && before.sha256 === entry.sha256;
    files[file] = isRetry ? retried(before, entry) : entry;
  }
  ledger = { files };
  writeFileSync(ledgerFile, `${JSON.stringify(ledger, null, 1)}\n`);
}
