import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../spec/root.ts';

const vendorFile = join(packageRoot(), '../shared/spec-source/extend-volume.zh.md');

/** Our own page. */
export const english = readFileSync(join(packageRoot(), 'spec/pages/extend-volume.md'), 'utf8');

/** The vendor's page; it is not ours to keep, so it is not always there. */
export const chinese = existsSync(vendorFile) ? readFileSync(vendorFile, 'utf8') : undefined;

/** The text with one thing changed; a change that changes nothing would test nothing. */
export function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`the page has no ${from}`);
  return edited;
}
