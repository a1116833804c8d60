import type { Check, Example } from '../engine/check.ts';
import { operationFor, operations } from '../main/operations.ts';
import { UsageError, unknown } from '../main/settings/usage.ts';
import { type FaultTrials, faultTrials } from '../main/trials.ts';
import { place, shown } from '../reports/text.ts';
import type { LoadedContract } from '../spec/load.ts';
import { originsOf } from '../spec/origins.ts';
import { idsIn, type Register, requirementIn } from '../spec/requirements.ts';
import { fill } from '../spec/statement.ts';
import { explainField } from './explain-field.ts';
import { type LabelledLines, labelled } from './labelled.ts';
import { absence } from './list.ts';

/** Columns of the text: lists and sentences wrap. */
const width = 110;

/**
 * One requirement in full: what it says for this contract, where the page says so, how it is checked, which answers are
 * right and wrong by it, and what the trials of this release came to. Of a clause of the page, the requirements that follow
 * from it; of a contract without a suite, a clause or a field.
 *
 * @throws UsageError naming the nearest id if there is no such requirement
 */
export function explain(id: string, loaded: LoadedContract): string {
  const operation = operationFor(loaded.contract);
  if (operation === undefined) return explainField(id, loaded);
  const { checks, register } = operation;
  const { untested } = register;
  const check = checks.find(({ requirement }) => requirement === id);
  if (check !== undefined) return tested(check, register, loaded);
  const beyond = Object.hasOwn(untested, id) ? untested[id] : undefined;
  const other = operations.find((one) => Object.hasOwn(one.register.requirements, id));
  if (beyond === undefined && other !== undefined)
    throw new UsageError(`${id} is a requirement of another operation: add --contract ${other.id}`);
  if (beyond === undefined && loaded.provenance?.origins.some(({ fact }) => fact === id))
    return clause(id, register, loaded);
  if (beyond === undefined) throw unknown('requirement', id, [...idsIn(register), ...Object.keys(untested)]);
  return labelled(`${id}  none  ${beyond.statement}`, [
    ['page', [placeOf(beyond.facts, loaded)]],
    ...restated(beyond.facts, loaded),
    ['check', [`there is none: ${beyond.reason}`]],
  ]);
}

function tested(check: Check, register: Register, loaded: LoadedContract): string {
  const id = check.requirement;
  const { contract, sha256 } = loaded;
  const own = requirementIn(register, id);
  const { level, statement, facts } = own;
  const titles = (examples: readonly Example[]) => examples.map(({ title }) => title);
  return labelled(`${id}  ${level}  ${fill(statement, contract)}`, [
    ['page', [placeOf(facts, loaded)]],
    ...restated(facts, loaded),
    ['contract', [`${contract.id}: ${absence(contract, id, own) ?? 'it applies'}`]],
    ['check', [check.title, ...method(check)]],
    ['right', titles(check.examples.conforms)],
    ['wrong', titles(check.examples.violates)],
    ['trials', trialsOf(faultTrials(id, sha256))],
  ]);
}

/** The places of facts, and whose lines these are where there are two pages. */
function placeOf(facts: readonly string[], { contract, provenance, restated }: LoadedContract): string {
  const places = originsOf(facts, provenance).map(place);
  if (places.length === 0) return 'the page does not say';
  const whose = restated === provenance ? `our page of ${contract.id}` : 'the vendor’s page';
  return `${places.join('; ')}${restated === undefined ? '' : ` (${whose})`}`;
}

/** The sentences of our own page, which everybody has. */
function restated(facts: readonly string[], { contract, provenance, restated }: LoadedContract): LabelledLines[] {
  if (restated === undefined || facts.length === 0) return [];
  const page = restated === provenance ? '' : `our page of ${contract.id}, `;
  const lines = originsOf(facts, restated).flatMap(({ quote, line }) =>
    filled(`“${shown(quote ?? '', 300)}” (${page}line ${line})`.split(' '), ' '),
  );
  return [['words', lines]];
}

/** A clause of the page: where it stands, and the requirements that follow from it. */
function clause(fact: string, register: Register, loaded: LoadedContract): string {
  const judging = idsIn(register).filter((id) => requirementIn(register, id).facts.some((one) => one === fact));
  return labelled(`${fact}  clause of the page`, [
    ['page', [placeOf([fact], loaded)]],
    ...restated([fact], loaded),
    ['judged by', judging.length === 0 ? ['no requirement'] : filled(judging)],
  ]);
}

/** How a check works, as far as its own fields say. */
function method(check: Check): readonly string[] {
  const { observe } = check.needs ?? {};
  const reading = observe === undefined ? [] : [`inconclusive if the ${observe} cannot be read back`];
  if (check.kind === 'passive') return ['sends nothing of its own: judges the answers to the other checks', ...reading];
  const { budget, atMost, needs, twin, appliesTo, unique } = check;
  const flag = budget === 'extensions' ? '--extensions' : '--runs';
  return [
    `sends cases of its own, ${atMost === undefined ? `as many as ${flag} says` : `as many as ${flag} says, and ${atMost} at most`}`,
    ...(twin === undefined ? [] : ['a case is blamed only if its plain twin behaves']),
    ...(unique === undefined ? [] : ['also compares the requests of all checks with each other']),
    ...(appliesTo === undefined ? [] : ['also judges requests of other checks that belong here']),
    ...reading,
    ...(needs?.fullRoom === true ? ['inconclusive if --max-gb leaves less room than the maximum'] : []),
    ...(needs?.token === true ? ['does not apply to a target without credentials'] : []),
  ];
}

function trialsOf(found: FaultTrials | undefined): readonly string[] {
  if (found === undefined) return ['none: the matrix of trials is of another contract or another release'];
  const { faults, trials, failed } = found;
  if (faults.length === 0) return ['none: the last recorded matrix of trials has no fault that breaks it'];
  const own = faults.length === 1 ? 'one wrong service breaks' : `${faults.length} wrong services break`;
  return [`${own} it (backend --fault ID), and it failed in ${failed} of ${trials} trials of them:`, ...filled(faults)];
}

/** Words, or the members of a list, in lines that are not too long. */
function filled(words: readonly string[], separator = ', '): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + separator.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last}${separator}${word}`;
  }
  return lines;
}
