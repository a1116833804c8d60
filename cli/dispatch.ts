import { visible } from '../reports/text.ts';
import { redactText, secretsOf } from '../wire/redact.ts';
import { noPositionals, parse } from './args.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { readSettings } from './config.ts';
import { contractNamed } from './contracts.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Io } from './io.ts';
import { list } from './list.ts';
import { readValue } from './options.ts';
import { defaults } from './settings.ts';
import { UsageError, unknown } from './usage.ts';
import { packageVersion } from './version.ts';

/** Runs one command line; answers its exit code and never throws. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const tokens: string[] = [];
  try {
    return await command(argv, io, tokens);
  } catch (error) {
    io.err(redacted(describe(error, io), [...tokens, io.env.EVS_TOKEN ?? '']));
    return 3;
  }
}

async function command([first, ...rest]: readonly string[], io: Io, tokens: string[]): Promise<number> {
  if (first === undefined) {
    io.err(generalHelp());
    return 3;
  }
  if (['--help', '-h', 'help'].includes(first)) return help(rest, io);
  if (['--version', '-v', '-V', 'version'].includes(first)) {
    io.out(`${packageVersion()}\n`);
    return 0;
  }
  if (first.startsWith('-')) {
    throw new UsageError(
      `a command comes first (${commandNames.join(', ')}), such as: evs-conformance run ${flagOf(first)} …`,
    );
  }
  const name = known(first);
  if (rest.includes('--help') || rest.includes('-h')) return help([name], io);
  return perform[name](rest, io, tokens);
}

/** What each command does with its flags; what it needs is loaded then, so that a usage error answers at once. */
const perform = {
  run: async (argv, io, tokens) => {
    const parsed = parse(commands.run.options, argv);
    noPositionals('run', parsed);
    const settings = readSettings(parsed.values, io.env);
    if (settings.target?.token !== undefined) tokens.push(settings.target.token);
    const { runCommand } = await import('./run.ts');
    return runCommand(settings);
  },
  sweep: async (argv, io, tokens) => {
    const parsed = parse(commands.sweep.options, argv);
    noPositionals('sweep', parsed);
    const settings = readSettings(parsed.values, io.env);
    if (settings.target?.token !== undefined) tokens.push(settings.target.token);
    const { sweepCommand } = await import('./sweep.ts');
    return sweepCommand(settings, io);
  },
  derive: async (argv, io) => {
    const { values, positionals } = parse(commands.derive.options, argv);
    const { deriveCommand } = await import('./derive.ts');
    return deriveCommand(positionals, values, io);
  },
  list: async (argv, io) => {
    const parsed = parse(commands.list.options, argv);
    noPositionals('list', parsed);
    const variable = io.env.EVS_CONTRACT;
    const fallback = variable ? String(readValue(commands.list.options.contract, 'EVS_CONTRACT', variable)) : undefined;
    io.out(list(contractNamed(parsed.values.contract ?? fallback ?? defaults.contract)));
    return 0;
  },
  backend: async (argv, io) => {
    const parsed = parse(commands.backend.options, argv);
    noPositionals('backend', parsed);
    const { backendCommand } = await import('./backend.ts');
    return backendCommand(parsed.values, io);
  },
} as const satisfies Record<CommandName, (argv: readonly string[], io: Io, tokens: string[]) => Promise<number>>;

function help([topic]: readonly string[], io: Io): number {
  io.out(topic === undefined || topic.startsWith('-') ? generalHelp() : commandHelp(commands[known(topic)]));
  return 0;
}

function known(word: string): CommandName {
  const name = commandNames.find((one) => one === word);
  if (name === undefined) throw unknown('command', word, [...commandNames, 'help']);
  return name;
}

/** The flag without the value that may hang on it. */
const flagOf = (word: string): string => word.split('=')[0] ?? word;

/** Messages quote pages, contracts and servers: whatever a terminal would obey is spelled out. */
function describe(error: unknown, io: Io): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = io.env.EVS_DEBUG && error instanceof Error && !(error instanceof UsageError) ? `\n${error.stack}` : '';
  const lines = `evs-conformance: ${message}${stack}`.split('\n');
  return `${lines.map(visible).join('\n')}\n`;
}

function redacted(text: string, tokens: readonly string[]): string {
  return tokens.reduce((clean, token) => (token === '' ? clean : redactText(clean, secretsOf(token))), text);
}
