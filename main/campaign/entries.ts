import type { ConfigFile } from '../settings/config-file.ts';
import { UsageError } from '../settings/usage.ts';
import { keysOfTarget } from '../settings/without-target.ts';

/** The keys of a matrix file; `campaign.schema.json` is its published form. */
export interface CampaignFile {
  readonly seed?: number;
  readonly defaults?: ConfigFile;
  readonly targets?: readonly NamedConfig[];
  readonly contracts?: readonly (string | NamedConfig)[];
  readonly entries?: readonly (NamedConfig & { readonly config?: string })[];
}

type NamedConfig = ConfigFile & { readonly name: string };

/** An entry with its settings, as they stand in the file; `config` names a file that they stand in instead. */
export interface MatrixFileEntry {
  readonly name: string;
  readonly config?: string | undefined;
  readonly settings: ConfigFile;
}

interface ReadEntries {
  readonly entries: readonly MatrixFileEntry[];
  readonly mistakes: readonly UsageError[];
}

/** As many runs as one file may ask for. */
export const mostEntries = 1000;

/**
 * Every entry in the order of the file: each target by each contract, then those that stand for themselves; and what is
 * wrong with them beyond their shape.
 *
 * @throws UsageError where there are too many
 */
export function entriesOf(file: CampaignFile, path: string): ReadEntries {
  const { defaults = {}, targets = [], contracts, entries = [] } = file;
  const count = targets.length * (contracts?.length ?? 1) + entries.length;
  if (count > mostEntries)
    throw new UsageError(`the matrix file ${path} has ${count} entries, but at most ${mostEntries} are allowed`);
  // a fault that is inherited makes no reference backend of what stands among the targets
  const each = targets.flatMap((target) => byContracts(target, contracts, without(defaults, ['fault'])));
  const all = [...each, ...entries.map(alone)];
  const mistakes = [...entries.flatMap(twofold), ...unique(all), ...aimed(each)];
  return { entries: all, mistakes: mistakes.map((mistake) => new UsageError(`the matrix file ${path}${mistake}`)) };

  function alone({ name, config, ...own }: NamedConfig & { readonly config?: string }): MatrixFileEntry {
    return config === undefined ? { name, settings: overDefaults(defaults, own) } : { name, config, settings: {} };
  }
}

function twofold({ name, config, ...own }: NamedConfig & { readonly config?: string }): readonly string[] {
  const [stray] = Object.keys(own);
  if (config === undefined || stray === undefined) return [];
  return [`: entry ${name} names a config file, but has settings of its own (${stray}): keep one of them`];
}

function byContracts(
  { name, ...own }: NamedConfig,
  contracts: CampaignFile['contracts'],
  defaults: ConfigFile,
): readonly MatrixFileEntry[] {
  if (contracts === undefined) return [{ name, settings: overDefaults(defaults, own) }];
  return contracts.map((one) => {
    const { name: contract, ...more } = typeof one === 'string' ? { name: one, contract: one } : one;
    return { name: `${name}-${contract}`, settings: overDefaults(defaults, over(more, own)) };
  });
}

/** Settings that stand in for one another: who says one of them does not want the others of the defaults. */
const alternatives: readonly (readonly (keyof ConfigFile)[])[] = [
  ['states', 'volumes'],
  ['auth', 'tokenEnv', 'tokenFile'],
  ['target', 'fault'],
];

/** Settings over others, key by key. */
function over(base: ConfigFile, own: ConfigFile): ConfigFile {
  const gone = alternatives.filter((group) => group.some((key) => own[key] !== undefined)).flat();
  return { ...without(base, gone), ...own };
}

/**
 * Settings over the defaults. Where there is no target, those of the defaults that speak of one are none of the entry's; and
 * where its own speak of one, a fault of the defaults does not name the reference backend in its place.
 */
function overDefaults(defaults: ConfigFile, own: ConfigFile): ConfigFile {
  const all = over(defaults, own);
  if (all.target !== undefined) return all;
  const speaks = keysOfTarget.some((key) => own[key] !== undefined);
  return over(without(defaults, speaks ? [...keysOfTarget, 'fault'] : keysOfTarget), own);
}

const without = (settings: ConfigFile, keys: readonly (keyof ConfigFile)[]): ConfigFile =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.some((one) => one === key)));

/** Who stands among the targets is not the reference backend, unless a fault says so. */
function aimed(each: readonly MatrixFileEntry[]): readonly string[] {
  return each
    .filter(({ settings }) => (settings.target ?? settings.fault) === undefined)
    .map(
      ({ name }) =>
        `: ${name} is one of the targets but has no URL: name it with target; a run on the reference backend belongs among the entries`,
    );
}

/** Names that some file system keeps for itself. */
export const reservedName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

function unique(entries: readonly MatrixFileEntry[]): readonly string[] {
  const names = entries.map(({ name }) => name);
  return names.flatMap((name, at) => [
    ...(names.indexOf(name) < at ? [` has two entries named ${name}: rename one`] : []),
    ...(reservedName.test(name) ? [`: ${name} cannot be the name of a folder everywhere: rename it`] : []),
  ]);
}
