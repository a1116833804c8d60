import type { CommandName } from '../../cli/commands.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import type { Class } from '../../verdicts/result.ts';
import { code, referencePage, table } from './markdown.ts';

type Meanings = readonly [zero: string, one: string, two: string];

const { conformant, 'non-conformant': failing, incomplete, broken } = exitCodes;

const verdicts = {
  conformant: 'every MUST holds',
  'non-conformant': 'a MUST fails',
  incomplete: 'a MUST could not be judged, or not every requirement was selected',
  broken: 'there was no run',
} as const satisfies Record<Class, string>;

/** The first three codes of each command, in words; nothing where it never ends so. The fourth is the same for all. */
const commandCodes = {
  run: [
    'conformant; with `--plan`, the plan is printed',
    'non-conformant, by `--fail-on` and `--baseline`',
    'incomplete',
  ],
  doctor: ['the set-up works', 'the target does not answer as the page says', 'not every part could be told'],
  merge: ['as the merged runs: conformant', 'non-conformant', 'incomplete'],
  sweep: ['nothing is left', '', 'something could not be returned'],
  init: ['the file is written', '', ''],
  derive: ['all pages are derived; with `--check`, nothing differs', 'with `--check`: something differs', ''],
  diff: ['no verdict can change', 'a verdict can change', ''],
  verify: ['the report follows from its transcript, whatever its verdict', 'it does not', ''],
  replay: ['no counterexample shows any more', 'one still shows', 'none shows, and some could not be told'],
  list: ['printed', '', ''],
  explain: ['printed', '', ''],
  backend: ['stopped by Ctrl-C', '', ''],
} as const satisfies Record<CommandName, Meanings>;

/** What each command ends with. */
export function exitCodesPage(): string {
  return referencePage('Exit codes', [
    'Exit codes 0, 1 and 2 of a run are verdicts. Nothing else ends with them.',
    table(
      ['verdict', 'exit', 'when'],
      Object.entries(verdicts).map(([verdict, when]) => [code(verdict), String(exitCodes[verdict as Class]), when]),
    ),
    `Code ${broken} has the same meaning for every command: it could not do its work. The command line or a file is wrong, the target cannot be reached, the set-up is at fault, a disk is full, an output cannot be written, or the suite itself has a bug. The message says which, and what to do. Volumes are returned first.`,
    '## By command',
    table(
      ['command', String(conformant), String(failing), String(incomplete)],
      Object.entries(commandCodes).map(([name, meanings]) => [`[${code(name)}](command-line.md#${name})`, ...meanings]),
    ),
    'Of several contracts or a matrix file, the code is the first of 1, 3, 2, 0 that a run has.',
  ]);
}
