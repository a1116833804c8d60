/** The parts of a page. `title` is its first heading, `other` everything under an unknown heading. */
export type PagePlace = 'title' | 'intro' | 'uri' | 'request' | 'response' | 'status' | 'errors' | 'other';

/** Headings of the sections that are read, in small letters. */
export const HEADINGS = {
  intro: ['功能介绍', '功能', '接口功能', 'function', 'functions', 'overview', 'description'],
  uri: ['uri', 'url', 'api uri'],
  request: [
    ...['请求', '请求消息', '请求参数', '请求样例', '请求示例'],
    ...['request', 'requests', 'request message', 'request parameters', 'example request', 'example requests'],
  ],
  response: [
    ...['响应', '响应消息', '响应参数', '响应样例', '响应示例'],
    ...['response', 'responses', 'response message', 'response parameters', 'example response', 'example responses'],
  ],
  status: ['返回值', '状态码', 'returned value', 'returned values', 'return values', 'status code', 'status codes'],
  errors: ['错误码', 'error code', 'error codes'],
} as const satisfies Record<Exclude<PagePlace, 'title' | 'other'>, readonly string[]>;

export type Column = 'name' | 'type' | 'mandatory' | 'description';

/** Heads of columns, in small letters. */
export const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  name: ['参数', '参数名', '参数名称', '名称', '属性', '字段', 'parameter', 'parameters', 'name', 'attribute', 'field'],
  type: ['参数类型', '类型', '数据类型', 'type', 'parameter type', 'data type'],
  mandatory: ['是否必选', '是否必须', '必选', '是否必填', '必填', 'mandatory', 'required'],
  description: ['描述', '说明', '参数说明', '备注', 'description', 'remarks'],
};

export const YES: readonly string[] = ['是', 'yes', 'mandatory', 'true'];
export const NO: readonly string[] = ['否', 'no', 'optional', 'false'];

/**
 * Words that make a sentence look like a constraint. Such a sentence is recorded as unparsed if no reader reads it, so
 * a word too many costs a look at the contract, and a word too few costs a rule.
 */
export const CONSTRAINT_WORDS =
  /必须|必需|须|请勿|不要|不能|不得|不可|不允许|不支持|不超|不大于|不小于|禁止|只(?!读)|仅|最大|最小|最多|最少|最高|最低|至多|至少|大于|小于|高于|低于|等于|超过|少于|多于|以上|以下|以内|之间|上限|下限|范围|取值|默认|限制|约束|应当|应该|需要先|任意|任选|\b(?:must|do not|don't|need(?:s|ed)? to|avoid|not meant|before calling|shall|should|only|greater|less|larger|smaller|bigger|higher|lower|more than|fewer|above|below|between|exactly|maximum|minimum|max|min|at most|at least|up to|ranges?|defaults?|cannot|can ?not|can't|may not|not (?:be )?(?:supported|allowed|permitted|possible|valid)|unsupported|forbidden|prohibited|never|unless|exceeds?|exceeding|within|limit(?:s|ed)?|restrict(?:s|ed|ions?)?|constraints?|required|requires|excluded)\b/i;
