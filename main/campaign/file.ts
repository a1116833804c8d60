import { dirname, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from '../../schemas/campaign.schema.json' with { type: 'json' };
import config from '../../schemas/config.schema.json' with { type: 'json' };
import { checkedSchema } from '../../spec/checked-schema.ts';
import { sha256 } from '../../spec/derive/hash.ts';
import { readText } from '../report-folder/read.ts';
import { allOf, complaints } from '../settings/complaint.ts';
import { beside, type ConfigFile, readConfigFile, readYamlOrJson } from '../settings/config-file.ts';
import { UsageError } from '../settings/usage.ts';
import { type CampaignFile, entriesOf, type MatrixFileEntry } from './entries.ts';

/** An entry of a matrix file, ready to be run. */
export interface CampaignRun {
  readonly name: string;
  readonly settings: ConfigFile;
  /** The file that the settings stand in. */
  readonly file: string;
  /** sha256 of the config file that it names; null: it names none. */
  readonly config: string | null;
}

/** A matrix file as it was read, with the config files that it names. */
export interface Campaign {
  /** sha256 of the file. */
  readonly sha256: string;
  readonly seed: number | undefined;
  readonly runs: readonly CampaignRun[];
}

const what = 'matrix file';

/**
 * Reads a matrix file, YAML or JSON, and the config files that it names, before anything is run.
 *
 * @throws UsageError where files cannot be read, are too large or have another shape; where two entries have one name: all of it at once
 */
export function readCampaign(path: string): Campaign {
  const found = readYamlOrJson(`the ${what}`, path);
  const validate = new Ajv2020({ ...checkedSchema, allErrors: true, verbose: true })
    .addSchema(config, 'config.schema.json')
    .compile<CampaignFile>(schema);
  if (!validate(found)) throw allOf(what, path, wrong(path, validate.errors ?? []));
  const { entries, mistakes } = entriesOf(found, path);
  const wrongs = [...mistakes];
  const runs = entries.flatMap((entry) => {
    try {
      return [runOf(entry, path)];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // two entries may name one file
      if (!wrongs.some(({ message }) => message === error.message)) wrongs.push(error);
      return [];
    }
  });
  if (wrongs.length > 0) throw allOf(what, path, wrongs);
  return { sha256: digest(path), seed: found.seed, runs };
}

function runOf({ name, config, settings }: MatrixFileEntry, path: string): CampaignRun {
  if (config === undefined) return { name, settings: beside(path, settings), file: path, config: null };
  const file = resolve(dirname(path), config);
  return { name, settings: readConfigFile(file), file, config: digest(file) };
}

const digest = (file: string): string => sha256(readText('the file', file));

/** Keys of a config file that are not an entry's to say, and why. */
const commands: Readonly<Record<string, string>> = {
  seed: 'it belongs once at the top of the file: the seeds of the entries are derived from it',
  report: 'each entry has a folder of its own below --report',
  quiet: 'give it as a flag: --quiet',
  verbose: 'give it as a flag: --verbose',
  history: 'give it as a flag: --history DIR',
};

/** Keys that are the command's come first, then those that are not known, with the nearest that is; then whatever else is wrong. */
function wrong(path: string, errors: readonly ErrorObject[]): readonly UsageError[] {
  const strays = errors.filter(({ keyword }) => keyword === 'unevaluatedProperties');
  const isOwn = ({ params }: ErrorObject): boolean => commands[params.unevaluatedProperty] !== undefined;
  const own = strays.filter(isOwn).map(({ instancePath, params }) => {
    const key: string = params.unevaluatedProperty;
    const place = instancePath.slice(1).replaceAll('/', '.');
    return new UsageError(`${what} ${path}: ${place}.${key} is not a setting of an entry: ${commands[key]}`);
  });
  const known = { ...schema.$defs.settings.properties, name: {}, config: {} };
  const others = errors.filter((error) => !strays.includes(error));
  const unknown = strays
    .filter((error) => !isOwn(error))
    .map((error) => ({
      ...error,
      keyword: 'additionalProperties',
      params: { additionalProperty: error.params.unevaluatedProperty },
      parentSchema: { properties: known },
    }));
  const rest = [...unknown, ...needed(others)];
  return [...own, ...(rest.length > 0 ? complaints(path, rest, '', what) : [])];
}

/** Both lists are missing: one sentence in place of two that contradict each other. */
function needed(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const top = errors.find(({ keyword, instancePath }) => keyword === 'anyOf' && instancePath === '');
  if (top === undefined || errors.some(({ instancePath }) => instancePath !== '')) return errors;
  const stray = errors.filter(({ keyword }) => keyword === 'additionalProperties' || keyword === 'type');
  return stray.length > 0 ? stray : [{ ...top, keyword: 'required', message: 'needs targets or entries' }];
}
