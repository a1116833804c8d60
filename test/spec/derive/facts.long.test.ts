import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { packageRoot } from '../../../spec/root.ts';
import { compare } from './facts.ts';
import { readPageFacts } from './page-facts.ts';

const pages = join(packageRoot(), '../shared/pages');
const isThere = existsSync(pages);
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe.skipIf(!isThere)('contracts and facts of seventy-two pages (skipped where ../shared/pages is absent)', () => {
  // vitest collects what it skips as well
  const agreements = (isThere ? readPageFacts() : []).map((facts) => {
    const text = readFileSync(join(pages, facts.page), 'utf8');
    return compare(facts, derive({ name: facts.page, text }, { quote: true }));
  });
  const share = (of: 'fields' | 'read'): number =>
    sum(agreements.map((one) => one[of].same)) / sum(agreements.map((one) => one[of].all));

  it('agree on fields, types and obligations', () => {
    expect(share('fields')).toBeGreaterThanOrEqual(0.99);
  });

  it('agree on constraints that always hold', () => {
    const differences = agreements.flatMap((one) => one.differences);
    expect(share('read'), differences.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('lose nothing: what is not read is named with its line', () => {
    expect(agreements.flatMap(({ lost }) => lost)).toEqual([]);
  });

  it('invent nothing', () => {
    expect(agreements.flatMap(({ invented }) => invented)).toEqual([]);
  });
});
