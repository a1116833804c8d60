import type { Values } from '../main/settings/options.ts';
import type { Settings } from '../main/settings/settings.ts';
import { replayOptions } from '../main/settings/target-options.ts';
import { UsageError } from '../main/settings/usage.ts';
import { readProject, readUrl } from '../main/settings/values.ts';
import { NoTarget } from '../main/settings/without-target.ts';
import { word } from '../main/shell-word.ts';
import { shown } from '../reports/text.ts';
import type { Result } from '../verdicts/result.ts';

type ReportTarget = Result['target'];
type Flags = Values<typeof replayOptions>;
/** Flags by their names. */
export type Typed = Readonly<Record<string, unknown>>;

/** The place to which counterexamples are sent again. */
interface Asked {
  readonly settings: Settings;
  /** A remark about it, because it is not always the report's own target. Empty if it goes without saying. */
  readonly says: string;
}

/**
 * Finds the place to which the counterexamples of a report are sent again. It comes from the settings, and never from
 * the report alone, because anybody can have written that.
 *
 * @throws UsageError if nobody has named the service of the report, with the command that does
 */
export function whereAsked(folder: string, of: ReportTarget, settings: Settings | NoTarget, flags: Flags): Asked {
  const isUnnamed = settings instanceof NoTarget || (settings.target ?? settings.fault) === undefined;
  if (isUnnamed && !of.reference) throw unnamed(folder, of, flags);
  if (settings instanceof NoTarget) throw settings;
  return { settings, says: saying(of, settings) };
}

function saying(of: ReportTarget, { target, fault }: Settings): string {
  const reference = `the reference backend${fault === undefined ? '' : ` with the fault ${fault}`}`;
  const asked = target === undefined ? reference : placeOf(target);
  if (of.reference && target === undefined)
    return `the report is of the reference backend, and the replay is sent there too: ${reference}\n`;
  const told = of.reference ? 'the reference backend' : placeOf(of);
  // a report without any request of the operation names no project
  const isSame =
    target !== undefined && !of.reference && asked === placeOf({ ...of, project: of.project ?? target.project });
  return isSame ? '' : `the report is of ${shown(told)}, and the replay is sent to another target: ${shown(asked)}\n`;
}

const placeOf = ({ url, project }: Pick<ReportTarget, 'url' | 'project'>): string =>
  project === null ? url : `${url}, project ${project}`;

function unnamed(folder: string, of: ReportTarget, flags: Flags): UsageError {
  return new UsageError(
    `nothing was sent: only the report names the target, and anybody can edit a report. If the target is yours, set its credentials, then:\n${commandFor(folder, of, flags)}`,
  );
}

/** The longest URL that a command repeats, in characters. */
const longestUrl = 2_000;

/**
 * The command that asks the target of a report: the flags as typed, completed from the report where that is possible.
 */
export function commandFor(folder: string, of: ReportTarget, typed: Flags): string {
  const url = of.url.length > longestUrl ? '' : of.url;
  const all = {
    target: readable(() => readUrl('target', url, 'no query')) ?? 'URL',
    project: readable(() => readProject('project', of.project ?? '')) ?? 'ID',
    // no report says how its volumes are obtained
    ...(typed.config === undefined ? { states: 'URL' } : {}),
    ...typed,
  };
  const only = typed.only === undefined ? [] : wordsOf({ only: typed.only });
  return `npx evs-conformance replay ${[word(folder), ...flagWords(all), ...only].join(' ')}`;
}

/**
 * Flags as they were typed, in a shell's words: those that a replay takes as well, except for the selection of
 * counterexamples. No secret.
 */
export function flagWords(typed: Typed): readonly string[] {
  const { only: _, token: __, help: ___, ...kept } = replayOptions;
  const isKept = ([name, value]: readonly [string, unknown]): boolean =>
    Object.hasOwn(kept, name) && value !== undefined;
  return wordsOf(Object.fromEntries(Object.entries(typed).filter(isKept)));
}

function wordsOf(flags: Typed): readonly string[] {
  return Object.entries(flags).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : String(value);
    // a value that begins like a flag has to be joined to its own flag
    return text.startsWith('-') ? `--${name}=${word(text)}` : `--${name} ${word(text)}`;
  });
}

function readable(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
