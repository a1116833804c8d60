import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contractRuns, theContractRun } from '../main/campaign/contracts.ts';
import { contractNamed } from '../main/contracts.ts';
import { readSettings } from '../main/settings/config.ts';
import type { Values } from '../main/settings/options.ts';
import { readValue } from '../main/settings/read-value.ts';
import { hideSecrets } from '../main/settings/secrets.ts';
import { defaults, type Settings } from '../main/settings/settings.ts';
import { quoted, UsageError, unknown } from '../main/settings/usage.ts';
import { NoTarget } from '../main/settings/without-target.ts';
import { packageVersion } from '../main/version.ts';
import { visible } from '../reports/text.ts';
import type { LoadedContract } from '../spec/load.ts';
import { openSecrets, type Secrets } from '../wire/redact.ts';
import { noPositionals, parse } from './args.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { messageOf } from './ending.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Io } from './io.ts';
import { list } from './list.ts';

/** Runs one command line; answers its exit code and never throws. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const secrets = openSecrets();
  for (const name of ['EVS_TOKEN', 'EVS_PASSWORD', 'EVS_SK']) secrets.add(io.env[name] ?? '', `$${name}`);
  const told = (error: unknown): string => secrets.hide(describe(error, io));
  io.tellBy?.(told);
  try {
    return await command(argv, io, secrets);
  } catch (error) {
    io.err(told(error));
    return 3;
  }
}

async function command([first, ...rest]: readonly string[], io: Io, secrets: Secrets): Promise<number> {
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
  return perform[name](rest, io, secrets);
}

/** The action of each command; modules are loaded only then, so that a usage error is reported at once. */
const perform = {
  run: async (argv, io, secrets) => {
    const parsed = parse(commands.run.options, argv);
    noPositionals('run', parsed);
    const { matrix, page, shard } = parsed.values;
    if (matrix === undefined && shard !== undefined)
      throw new UsageError('--shard is a part of a matrix file: add --matrix FILE, or remove it');
    if (matrix !== undefined) {
      const { campaignCommand } = await import('./campaign/command.ts');
      return campaignCommand({ ...parsed.values, matrix }, io, secrets);
    }
    const settings = readSettings(parsed.values, io.env);
    if (settings.target !== undefined) hideSecrets(secrets, settings.target);
    const runs = contractRuns(settings);
    if (page !== undefined) {
      const { pageNow } = await import('./page-now.ts');
      const loaded = runs.map((one) => one.loaded);
      io.err(`evs-conformance: ${pageNow(page, loaded, settings.contracts)}`);
    }
    const [first, ...others] = runs;
    if (parsed.values.plan === true || first === undefined) {
      const { planCommand } = await import('./plan.ts');
      return planCommand(settings, runs, io);
    }
    if (others.length > 0) {
      const { contractsCommand } = await import('./campaign/contracts.ts');
      return contractsCommand(settings, runs, io, secrets);
    }
    const { runCommand } = await import('./run.ts');
    return runCommand({ ...settings, only: first.only }, first.loaded, io, parsed.values);
  },
  doctor: async (argv, io, secrets) => {
    const parsed = parse(commands.doctor.options, argv);
    noPositionals('doctor', parsed);
    const settings = readSettings(parsed.values, io.env);
    if (settings.target !== undefined) hideSecrets(secrets, settings.target);
    const { loaded } = theContractRun({ ...settings, only: undefined }, 'doctor tries one: choose it with --contract');
    const { doctorCommand } = await import('./doctor.ts');
    return doctorCommand(settings, loaded.contract, io);
  },
  merge: async (argv, io) => {
    const { values, positionals } = parse(commands.merge.options, argv);
    const { mergeCommand } = await import('./campaign/merge.ts');
    return mergeCommand(positionals, values, io);
  },
  sweep: async (argv, io, secrets) => {
    const parsed = parse(commands.sweep.options, argv);
    noPositionals('sweep', parsed);
    const settings = readSettings(parsed.values, io.env);
    if (settings.target !== undefined) hideSecrets(secrets, settings.target);
    const { sweepCommand } = await import('./sweep.ts');
    return sweepCommand(settings, io);
  },
  derive: async (argv, io) => {
    const { values, positionals } = parse(commands.derive.options, argv);
    const { deriveCommand } = await import('./derive.ts');
    return deriveCommand(positionals, values, io);
  },
  diff: async (argv, io) => {
    const { values, positionals } = parse(commands.diff.options, argv);
    const { diffCommand } = await import('./diff/command.ts');
    return diffCommand(positionals, values, io);
  },
  init: async (argv, io) => {
    const parsed = parse(commands.init.options, argv);
    noPositionals('init', parsed);
    const { hook } = parsed.values;
    if (hook !== undefined) {
      const { initHookCommand } = await import('./init-hook.ts');
      return initHookCommand(resolve('.'), hook, io);
    }
    const { initCommand } = await import('./init.ts');
    return initCommand(resolve('.'), io);
  },
  list: async (argv, io) => {
    const parsed = parse(commands.list.options, argv);
    noPositionals('list', parsed);
    io.out(list(contractFor(parsed.values.contract, io)));
    return 0;
  },
  verify: async (argv, io) => {
    const { values, positionals } = parse(commands.verify.options, argv);
    const folder = theOne('verify', 'report folder', positionals);
    const { verifyCommand } = await import('./verify.ts');
    return verifyCommand(folder, values, io);
  },
  replay: async (argv, io, secrets) => {
    const { values, positionals } = parse(commands.replay.options, argv);
    const folder = theOne('replay', 'report folder', positionals);
    const settings = settingsOrNoTarget(() => readSettings({ report: folder, ...withoutContract(values) }, io.env));
    if (!(settings instanceof NoTarget) && settings.target !== undefined) hideSecrets(secrets, settings.target);
    const { replayCommand } = await import('./replay.ts');
    return replayCommand(folder, settings, values, io);
  },
  explain: async (argv, io) => {
    const { values, positionals } = parse(commands.explain.options, argv);
    const id = theOne('explain', 'requirement', positionals);
    const { explain } = await import('./explain.ts');
    io.out(explain(id, contractFor(values.contract, io)));
    return 0;
  },
  backend: async (argv, io) => {
    const parsed = parse(commands.backend.options, argv);
    noPositionals('backend', parsed);
    const { backendCommand } = await import('./backend.ts');
    return backendCommand(parsed.values, io);
  },
} as const satisfies Record<CommandName, (argv: readonly string[], io: Io, secrets: Secrets) => Promise<number>>;

/** The only word that a command takes. */
function theOne(name: CommandName, what: string, [one, ...others]: readonly string[]): string {
  if (one !== undefined && others.length === 0) return one;
  const count = one === undefined ? 0 : others.length + 1;
  throw new UsageError(`${name} takes one ${what}, and ${count} were given: ${commands[name].examples[0]}`);
}

/** The settings; if a target is missing, the words for that, because the report may be of the reference backend. */
function settingsOrNoTarget(read: () => Settings): Settings | NoTarget {
  try {
    return read();
  } catch (error) {
    if (error instanceof NoTarget) return error;
    throw error;
  }
}

/** A replay uses the contract of its report, whatever the settings for a run. */
function withoutContract({ contract: _, ...values }: Values<typeof commands.replay.options>) {
  return values;
}

/** The contract of a command that reads no config file: from the flag, else from the environment, else the default. */
function contractFor(flag: string | undefined, io: Io): LoadedContract {
  const variable = io.env.EVS_CONTRACT;
  const fallback = variable ? String(readValue(commands.list.options.contract, 'EVS_CONTRACT', variable)) : undefined;
  const name = flag ?? fallback ?? defaults.contract;
  if (name.includes(',') && !existsSync(name))
    throw new UsageError(
      `${quoted(name)} names several contracts, but this command takes one: choose it with --contract`,
    );
  return contractNamed(name);
}

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

/**
 * Describes an error. Messages quote pages, contracts and servers, so characters that a terminal would obey are spelled
 * out.
 */
function describe(error: unknown, io: Io): string {
  const message = messageOf(error);
  const stack = io.env.EVS_DEBUG && error instanceof Error && !(error instanceof UsageError) ? `\n${error.stack}` : '';
  const lines = `evs-conformance: ${message}${stack}`.split('\n');
  return `${lines.map(visible).join('\n')}\n`;
}
