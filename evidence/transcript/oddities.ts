import { isOfCredentials } from '../../engine/guard/credentials.ts';
import { denialOf } from '../../engine/judge/denial.ts';
import { maxNotes } from '../../engine/open-run.ts';
import type { Plan } from '../../engine/plan.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { EndLine, RunLine } from './lines.ts';
import type { KeptLine } from './reader.ts';

/** The basis for checking the last line of a transcript. */
interface EndContext {
  readonly plan: Plan;
  readonly run: RunLine;
  readonly lines: readonly KeptLine[];
  /** The exchange that the run names for the end of the credentials. */
  readonly denial: Exchange | undefined;
  /** What the steps show of jobs that said SUCCESS too early, and not for long. */
  readonly passingSuccesses: readonly string[];
  readonly counts: Readonly<Record<'exchanges' | 'readings' | 'steps' | 'cases', number>>;
}

/** The statements of the last line of a transcript that contradict those before it. */
export function oddities(end: EndLine, whole: EndContext): readonly string[] {
  return [
    ...miscounted(end, whole),
    ...contradicted(end, whole),
    ...misnoted(end, whole),
    ...undenied(end, whole),
    ...unable(whole),
  ];
}

function miscounted(end: EndLine, { counts, lines }: EndContext): readonly string[] {
  const wrong = (['exchanges', 'readings', 'steps', 'cases'] as const).filter((what) => end[what] !== counts[what]);
  // what was never sent, for the run was over, is told and not counted
  const sent = lines.filter((line) => line.kind === 'exchange' && !line.isUnsent).length;
  const volumes = new Set(lines.flatMap((line) => (line.kind === 'step' ? [line.case.path.volume_id] : []))).size;
  const { requests, volumesCreated } = end.result.ledger;
  return [
    ...wrong.map((what) => `it counts ${end[what]} ${what}, but there are ${counts[what]}`),
    ...(requests < sent ? ['the ledger counts fewer requests than were sent'] : []),
    ...(volumesCreated < volumes ? ['the ledger counts fewer volumes than requests were sent to'] : []),
  ];
}

/** How a run can be cut short. */
const endings =
  /^(interrupted|budget: |stopped: |the target (is gone|answers too late|does not serve us): |the volume \S+ was handed out again |volumes are set up in project )/;

function contradicted({ circumstances, result }: EndLine, { plan, lines, run }: EndContext): readonly string[] {
  const { cut, ended, failedStart, notes, distrust } = circumstances;
  const known = new Set<string>([...plan.active, ...plan.passive].map(({ requirement }) => requirement));
  const strangers = [
    ...Object.keys(cut).filter((id) => !known.has(id)),
    // what is said of all volumes stands beside a requirement that need not be run
    ...Object.keys(notes).filter((id) => !Object.hasOwn(plan.operation.register.requirements, id)),
  ];
  const isCut = lines.some((line) => line.kind === 'case' && line.examined.kind === 'interrupted');
  const named = /^the volume (\S+) was handed out/.exec(distrust ?? '')?.[1];
  const volumes = lines.some((line) => line.kind === 'step' && line.case.path.volume_id === named);
  return [
    ...strangers.map((id) => `it reports ${id}, which was not to be run`),
    ...(ended !== null && !endings.test(ended) && !isOfCredentials(ended)
      ? ['nothing ends a run in the way that it says']
      : []),
    ...unasked(ended, run),
    ...((Object.keys(cut).length > 0 || isCut) && ended === null && failedStart === null
      ? ['cases are missing, but nothing ended the run']
      : []),
    // a run that its set-up has ended says the same twice
    ...(failedStart !== null && failedStart !== ended && lines.some((line) => line.kind === 'case')
      ? ['it says that nothing could run, but cases were judged']
      : []),
    ...(distrust !== null && !volumes ? ['it distrusts a volume that no request was sent to'] : []),
    ...(result.interrupted !== (ended === 'interrupted') ? ['it is wrong about whether the run was interrupted'] : []),
  ];
}

/** A run that stopped by a setting has to have it. */
const unasked = (ended: string | null, { failFast, maxTime }: RunLine): readonly string[] =>
  (/^stopped: .* --fail-fast /.test(ended ?? '') && !failFast) ||
  (/^stopped: .* --max-time /.test(ended ?? '') && maxTime === null)
    ? ['it was stopped by a setting that it did not have']
    : [];

/** The notes about jobs that said SUCCESS too early have to match the steps, in both directions. */
function misnoted(
  { circumstances: { notes } }: EndLine,
  { passingSuccesses: shown, plan }: EndContext,
): readonly string[] {
  const all = notes[plan.operation.roles.job] ?? [];
  const told = all.filter((note) => /^for \d+ ms a job said SUCCESS /.test(note));
  const isWhole = all.length < maxNotes;
  return [
    ...(told.some((note) => !shown.includes(note))
      ? ['it notes a SUCCESS that came too early, but no step shows it']
      : []),
    ...(isWhole && told.length < shown.length ? ['it does not note each SUCCESS that came too early'] : []),
  ];
}

/** The statements about the end of the credentials that contradict the answers. */
function undenied({ circumstances }: EndLine, { lines, denial }: EndContext): readonly string[] {
  const { ended, denial: number } = circumstances;
  const says = isOfCredentials(ended ?? '');
  if (number === null) return says ? ['no exchange says that the credentials have expired'] : [];
  const isRead = (line: KeptLine): boolean =>
    line.kind === 'reading' && line.says.kind === 'volume' && (line.exchange ?? 0) > number;
  return [
    ...(says ? [] : ['an exchange says that the credentials have expired, but nothing else does']),
    ...(denial === undefined || denialOf(denial.reply) === undefined
      ? [`the exchange ${number} does not say that the credentials have expired`]
      : []),
    // requests may be denied while look-ups are not
    ...(denial?.request.method === 'GET' && lines.some(isRead)
      ? ['volumes were read after the credentials had expired']
      : []),
  ];
}

/** Abilities that the run denies the target, although it has shown them. */
function unable({ run: { abilities }, lines }: EndContext): readonly string[] {
  const has = (kind: 'volume' | 'job'): boolean =>
    lines.some((line) => line.kind === 'reading' && line.exchange !== null && line.says.kind === kind);
  return [
    ...(!abilities.seesVolumes && has('volume') ? ['volumes were read back, but it says that they cannot be'] : []),
    ...(!abilities.seesJobs && has('job') ? ['jobs were looked up, but it says that they cannot be'] : []),
  ];
}
