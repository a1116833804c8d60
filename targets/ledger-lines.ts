import type { LedgerLine } from './ledger.ts';

/** What a ledger's file says to be out. */
export interface Outstanding {
  /** Obtained, and not given back: the line that says so. */
  readonly volumes: readonly LedgerLine[];
  /** Names under which volumes were being created, and of which nothing more is said. */
  readonly names: readonly LedgerLine[];
  /** Volumes that there may be, of which neither id nor name is known. */
  readonly unknown: readonly LedgerLine[];
  /** Lines, counted from one, that cannot be read: of a run that was killed while it wrote, or of somebody else. */
  readonly unreadable: readonly number[];
}

/** Reads the text of a ledger, of one run or of several, to its balance. */
export function readLedger(text: string): Outstanding {
  const volumes = new Map<string, LedgerLine>();
  const names = new Map<string, LedgerLine>();
  const named = new Set<string>();
  const unknown: LedgerLine[] = [];
  const unreadable: number[] = [];
  for (const [at, one] of text.split('\n').entries()) {
    if (one.trim() === '') continue;
    const line = parse(one);
    if (line === undefined) {
      unreadable.push(at + 1);
      continue;
    }
    const { event, name, volume_id: id, project_id: project } = line;
    // some services number the volumes of each project from 1
    const key = JSON.stringify([project, id]);
    if (name !== undefined) {
      named.add(name);
      if (event === 'creating') names.set(name, line);
      else names.delete(name);
    }
    // a volume keeps the line that says where it came from
    if (id !== undefined && (event === 'obtained' || event === 'left'))
      volumes.set(key, { ...volumes.get(key), ...line });
    if (id !== undefined && event === 'returned') volumes.delete(key);
    if (event === 'unknown') unknown.push(line);
  }
  // where names are given, the name stands for what may be there
  const nameless = unknown.filter(({ reason = '' }) => ![...named].some((name) => reason.includes(name)));
  return { volumes: [...volumes.values()], names: [...names.values()], unknown: nameless, unreadable };
}

const events: ReadonlySet<unknown> = new Set<LedgerLine['event']>([
  'creating',
  'not-created',
  'obtained',
  'returned',
  'left',
  'unknown',
]);

function parse(text: string): LedgerLine | undefined {
  try {
    const line = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    if (line === null || !events.has(line.event)) return undefined;
    const { project_id: project, volume_id: id, name } = line;
    const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
    const fits = line.event === 'unknown' || (isText(project) && (isText(id) || isText(name)));
    // every member that is read is checked here, which no type can follow
    return fits ? (line as unknown as LedgerLine) : undefined;
  } catch {
    return undefined;
  }
}
