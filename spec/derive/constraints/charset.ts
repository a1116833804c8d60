import type { ClauseReader } from './kind.ts';
import { clause } from './pattern.ts';

/** Parts of a set of characters, as ranges of a class. */
const SETS: readonly (readonly [RegExp, string])[] = [
  [/^(?:大小写)?英文字母(?:\(a-z,?\s*A-Z\))?$|^(?:大小写字母)$|^a-z,?A-Z$/iu, 'A-Za-z'],
  [/^大写(?:英文)?字母$|^upper-?case letters$/iu, 'A-Z'],
  [/^A-Z$/u, 'A-Z'],
  [/^a-z$/u, 'a-z'],
  [/^0-9$/u, '0-9'],
  [/^['"‘“]-['"’”]$/u, '\\-'],
  [/^['"‘“]_['"’”]$/u, '_'],
  [/^['"‘“]\.['"’”]$/u, '.'],
  [/^小写(?:英文)?字母$|^lower-?case letters$/iu, 'a-z'],
  [/^数字(?:\(0-9\))?$/iu, '0-9'],
  [/^下划线(?:\(_\))?$|^underscores?(?: ?\(_\))$/iu, '_'],
  [/^(?:中划线|连字符|短横线)(?:\(-\))?$|^hyphens?(?: ?\(-\))$/iu, '\\-'],
  [/^(?:英文)?(?:点|句点)(?:\(\.\))?$|^periods?(?: ?\(\.\))$|^dots?(?: ?\(\.\))$/iu, '.'],
  [/^空格$|^spaces?$/iu, ' '],
  [
    /^(?:UNICODE字符|中文(?:字符)?)\(\\u4E00-\\u9FFF\)$|^unicode characters? ?\(\\u4E00-\\u9FFF\)$/iu,
    '\\u4E00-\\u9FFF',
  ],
  [/^(?:english )?letters(?: ?\(a-z(?:,? (?:and )?A-Z)?\))$/iu, 'A-Za-z'],
  // unless an alphabet is named, letters and digits of any script count
  [/^letters$/iu, '\\p{L}\\p{M}'],
  [/^digits$/iu, '\\p{N}'],
];

/** Readers of a text's permitted characters, if the page names them all. */
export const charset: readonly ClauseReader[] = [
  {
    pattern: /^(?<subject>)(?:字符集|character set)\s*:\s*(?<set>[^;]{1,200})$/iu,
    read: (groups, around) => read(groups, around),
  },
  {
    pattern: clause('{subject}(?:只能|仅能|仅)?(?:可以?)?由(?<set>[^;]{1,200}?)组成'),
    read: (groups, around) => read(groups, around),
  },
  {
    pattern: clause('only (?<set>[^;]{1,200}?) (?:is|are) (?:allowed|supported|permitted)'),
    read: (groups, around) => read(groups, around),
  },
  {
    // a set contains commas and brackets, so it ends only where another statement begins
    pattern:
      /^(?<subject>[^,;:()]{0,60}?)\s*(?:只能|仅能|仅可|只可以?)(?:包含|包括|使用|为|是)?(?<set>[^;]{1,200}?)(?=$|;|,\s*(?:且|并|长度|最|不|以|总|必须))/iu,
    read: (groups, around) => read(groups, around),
  },
  {
    pattern:
      /^(?<subject>[^,;:()]{0,60}?)\s*(?:(?:can|may|must) (?:contain only|only contain|consist only of)|(?:only contains?|contains? only))\s+(?<set>[^;]{1,200})$/iu,
    read: (groups, around) => read(groups, around),
  },
];

const read: ClauseReader['read'] = ({ subject, set }, around) => {
  const found = around.subject(subject);
  if (found === null || found.on === 'both') return undefined;
  if (found.on === 'field' && around.field.type !== 'string') return undefined;
  const parts = (set ?? '').split(/、|,\s*(?:and\s+)?|\s+and\s+|和|以及/u).map((part) => part.trim());
  const ranges = parts.map((part) => SETS.find(([pattern]) => pattern.test(part))?.[1]);
  if (ranges.some((range) => range === undefined)) return undefined;
  return [{ on: found.on, keyword: 'pattern', value: `^[${ranges.join('')}]*$` }];
};
