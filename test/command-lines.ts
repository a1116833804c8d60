import { parse as parseFlags } from '../cli/args.ts';
import { commandNames, commands } from '../cli/commands.ts';

/** Our own command lines among those of a shell: words, quotes taken off; `$((…))` counts as one of them. */
export function commandLines(script: string): readonly (readonly string[])[] {
  return [...script.matchAll(/(?:node dist\/cli\/main\.js|evs-conformance) (.*)/g)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );
}

/** The same for the blocks of a page: without comments, versions and continued lines. */
export const ownLines = (script: string): readonly (readonly string[])[] =>
  commandLines(
    script
      .replaceAll(/ \\\n +/g, ' ')
      .replaceAll(/ +(?:#|\/\/).*$/gm, '')
      .replaceAll(/ &$/gm, '')
      // what is only a text of ours
      .replaceAll(/'evs-conformance [^']*'/g, '')
      .replaceAll(/evs-conformance[@:][\d.]+ /g, 'evs-conformance ')
      .replaceAll("'", '"'),
  );

/** Throws where the command line has a command or a flag that there is not. */
export function flagsOf([name, ...rest]: readonly string[]) {
  const known = commandNames.find((one) => one === name);
  if (known === undefined) throw new Error(`there is no command ${name}`);
  return { name: known, ...parseFlags(commands[known].options, rest) };
}
