import type { Option } from '../main/settings/options.ts';
import { type Command, commandNames, commands } from './commands.ts';

/** `evs-conformance --help`: the commands, examples, exit codes, secrets. Fits a screen. */
export function generalHelp(): string {
  const width = Math.max(...commandNames.map((name) => commands[name].usage.length));
  return [
    'Certifies that a service extends or deletes cloud volumes as the vendor’s API page says.',
    '',
    'Usage: evs-conformance COMMAND [flags]',
    '',
    ...commandNames.map((name) => `  ${commands[name].usage.padEnd(width)}  ${commands[name].what}`),
    `  ${'help COMMAND'.padEnd(width)}  the flags of a command; also COMMAND --help`,
    `  ${'--version'.padEnd(width)}  the version`,
    '',
    'Examples:',
    ...commandNames.flatMap((name) => commands[name].examples.slice(0, 1).map((one) => `  ${one}`)),
    '',
    'Exit codes: 0 conformant, 1 non-conformant, 2 incomplete, 3 could not run.',
    'Secrets come from EVS_TOKEN, EVS_PASSWORD, EVS_AK and EVS_SK, or from files; they never appear in a report.',
    '',
  ].join('\n');
}

/** `evs-conformance COMMAND --help`, printed from the table of the command's flags. */
export function commandHelp(command: Command): string {
  const flags = Object.entries(command.options)
    // a reader of this text knows --help
    .filter(([name, option]) => name !== 'help' && option.with === undefined)
    .map(([name, option]) => ({ left: flag(name, option), option }));
  const width = Math.max(...flags.map(({ left }) => left.length));
  return [
    `Usage: evs-conformance ${command.usage}`,
    `  ${command.what}`,
    '',
    ...flags.map(({ left, option: { what, env } }) => `  ${left.padEnd(width)}  ${what}${env ? ` [${env}]` : ''}`),
    ...(flags.length > 0 ? [''] : []),
    ...valuesOf(command),
    ...examplesOf(command),
    '',
  ].join('\n');
}

function valuesOf({ values }: Command): readonly string[] {
  if (values === undefined) return [];
  const [heading, rows] = values;
  const width = Math.max(...rows.map(([value]) => value.length));
  return [`${heading}:`, ...rows.map(([value, meaning]) => `  ${value.padEnd(width)}  ${meaning}`), ''];
}

/** Examples with news: the bare command has none, unless it has no flags. A single example stands on one line. */
function examplesOf({ examples, options }: Command): readonly string[] {
  const telling = examples.filter((one) => Object.keys(options).length === 1 || !/^evs-conformance \S+$/.test(one));
  if (telling.length <= 1) return telling.map((one) => `Example: ${one}`);
  return ['Examples:', ...telling.map((one) => `  ${one}`)];
}

function flag(name: string, { short, placeholder }: Option): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`;
}
