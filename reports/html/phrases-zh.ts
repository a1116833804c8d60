import { adviceZh } from './advice-zh.ts';
import { complaintsZh } from './complaints-zh.ts';
import { reasonsZh } from './reasons-zh.ts';
import type { Phrase } from './translate.ts';

/** Requests, as other phrases name them. */
const requests: readonly Phrase[] = [
  ['extension', '扩容'],
  ['deletion', '删除'],
  ['an empty body', '空请求体'],
  ['the body {body}', '请求体 {body}'],
];

/** What was read of a volume, and likely mix-ups. */
const observations: readonly Phrase[] = [
  ['before: {what}', '之前：{what}'],
  ['then: {what}', '随后：{what}'],
  ['after: {what}', '之后：{what}'],
  ['after {#seconds} s: {what}', '{seconds} 秒后：{what}'],
  ['{volume}; job {state}', '{volume}；任务 {state}'],
  ['{#size} GB, state {state}', '{size} GB，状态 {state}'],
  ['{#size} GB in state {state}', '{size} GB（状态 {state}）'],
  ['it is gone', '已不存在'],
  ['as documented', '页面所述'],
  ['job id', '任务 ID'],
  ['available or in-use', 'available 或 in-use'],
  ['job_id or order_id', 'job_id 或 order_id'],
  ['size from {#before} to {#after} GB', '容量由 {before} GB 变为 {after} GB'],
  ['state from {before} to {after}', '状态由 {before} 变为 {after}'],
  ['the maximum looks inclusive of {#size}', '最大值似乎包含 {size}'],
  [
    'this is a flat error: the documented members without the object around them',
    '这是扁平的错误：有文档所述的成员，但没有外层对象',
  ],
  [
    'this is an exhausted quota: raise the quota of the project, or give the largest possible size with --max-gb',
    '这是配额已用尽：请增加项目配额，或用 --max-gb 说明云硬盘最大可到多少',
  ],
  [
    'this is how the plain volume API ({paths}) answers: 202 with an empty body',
    '这是普通云硬盘 API（{paths}）的响应方式：202，响应体为空',
  ],
  [
    'this is how the newer sibling ({paths}) answers: 202 with a job or an order',
    '这是较新版本 API（{paths}）的响应方式：202，带任务或订单',
  ],
  [
    'this is the API gateway’s convention for errors: error_code and error_msg',
    '这是 API 网关的错误格式：error_code 和 error_msg',
  ],
  [
    'this is Cinder’s convention for errors: one key named after the fault, a numeric code in it',
    '这是 Cinder 的错误格式：以错误命名的键，其中有数字错误码',
  ],
];

/** The choice of requirements, as a headline tells it. */
const parts: readonly Phrase[] = [
  ['smoke passed', '冒烟测试通过'],
  ['smoke passed, but for {ids}', '冒烟测试通过，以下除外：{ids}'],
  ['smoke failed', '冒烟测试未通过'],
  ['smoke not judged', '冒烟测试无法判定'],
  ['--only: {#count} selected, passed', '--only：选中 {count} 项，已通过'],
  ['--only: {#count} selected, all passed', '--only：选中 {count} 项，全部通过'],
  ['--only: {#count} selected, passed, but for {ids}', '--only：选中 {count} 项，通过，以下除外：{ids}'],
  ['--only: {#count} selected, {#failed} failed', '--only：选中 {count} 项，{failed} 项未通过'],
  ['--only: {#count} selected, not judged', '--only：选中 {count} 项，无法判定'],
];

/** Why an entry of several runs has no report. */
const entries: readonly Phrase[] = [
  ['in shard {#at}/{#of}', '在分片 {at}/{of} 中'],
  ['interrupted before its turn', '尚未轮到即已中断'],
  ['its operation has none of the selected requirements', '其接口没有所选的要求'],
];

/** What the suite says in English, in Chinese; longer phrases stand before those that they end in. */
export const phrasesZh: readonly Phrase[] = [
  ...complaintsZh,
  ...reasonsZh,
  ...adviceZh,
  ...observations,
  ...parts,
  ...entries,
  ...requests,
];
