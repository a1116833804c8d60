import type { ClauseReader, SaidKeyword } from './kind.ts';
import { clause } from './pattern.ts';

const THIS = '(?:(?:该|此|本)?(?:字段|参数|属性|功能)?|this (?:field|parameter|attribute|function)|it)';
const NOW = '(?:目前|当前|现在|暂时?|现)?';

/** Readers of a field's status as a whole: whether it is taken back, can be absent or null. */
export const flags: readonly ClauseReader[] = [
  flag(`${THIS}(?:目前|现)?(?:已经?|已被)?(?:废弃|弃用)`, 'deprecated'),
  flag(`${THIS}\\s*(?:is|has been) (?:no longer used|deprecated|obsolete|discarded|abandoned)`, 'deprecated'),
  flag('deprecated', 'deprecated'),
  flag(
    '(?:(?:this|it) is |this (?:field|parameter|attribute) is |specifies )?(?:an? |the )?reserved (?:field|parameter|attribute|property)|(?:this|it) is reserved|this (?:field|parameter|attribute) is reserved',
    'x-reserved',
  ),
  flag(`(?:${THIS}(?:为|是))?(?:预留|保留)的?(?:属性|字段|参数)`, 'x-reserved'),
  flag('(?:已)?(?:废弃|弃用)的?(?:字段|参数|属性)', 'deprecated'),
  flag(`${NOW}(?:云硬盘)?(?:服务)?${NOW}不支持(?:使用)?(?:该|此|本)(?:字段|参数|功能|属性)`, 'x-unsupported'),
  flag(`${THIS}${NOW}不支持`, 'x-unsupported'),
  flag(
    '(?:currently,? )?this (?:field|parameter|function|attribute) is (?:currently )?(?:not|un)\\s?supported(?: currently| now)?',
    'x-unsupported',
  ),
  flag(`${THIS}(?:为|是)?只读(?:字段|参数|属性)?|${THIS} is (?:a )?read-only(?: (?:field|parameter))?`, 'readOnly'),
  flag(`${THIS}(?:为|是)?(?:必选|必填|必须填写|必须指定)(?:参数|字段|项)?`, 'required'),
  flag('(?:this (?:field|parameter)|it) is (?:mandatory|required)|mandatory', 'required'),
  flag(`${THIS}(?:为|是)?(?:可选|选填)(?:参数|字段|项)?`, 'required', false),
  flag('(?:this (?:field|parameter)|it) is optional|optional', 'required', false),
  flag(
    '(?:the )?(?:值)?(?:可以?为|允许为)\\s*null|(?:(?:the )?(?:parameter )?value|it) (?:can be|may be|is) null',
    'nullable',
  ),
  // an object or a text by its table cannot be null anyway
  {
    pattern: clause('{subject}(?:不(?:能|可以?|允许|得)(?:为|是)\\s*null|(?:cannot|must not|can not) be null)'),
    read: nothing,
  },
  { pattern: clause('{subject}里面?不能有value为null的键值对'), read: nothing },
  {
    pattern: clause('(?:parameter )?values (?:under|in|of) (?<subject>[\\w ]{1,40}?) (?:cannot|must not) be null'),
    read: nothing,
  },
  {
    pattern: clause(`{subject}(?:可以?(?:为|是)空(?:字符串)?|can be (?:an empty string|left (?:blank|empty)))`),
    read: nothing,
  },
];

function flag(source: string, keyword: string, value = true): ClauseReader {
  const said: readonly SaidKeyword[] = [{ on: 'field', keyword, value }];
  return { pattern: clause(source), read: (_groups, { isAside }) => (isAside ? undefined : said) };
}

function nothing(
  { subject }: Readonly<Record<string, string | undefined>>,
  around: Parameters<ClauseReader['read']>[1],
) {
  return around.subject(subject) === null ? undefined : [];
}
