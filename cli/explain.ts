import type { Check, Example } from '../engine/check.ts';
import { operationFor, operations } from '../main/operations.ts';
import { UsageError, unknown } from '../main/settings/usage.ts';
import { type FaultTrials, faultTrials } from '../main/trials.ts';
import { place } from '../reports/text.ts';
import type { LoadedContract } from '../spec/load.ts';
import { originsOf } from '../spec/origins.ts';
import { idsIn, type Register, requirementIn } from '../spec/requirements.ts';
import { fill } from '../spec/statement.ts';
import { explainField } from './explain-field.ts';
import { labelled } from './labelled.ts';
import { absence } from './list.ts';

/** Columns of the text; a list of words wraps, a quoted sentence does not. */
const width = 110;

/**
 * One requirement in full: its statement for this contract, its place on the page, its check, right and wrong answers,
 * and the results of this release's trials. For a contract without a suite, a clause or a field.
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
  if (beyond === undefined) throw unknown('requirement', id, [...idsIn(register), ...Object.keys(untested)]);
  return labelled(`${id}  none  ${beyond.statement}`, [
    ['page', [placeOf(beyond.facts, loaded)]],
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
    ['contract', [`${contract.id}: ${absence(contract, id, own) ?? 'it applies'}`]],
    ['check', [check.title, ...method(check)]],
    ['right', titles(check.examples.conforms)],
    ['wrong', titles(check.examples.violates)],
    ['trials', trialsOf(faultTrials(id, sha256))],
  ]);
}

function placeOf(facts: readonly string[], { provenance }: LoadedContract): string {
  const places = originsOf(facts, provenance).map(place);
  return places.length === 0 ? 'the page does not say' : places.join('; ');
}

/** The working of a check, as far as its own fields show it. */
function method(check: Check): readonly string[] {
  const { observe } = check.needs ?? {};
  const reading = observe === undefined ? [] : [`inconclusive if the ${observe} cannot be read back`];
  if (check.kind === 'passive') return ['sends nothing of its own: judges the answers to the other checks', ...reading];
  const { budget, atMost, needs, twin, appliesTo, unique } = check;
  const flag = budget === 'extensions' ? '--extensions' : '--runs';
  return [
    `sends cases of its own, ${atMost === undefined ? `up to ${flag}` : `up to ${flag} and ${atMost} at most`}`,
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
  if (faults.length === 0) return ['owns no fault of the reference backend'];
  const own = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} of the reference backend`;
  return [`owns ${own}; failed in ${failed} of ${trials} trials`, ...filled(faults)];
}

/** Words in lines of limited length. */
function filled(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 2 > width) lines.push(word);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}
