import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { derive } from '../../../spec/derive/derive.ts';
import { type ComparedContract, diffContracts } from '../../../spec/diff/contracts.ts';
import { type Register, registers } from '../../../spec/requirements.ts';
import { packageRoot } from '../../../spec/root.ts';

/** The text of one of our own pages. */
export function ownPage(id: string): string {
  return readFileSync(join(packageRoot(), `spec/pages/${id}.md`), 'utf8');
}

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
