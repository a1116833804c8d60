import { caseOf } from './cases.ts';
import type { Around, ClauseReader, SaidKeyword } from './kind.ts';
import { numberOf } from './pattern.ts';
import { isOwnUnit } from './range.ts';

const ENDS = /(?=\s*(?:$|[,;()]))/u.source;
const BEFORE = String.raw`(?:原有?的?|当前的?|现有的?|扩容前的?)[\p{Script=Han}]{1,8}`;
const SO_FAR = `the (?:(?:original|current|existing|previous) (?:[a-z]+ )?(?:size|capacity)(?: of [a-z ]{1,30})?|size so far)`;
const LARGEST = String.raw`[^,;:()~]{0,8}最大(?:容量|大小|值)|the (?:maximum|largest|max\.?) (?:[a-z]+ )?(?:size|capacity)(?: of [a-z ]{1,30})?`;

/** Readers of a number that is related to the present value. */
export const relative: readonly ClauseReader[] = [
  {
    pattern: new RegExp(
      `^(?<subject>[^,;:()]{0,60}?)\\s*(?:范围|ranges?)?\\s*(?:必须|需要?|应|为|是|:|must be|from|\\s)*(?<above>大于|(?:greater|larger) than)?\\s*(?:${BEFORE}|${SO_FAR})\\s*(?:~|-|到|至|to)\\s*(?:${LARGEST})\\s*\\((?<ends>[^()]{1,120})\\)${ENDS}`,
      'iu',
    ),
    read: ({ subject, above, ends }, around) => {
      if (!isNumberOfField(subject, around)) return undefined;
      const largest = endsOf(ends ?? '', around);
      return largest === undefined ? undefined : [lower(above !== undefined), ...largest];
    },
  },
  {
    pattern: new RegExp(
      `^(?<subject>[^,;:()]{0,60}?)\\s*(?:范围|range|value range)?\\s*(?:必须|需要?|应|为|是|:|must be|has to be|is|be|\\s)*(?:大于|(?:greater|larger) than )\\s*(?:${BEFORE}|${SO_FAR})${ENDS}`,
      'iu',
    ),
    read: ({ subject }, around) => (isNumberOfField(subject, around) ? [lower(true)] : undefined),
  },
];

function lower(isAbove: boolean): SaidKeyword {
  return { on: 'field', keyword: isAbove ? 'above' : 'from', value: 'current' };
}

function isNumberOfField(subject: string | undefined, around: Around): boolean {
  const found = around.subject(subject);
  return found?.on === 'field' && !found.isLength && /^(?:integer|number)$/.test(around.field.type ?? '');
}

/**
 * `32768GB`, or one number for each case: `数据盘为32768GB;系统盘为1024GB`, `32768 for a data disk and 1024 for a system disk`.
 */
function endsOf(text: string, around: Around): readonly SaidKeyword[] | undefined {
  const parts = text.split(/[;、]|,(?!\d{3})|\band\b/iu).map((part) => part.trim());
  const said: SaidKeyword[] = [];
  for (const part of parts) {
    const { n, unit } = /(?<n>\d[\d,]*)\s*(?<unit>[KMGTP]i?B)?/iu.exec(part)?.groups ?? {};
    const value = numberOf(n);
    if (Number.isNaN(value) || !isOwnUnit(unit, around)) return undefined;
    const rest = part
      .replace(/\d[\d,]*\s*(?:[KMGTP]i?B)?/iu, '')
      .replace(/最大|为|是|:|\b(?:for|an?|the|is)\b|\s/giu, '');
    const when = caseOf(part);
    if (rest !== '' && when === null) return undefined;
    said.push({ on: 'field', keyword: 'maximum', value, ...(when === null ? {} : { when }) });
  }
  return said;
}
