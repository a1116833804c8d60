import { describe, expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { sha256 } from '../../../spec/derive/hash.ts';
import { chinese, edit, english } from './page-texts.ts';

const unparsed = (text: string): unknown => derive({ name: 'page.md', text }).notUnderstood;
const bullet = '-   While the volume is `available`';

describe('a constraint that no phrase reads', () => {
  it.each([
    'Sizes must be multiples of ten',
    'At most five extensions a day',
    'Only owners do this',
    'A snapshot cannot exist',
    'Encrypted volumes are not supported',
    'The default is 40',
    'The new size is no larger than twice the old one',
    'The volume may not be attached',
  ])('is recorded with its line: %s', (sentence) => {
    expect(unparsed(edit(english, bullet, `-   Fine.\n    ${sentence}.\n${bullet}`))).toEqual([
      { heading: 'Function', line: 8, text: sentence },
    ]);
  });

  it('is found in every part of a page', () => {
    const sentence = 'It must be blue.';
    const places: readonly (readonly [string | RegExp, string])[] = [
      ['Names the action', `${sentence} Names the action`],
      ['-   Samples', `> ${sentence}\n\n-   Samples`],
      ['-   Format', `\`\`\`\n${sentence}\n\`\`\`\n\n-   Format`],
      ['-   Normal', `| a |\n|---|\n| ${sentence} |\n\n-   Normal`],
      ['## Error codes', `## Constraints\n\n${sentence}\n\n## Error codes`],
      ['## Error codes', `### ${sentence}\n\n## Error codes`],
      ['The codes are', `<div>${sentence}</div>\n\nThe codes are`],
      ['# Extend', `${sentence}\n\n# Extend`],
    ];
    for (const [from, to] of places) {
      expect(unparsed(edit(english, from, to)), to).toContainEqual(
        expect.objectContaining({ text: 'It must be blue' }),
      );
    }
  });

  it('may be a known phrase in the wrong place or with another value', () => {
    const flat = edit(english, '    -   The server', '-   The server');
    expect(unparsed(flat)).toContainEqual(expect.objectContaining({ line: 10 }));
    expect(unparsed(edit(english, 'must be `false`', 'must be `true`'))).toHaveLength(1);
    for (const maximum of ['32768.5 GB', 'thirty GB']) {
      expect(unparsed(edit(english, '32768 GB', maximum)), maximum).toHaveLength(1);
    }
  });

  it('stands in the contract by its digest, and in words only where the page may be quoted', () => {
    const text = edit(english, bullet, `-   Fine.\n    Only owners do this.\n${bullet}`);
    const entry = { heading: 'Function', line: 8, sha256: sha256('Only owners do this') };
    expect(derive({ name: 'x', text }).contract.unparsed).toEqual([entry]);
    const quoted = derive({ name: 'x', text }, { quote: true }).contract.unparsed;
    expect(quoted).toEqual([{ ...entry, text: 'Only owners do this' }]);
  });

  it('is cut to a length that a report can carry', () => {
    const text = edit(english, bullet, `${'must '.repeat(1000)}\n\n${bullet}`);
    const [entry] = derive({ name: 'x', text }, { quote: true }).contract.unparsed;
    expect(entry?.text).toHaveLength(500);
  });

  it.skipIf(chinese === undefined)('is found in Chinese (skipped where the vendor’s page is absent)', () => {
    for (const sentence of ['每天最多扩容五次', '大小必须为10的倍数', '仅支持数据盘', '取值为偶数', '不允许缩容']) {
      // A sentence on one kind of volume may say whose the rules below are: then they are named as well.
      const found = unparsed(edit(chinese ?? '', '支持企业项目', `${sentence}。支持企业项目`));
      expect(found).toContainEqual({ heading: '功能介绍', line: 5, text: sentence });
    }
  });
});
