import type { FieldContext } from './field.ts';
import { jsonOf } from './json.ts';
import { VALUE } from './pattern.ts';

/** An item of a list of values: the value and its explanation. */
export interface ValueItem {
  readonly value: unknown;
  readonly meaning: string;
  readonly isDefault: boolean;
}

const MEANS = String.raw`(?:\s*(?::|表示|代表|为|是|指|即|=)\s*|\s+(?:-|–|—)\s+|-(?=\p{Script=Han})|\s+(?:indicates?|means?|specifies|stands for|represents|is)\s+)`;
const ITEM = new RegExp(
  `^(?:the )?(?:value )?(?<value>${VALUE})(?:\\s?\\((?<gloss>[^()]{1,160})\\))?(?:${MEANS}(?<meaning>.*))?$`,
  'iu',
);
/** A condition that only names the value. */
const WHERE_SET = new RegExp(
  `^if (?:this (?:parameter|field)|the value|it) is (?:set to )?(?<value>${VALUE}), (?<meaning>.+)$`,
  'iu',
);
/** The reverse order: the meaning first, then the value. */
const REVERSED = new RegExp(`^(?<meaning>[\\p{Script=Han}A-Za-z ]{1,30}):\\s*(?<value>${VALUE})$`, 'iu');
const NO_VALUE =
  /^(?:default|minimum|maximum|min|max|range|length|type|note|notice|unit|example|value|values|format|none|must|should|can|cannot|may|only|if|when|it|this|see|for|contact|otherwise|and|or|currently|constraints?|options?|description|name|id|enum|reference|remarks?|warning)$/i;
const NO_MEANING =
  /^(?:(?:the )?(?:default|minimum|maximum|min|max)(?: value| length)?|(?:value )?range|(?:the )?(?:unit|type|format|length|note|example|version)|.*(?:最[大小长短多少]|默认|缺省|单位|类型|格式|长度|个数|例如|示例|版本).*)$/iu;
const DEFAULT = /默认(?:值|类型)|缺省值|^\s*默认|(?:^|[\s(,])(?:the )?default(?: value| type)?(?=$|[),;])/iu;

/** Reads `value: meaning`; undefined if the text is no such item. */
export function valueItem(text: string, field: FieldContext, isInList = true): ValueItem | undefined {
  const found = itemIn(ITEM, text, field) ?? (field.type === 'boolean' ? undefined : itemIn(WHERE_SET, text, field));
  if (found !== undefined) return found;
  const reversed = isInList ? itemIn(REVERSED, text, field) : undefined;
  return reversed === undefined || NO_MEANING.test(reversed.meaning) ? undefined : reversed;
}

function itemIn(pattern: RegExp, text: string, field: FieldContext): ValueItem | undefined {
  const groups = pattern.exec(text)?.groups;
  const spelled = groups?.value;
  if (
    groups === undefined ||
    spelled === undefined ||
    NO_VALUE.test(spelled) ||
    /^(?:GET|POST|PUT|DELETE)$/.test(spelled)
  )
    return undefined;
  if (spelled.toLowerCase() === field.name.toLowerCase()) return undefined;
  if (/^(?:\p{Script=Han}*(?:大小|长度|最[大小]值?|默认值?))$/u.test(groups.meaning ?? '')) return undefined;
  if (/时$|^(?:if|when)\b/iu.test((groups.meaning ?? '').split(/[,;]/u)[0] ?? '')) return undefined;
  const value = jsonOf(spelled, field);
  const meaning = `${groups.gloss ?? ''} ${groups.meaning ?? ''}`.trim();
  return value === undefined ? undefined : { value, meaning, isDefault: DEFAULT.test(meaning) };
}

const CLOSED =
  /(?:取值(?:范围)?|可选值|枚举值|有效值)(?:如下|包括|有|为|是|:|所示|\s)*$|值(?:如下|为以下.{0,8})$|\b(?:values?|it|parameter|field)\b(?: of [^,;:]{1,40})? (?:(?:can|must) be |are |is )?(?:as follows|one of the following(?: values)?|the following)$|^(?:the )?(?:parameter )?value (?:can|must) be$|^(?:the )?(?:valid |possible |allowed |available |enumerated |enumeration )?(?:values?|options|value range|range)(?: are)?$/iu;

/** Whether a sentence says that its list contains all values. */
export function closes(text: string): boolean {
  return CLOSED.test(text.split(/[,;]/u).at(-1)?.trim() ?? '');
}
