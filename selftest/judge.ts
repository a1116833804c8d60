import { type Register, type RequirementId, registers } from '../spec/requirements.ts';
import type { TrialSubject } from './subject.ts';
import type { Trial } from './trial.ts';

/** The most volumes that a wrong set-up may cost: those of the checks that are under way when it shows. */
const fewVolumes = 3;

/** The mistakes in the suite's verdicts on a subject; empty if there are none. */
export function faultsOf(subject: TrialSubject, trial: Trial): readonly string[] {
  const { owner, mayFail, expects, operation } = subject;
  const { verdicts, complaints, reasons, left } = trial;
  const ids = (kind: string): readonly string[] => Object.keys(verdicts).filter((id) => verdicts[id] === kind);
  const allowed: readonly string[] = owner === null ? mayFail : [owner, ...mayFail];
  const said = (id: string): string => `${id} (${complaints[id] ?? reasons[id] ?? 'without a word'})`;
  const wrong: string[] = [];
  if (expects === 'caught' && owner !== null && verdicts[owner] !== 'fail') {
    wrong.push(`not caught: ${owner} is ${verdicts[owner]}, ${reasons[owner] ?? ''}`);
  }
  if (expects === 'doubted' && trial.class === 'conformant') wrong.push('is conformant');
  if (expects === 'flawless') {
    const { requirements }: Register = registers[operation];
    const isBinding = (id: string): boolean => /^(MUST|SHOULD)$/.test(requirements[id as RequirementId]?.level ?? '');
    for (const id of ids('inconclusive')) if (isBinding(id)) wrong.push(`not passed: ${said(id)}`);
  }
  if (expects === 'caught' || expects === 'doubted' || expects === 'clear' || expects === 'flawless') {
    for (const id of ids('fail')) if (!allowed.includes(id)) wrong.push(`accused: ${said(id)}`);
    if (expects === 'clear' && ids('pass').length === 0) wrong.push('nothing passes');
  }
  if (expects === 'nothing') {
    for (const id of ids('pass')) wrong.push(`passes: ${id}`);
    if (trial.class === 'conformant') wrong.push('is conformant');
  }
  if (expects === 'stopped') {
    for (const id of [...ids('pass'), ...ids('fail')]) wrong.push(`judged: ${said(id)}`);
    if (trial.class !== 'broken') wrong.push(`is ${trial.class}`);
    if (trial.volumes > fewVolumes) wrong.push(`took ${trial.volumes} volumes`);
  }
  for (const id of ids('broken')) if (!reasons[id]?.startsWith('could not run')) wrong.push(`broken: ${said(id)}`);
  for (const doubt of trial.unverified.slice(0, 3)) wrong.push(`not verified: ${doubt}`);
  for (const one of trial.contradictions.slice(0, 3)) wrong.push(`contradicts itself: ${one}`);
  if (left > 0) wrong.push(`left ${left} volumes behind`);
  return wrong;
}
