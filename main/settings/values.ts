import { type DialectId, dialectIds } from '../../backend/dialects/index.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { isChallenge, longestChallenge, seedOf } from '../../evidence/attestation/challenge.ts';
import { type Lang, languages } from '../../reports/html/languages.ts';
import { groupOf, idsOfGroup, type RequirementId, requirementIds, untested } from '../../spec/requirements.ts';
import { type FailOn, failOnLevels } from '../../verdicts/fail-on.ts';
import { minSecretLength } from '../../wire/redact.ts';
import type { Observable } from './settings.ts';
import { quoted, UsageError, unknown } from './usage.ts';

/** An http or https URL without credentials, as a base: no trailing slash. The value is never repeated: it may hold a secret. */
export function readUrl(name: string, text: string, query: 'query' | 'no query'): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(`${name} has to be a complete URL, such as https://evs.example.com`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(`${name} has to begin with http:// or https://`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      `${name} contains credentials, which would end up in reports: give a token by EVS_TOKEN instead`,
    );
  }
  if (url.hash !== '' || (query === 'no query' && url.search !== '')) {
    throw new UsageError(`${name} has a query or a fragment; it has to be a base URL that paths can be put behind`);
  }
  return query === 'query' ? url.href : url.href.replace(/\/+$/, '');
}

/** Longest address of a page, in characters. */
const longestAddress = 500;

/** Where people read a page: reports link to it, and to places in it. */
export function readPageUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') throw new UsageError(`--url has to begin with https://, not ${quoted(text)}`);
  if (url.username !== '' || url.password !== '')
    throw new UsageError('--url contains credentials, which would end up in reports');
  if (url.hash !== '') throw new UsageError('--url ends in a fragment: remove it, each clause has one of its own');
  if (url.href.length > longestAddress) throw new UsageError(`--url has more than ${longestAddress} characters`);
  return url.href;
}

/** A project id, as it stands in a path. */
export function readProject(name: string, text: string): string {
  if (!/^[^\s/?#%\p{C}]{1,256}$/u.test(text)) throw new UsageError(`${name} is not a project id: ${quoted(text)}`);
  return text;
}

/** A token as an HTTP header can carry it; never repeated. */
export function readToken(name: string, text: string): string {
  const token = text.trim();
  if (token === '') throw new UsageError(`${name} is empty`);
  if (!/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(token)) {
    throw new UsageError(`${name} contains characters that no HTTP header can carry, such as a line break`);
  }
  return token;
}

/** A password or a key; never repeated. Too short a one could not be hidden in what is shown. */
export function readSecret(name: string, text: string): string {
  const secret = text.replace(/\r?\n$/, '');
  if (secret.trim() === '') throw new UsageError(`${name} is empty`);
  if (secret.length < minSecretLength) {
    throw new UsageError(
      `${name} has under ${minSecretLength} characters, too few to be hidden in reports: use a longer one`,
    );
  }
  return secret;
}

/** Requirements by their ids, or by their groups: `size` stands for all whose ids begin with `size.`. */
export function readRequirements(ids: readonly string[]): readonly RequirementId[] {
  const wanted = ids.flatMap((id) => {
    const known = requirementIds.find((one) => one === id);
    if (known !== undefined) return [known];
    const group = idsOfGroup(id);
    if (group.length > 0) return group;
    const reason = untested[id]?.reason;
    if (reason !== undefined) throw new UsageError(`no check certifies ${id}: ${reason}`);
    throw unknown('requirement', id, [...requirementIds, ...new Set(requirementIds.map(groupOf))]);
  });
  return [...new Set(wanted)];
}

export function readFault(id: string): FaultId {
  const ids = Object.keys(faults) as FaultId[];
  const known = ids.find((one) => one === id);
  if (known === undefined) throw unknown('fault', id, ids);
  return known;
}

export function readDialect(id: string): DialectId {
  const known = dialectIds.find((one) => one === id);
  if (known === undefined) throw unknown('dialect', id, dialectIds);
  return known;
}

/** Makes sure that a fault can show by one of these contracts. Throws `UsageError` where it is of other dialects. */
export function checkDialects(fault: FaultId, contracts: readonly string[]): void {
  const { dialects } = faults[fault];
  if (dialects === undefined || dialects.some((one) => contracts.includes(one))) return;
  throw new UsageError(`${fault} is a fault of ${dialects.join(', ')}, and this is ${contracts.join(', ')}`);
}

/** A level, as people type it. */
export function readFailOn(text: string): FailOn {
  const known = failOnLevels.find((one) => one === text);
  if (known === undefined) throw new UsageError(`--fail-on has to be must, should or advisory, not ${quoted(text)}`);
  return known;
}

/** The language of the report's page. */
export function readLang(lang: string): Lang {
  const all = Object.keys(languages) as Lang[];
  const known = all.find((one) => one === lang);
  if (known === undefined) throw new UsageError(`--lang has to be ${all.join(' or ')}, not ${quoted(lang)}`);
  return known;
}

/** A seed, or the challenge that gives one: together they would say two things. */
export function readSeed(seed: number | undefined, challenge: string | undefined) {
  if (challenge === undefined) return { seed, challenge };
  if (seed !== undefined)
    throw new UsageError(
      '--seed and --challenge both choose the cases, because a challenge gives the seed: remove one',
    );
  if (!isChallenge(challenge)) {
    throw new UsageError(
      `--challenge has to be printable ASCII, at most ${longestChallenge} characters, with single spaces only inside`,
    );
  }
  return { seed: seedOf(challenge), challenge };
}

/** The name of a key's file. A key itself in its place is refused, and not repeated. */
export function readKeyFile(text: string): string {
  if (/PRIVATE KEY|[\r\n]/.test(text)) throw new UsageError('--sign takes the name of a file, not the key itself');
  return text;
}

/** A place with a path template: the parameter it must have. */
export function readObservable(name: string, place: { path: string; at?: string }, parameter: string): Observable {
  readTemplate(`${name}.path`, place.path, parameter);
  return { path: place.path, at: place.at ?? '' };
}

/** Checks the parameters of a path template: `project_id` it may have, the other, if there is one, it must. */
export function readTemplate(name: string, path: string, parameter: string | undefined): void {
  const known = ['project_id', ...(parameter === undefined ? [] : [parameter])];
  const used = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  for (const one of used) if (!known.includes(one)) throw unknown(`parameter in ${name}`, one, known);
  if (parameter !== undefined && !used.includes(parameter))
    throw new UsageError(`${name} has to contain {${parameter}}`);
}
