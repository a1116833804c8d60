import type { FieldContext } from './field.ts';
import { valueItem } from './items.ts';
import type { Heard } from './join.ts';
import { jsonOf } from './json.ts';
import type { Passage } from './passage.ts';
import { VALUE } from './pattern.ts';

/** The meaning of a value, in the words of a cell. */
interface Meaning {
  readonly value: unknown;
  readonly text: string;
}

const ABSENT = [
  /^(?:如果|若|当)?(?:该|此|本)(?:字段|参数|属性)(?:不存在|不传|未传|不?未?指定|不填|未填)时?,?(?:则)?[^,;]{0,12}?默认为(?<what>[^,;]{1,24})$/u,
  /^if (?:this (?:parameter|field)|it) (?:does not (?:exist|appear)|is not (?:specified|set|given|provided|passed)|is omitted|is left blank), (?<what>[^,;]{1,80})$/iu,
];
const GLOSSED = new RegExp(`(?<value>${VALUE})\\s?\\((?<text>[^()]{1,160})\\)`, 'giu');
/** Words without a meaning of their own here. */
const COMMON =
  /^(?:the|a|an|disk|volume|device|type|will|be|is|are|by|default|does|do|this|that|parameter|field|set|value|used|as|of|to)$/i;

/**
 * The default of a field if the page gives its meaning ("not encrypted") and not its value: the only value with this
 * meaning.
 */
export function defaultByMeaning(passages: readonly Passage[], field: FieldContext): Heard | undefined {
  for (const passage of passages) {
    const what = ABSENT.map((pattern) => pattern.exec(passage.text)?.groups?.what).find((found) => found !== undefined);
    if (what === undefined) continue;
    const wanted = wordsOf(what);
    const fitting = meaningsIn(passages, field).filter(
      ({ text, value }) => isLiteral(value) && isSame(wanted, wordsOf(firstClause(text))),
    );
    const values = [...new Set(fitting.map(({ value }) => value))];
    if (wanted.size > 0 && values.length === 1) {
      return { said: { on: 'field', keyword: 'default', value: values[0] }, passage };
    }
  }
  return undefined;
}

function meaningsIn(passages: readonly Passage[], field: FieldContext): readonly Meaning[] {
  return passages.flatMap(({ text }) => {
    const items = [text, ...text.split(/[,;]\s*/u)].flatMap((piece) => {
      const item = valueItem(piece, field);
      return item === undefined ? [] : [{ value: item.value, text: item.meaning }];
    });
    const glosses = [...text.matchAll(GLOSSED)].flatMap(({ groups }) => {
      const value = jsonOf(groups?.value ?? '', field);
      return value === undefined ? [] : [{ value, text: groups?.text ?? '' }];
    });
    return [...items, ...glosses];
  });
}

/** Whether a value cannot be the subject of a sentence, as a word can. */
function isLiteral(value: unknown): boolean {
  return typeof value !== 'string' || /^(?:true|false|\d+)$/i.test(value);
}

function firstClause(text: string): string {
  return text.split(/[,;(]/u)[0] ?? '';
}

/** The significant words of a text, by their stems; Chinese by its characters, without the common ones. */
function wordsOf(text: string): ReadonlySet<string> {
  const latin = text.match(/[A-Za-z][A-Za-z0-9_-]*/gu) ?? [];
  const telling = latin
    .filter((word) => !COMMON.test(word))
    .map((word) => word.toLowerCase().replace(/(?:ed|s|ing)$/, ''));
  const han = text.replace(/云硬盘|磁盘|设备|类型|使用|默认|表示|[的为是]/gu, '').match(/\p{Script=Han}/gu) ?? [];
  return new Set([...telling, ...han]);
}

/** Whether one text has all words of the other, and both agree about "not". */
function isSame(wanted: ReadonlySet<string>, has: ReadonlySet<string>): boolean {
  const denies = (words: ReadonlySet<string>): boolean =>
    ['not', 'no', '不', '非', '未', '无'].some((word) => words.has(word));
  return [...wanted].every((word) => has.has(word)) && denies(wanted) === denies(has);
}
