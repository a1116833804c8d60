import { derive } from '../../../spec/derive/derive.ts';
import { type ComparedContract, diffContracts } from '../../../spec/diff/contracts.ts';
import { type Register, registers } from '../../../spec/requirements.ts';

/** The contract of a page's text. */
export function contractOfPage(text: string, id = 'extend-volume'): ComparedContract {
  return derive({ name: 'page.md', text }, { id });
}

/** What changed, a line each: `class | where | what | requirements`. */
export function changesOf(
  before: string,
  after: string,
  register: Register | null = registers['extend-volume'],
): readonly string[] {
  return diffContracts(contractOfPage(before), contractOfPage(after), register ?? undefined).map(
    ({ class: kind, requirements, what, where }) => [kind, where, what, requirements.join(' ')].join(' | '),
  );
}
