import type { OwnHeader } from '../../targets/open.ts';
import type { Environment } from '../../wire/proxy.ts';
import { type TlsOptions, tlsProblem } from '../../wire/tls.ts';
import { readText } from '../report-folder/read.ts';
import type { AuthKind, ConfigFile } from './config-file.ts';
import { UsageError } from './usage.ts';
import { readToken } from './values.ts';

/** Headers that are the suite's to send, and what to do instead. */
const taken: Readonly<Record<string, string>> = {
  'x-auth-token': 'give the token by EVS_TOKEN',
  'x-project-id': 'name the project by --project',
  'x-sdk-date': 'it belongs to a signature',
  ...Object.fromEntries(
    ['host', 'content-length', 'content-type', 'transfer-encoding', 'connection', 'accept-encoding', 'expect'].map(
      (name) => [name, 'it belongs to the request'],
    ),
  ),
};

/** The vendor's own headers, their secrets read. */
export function readHeaders({ headers = {} }: ConfigFile, env: Environment, kind: AuthKind): readonly OwnHeader[] {
  return Object.entries(headers).map(([name, source]) => {
    const small = name.toLowerCase();
    const remedy = small === 'authorization' && kind === 'signed' ? 'it holds the signature' : taken[small];
    if (remedy !== undefined) throw new UsageError(`headers.${name} cannot be set: ${remedy}`);
    if (typeof source === 'string') return { name, value: readToken(`headers.${name}`, source) };
    if ('file' in source) {
      const text = readText(`the file of headers.${name}`, source.file, 65_536);
      const placeholder = `$EVS_HEADER_${small.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
      return { name, value: readToken(`the file of headers.${name}`, text), placeholder };
    }
    const value = env[source.env];
    if (value === undefined || value === '') {
      throw new UsageError(`headers.${name} names the environment variable ${source.env}, which is not set`);
    }
    return { name, value: readToken(source.env, value), placeholder: `$${source.env}` };
  });
}

/** Certificates and key, read and tried. */
export function readTls({ tls = {} }: ConfigFile): TlsOptions {
  const read = (name: string, file: string | undefined): string | undefined =>
    file === undefined ? undefined : readText(`the file of tls.${name}`, file);
  const options = { ca: read('ca', tls.ca), cert: read('cert', tls.cert), key: read('key', tls.key) };
  const problem = tlsProblem(options);
  if (problem !== undefined) throw new UsageError(problem);
  return options;
}
