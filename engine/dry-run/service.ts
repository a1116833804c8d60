import type { Case } from '../../generators/case.ts';
import { type Expectation, openOracle } from '../../generators/oracle.ts';
import type { Contract } from '../../spec/contract.ts';
import { jobName, resourceParameter, volumeStatuses } from '../../spec/parts.ts';
import type { Lookups } from '../../targets/observe.ts';
import type { Auth } from '../../wire/auth/auth.ts';
import { withoutCredentials } from '../../wire/auth/token.ts';
import type { WireAnswer, WireRequest } from '../../wire/exchange.ts';
import { openStrain } from '../../wire/strain.ts';
import type { Transport } from '../../wire/transport.ts';
import { timing } from '../timing.ts';
import { exampleOf } from './example.ts';
import type { IdealVolume, Shelf } from './shelf.ts';

/** The options of the ideal service. */
export interface Service {
  readonly contract: Contract;
  readonly lookups: Lookups;
  readonly shelf: Shelf;
  readonly project: string;
  /** The kind of credentials that it requires; it accepts any except wrong or missing ones. */
  readonly auth: Auth['kind'];
  /** An accepted request removes its volume. */
  readonly removes: boolean;
}

type PathParams = Readonly<Record<string, string>>;

/**
 * A service that follows the contract, at once and in memory, as a transport to it. If the contract leaves a case open, it
 * accepts the case on a volume in a state that the contract names: a plan should rather say too much.
 */
export function idealService({ contract, lookups, shelf, project, auth, removes }: Service): Transport {
  const { operation, response } = contract;
  const names = { project: operation.project ?? '', volume: resourceParameter(contract) ?? '', job: jobName(contract) };
  const oracle = openOracle(contract);
  const statuses = volumeStatuses(contract);
  let count = 0;
  let jobs = 0;

  function refuse(status: number): WireAnswer {
    return answer(status, response.error.schema === null ? undefined : exampleOf(response.error.schema));
  }

  function serve({ method, path, body = '', credentials = 'own' }: WireRequest): WireAnswer {
    if (auth !== 'none' && credentials !== 'own') return refuse(401);
    const asked = match(operation.path, path);
    if (asked !== undefined) {
      if (method === operation.method) return perform(asked, body);
      if (method !== 'GET') {
        const refusal = refuse(405);
        return { ...refusal, headers: { ...refusal.headers, allow: operation.method } };
      }
    }
    return (method === 'GET' && lookUp(path)) || refuse(404);
  }

  function perform(asked: PathParams, body: string): WireAnswer {
    const volume = shelf.find(asked[names.project] ?? '', asked[names.volume] ?? '');
    if (volume === undefined || volume.tenant === 'other') return refuse(404);
    const wish = wishFor(volume, oracle(caseOf(volume, body)));
    if (wish === undefined) return refuse(400);
    if (removes) shelf.remove(volume.id);
    else if (wish.size !== null) shelf.grow(volume, wish.size);
    const { schema } = response.success;
    const status = response.success.status ?? 200;
    if (schema === null) return answer(status, undefined);
    jobs += 1;
    const job = names.job === null ? {} : { [names.job]: `job-${jobs}` };
    return answer(status, { ...(exampleOf(schema) as object), ...job });
  }

  /** The resulting size of a request, in GB; null if it asks for none, undefined if it is refused. */
  function wishFor({ status }: IdealVolume, expectation: Expectation): { readonly size: number | null } | undefined {
    if (expectation.kind === 'accept') return expectation;
    if (expectation.kind !== 'open' || !statuses.includes(status)) return undefined;
    // volumes are of whole GB
    return Number.isInteger(expectation.size) ? expectation : undefined;
  }

  function lookUp(path: string): WireAnswer | undefined {
    const ofVolume = lookups.volume && match(lookups.volume.path, path);
    const volume = ofVolume && shelf.find(ofVolume.project_id ?? project, ofVolume.volume_id ?? '');
    if (lookups.volume && volume) return answer(200, placed(detail(volume), lookups.volume.at));
    const ofJob = lookups.job && match(lookups.job.path, path);
    if (lookups.job && ofJob && /^job-\d+$/.test(ofJob.job_id ?? ''))
      return answer(200, placed({ job_id: ofJob.job_id, status: 'SUCCESS' }, lookups.job.at));
    return undefined;
  }

  return {
    url: 'ideal:',
    auth: { ...withoutCredentials(), kind: auth },
    async send(request) {
      count += 1;
      return { request, url: `ideal:${request.path}`, sent: {}, reply: serve(request) };
    },
    count: () => count,
    strain: openStrain(timing.dryRunWaitMs),
    close: () => {},
  };
}

function caseOf({ project, id, size, status, multiattach, servers }: IdealVolume, body: string): Case {
  return { path: { project_id: project, volume_id: id }, body, volume: { size, status, multiattach }, servers };
}

function detail({ id, size, status, multiattach, servers }: IdealVolume): object {
  const attachments = servers.map((_, at) => ({ server_id: `server-${at}` }));
  return { id, name: 'ideal', size, status, multiattach, attachments };
}

function answer(status: number, json: unknown): WireAnswer {
  const text = json === undefined ? '' : JSON.stringify(json);
  const headers = json === undefined ? {} : { 'content-type': 'application/json' };
  return {
    kind: 'answer',
    status,
    headers: { ...headers, 'content-length': String(text.length) },
    text,
    truncated: false,
    json,
  };
}

/** A body with only this value, at the place of a JSON pointer. */
function placed(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduceRight((below, key) => ({ [key.replaceAll('~1', '/').replaceAll('~0', '~')]: below }), value);
}

/** The parameters of a path, where it is one of the template. */
function match(template: string, path: string): PathParams | undefined {
  const [asked, wanted] = [path.split('/'), template.split('/')];
  if (asked.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const here = asked[at] ?? '';
    if (name === undefined && here !== part) return undefined;
    if (name !== undefined) params[name] = decoded(here);
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
