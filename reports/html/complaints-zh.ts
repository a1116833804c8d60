import type { Phrase } from './translate.ts';

/** What was seen in answer to a request: the beginning of a complaint. */
const seen: readonly Phrase[] = [
  ['answered {#status} with an empty body', '返回 {status}，响应体为空'],
  ['answered {#status} with a body that is not JSON', '返回 {status}，响应体不是 JSON'],
  ['answered {#status} with another body', '返回 {status}，响应体结构不同'],
  ['answered {#status} without Allow', '返回 {status}，没有 Allow'],
  ['answered {#status} with both {one} and {other}', '返回 {status}，同时给出 {one} 和 {other}'],
  ['answered {#status} with {body}', '返回 {status}，内容为 {body}'],
  ['answered {#status}', '返回 {status}'],
  ['gave no answer ({reason})', '没有响应（{reason}）'],
  ['enlarged the volume from {#from} to {#to} GB after its answer', '响应之后将云硬盘从 {from} GB 扩容至 {to} GB'],
  ['deleted the volume after its answer', '响应之后删除了云硬盘'],
  [
    'left the volume at {#size} GB, as it was, for {#seconds} s after its answer',
    '响应之后 {seconds} 秒内云硬盘仍为 {size} GB',
  ],
  ['left the volume at {#size} GB, as it was, after its answer', '响应之后云硬盘仍为 {size} GB'],
  [
    'left the volume there in state "{state}" for {#seconds} s after its answer',
    '响应之后 {seconds} 秒内云硬盘仍在，状态为 "{state}"',
  ],
  ['left the volume there in state "{state}" after its answer', '响应之后云硬盘仍在，状态为 "{state}"'],
  [
    'left {#size} GB, a while after {#before} GB, after its answer',
    '响应之后容量先为 {before} GB，过了一会又变为 {size} GB',
  ],
  ['left {#size} GB after its answer', '响应之后容量为 {size} GB'],
  [
    'added {#more} GB to the {#size} GB, giving {#sum} GB, after its answer',
    '响应之后在 {size} GB 上增加 {more} GB，成为 {sum} GB',
  ],
  ['refused, and left {after}, after {before},', '已拒绝，但云硬盘由 {before} 变为 {after}'],
  ['refused with {#status} in answer', '以 {status} 拒绝'],
  ['gave a job that cannot be looked up ({reason}) in answer', '返回的任务无法查询（{reason}）'],
  ['gave the job {id} of an earlier {request} in answer', '返回了之前{request}的任务 {id}'],
  ['gave the job {id}, whose look-up returned {other}, in answer', '返回的任务 {id} 查询到的却是 {other}'],
  ['gave a job that stays {state} for {#seconds} s in answer', '返回的任务在 {seconds} 秒内一直处于 {state}'],
  ['gave a job that stays {state} in answer', '返回的任务一直处于 {state}'],
  ['gave a job in state {state} in answer', '返回的任务状态为 {state}'],
  ['let the job end in FAIL, and grew the volume, after its answer', '响应之后任务以 FAIL 结束，云硬盘却已扩容'],
  ['let the job end in FAIL after its answer', '响应之后任务以 FAIL 结束'],
  ['let the job go from {from} to {to} in answer', '任务从 {from} 变为 {to}'],
  ['said SUCCESS with the old size, {#size} GB, in answer', '任务为 SUCCESS，但容量仍是原来的 {size} GB'],
  ['said SUCCESS with the volume still there, in answer', '任务为 SUCCESS，但云硬盘仍在'],
  ['changed another volume, {id} ({change}), in answer', '改变了另一块云硬盘 {id}（{change}）'],
  ['changed another volume, {id}, in answer', '改变了另一块云硬盘 {id}'],
  ['changed {attributes} in spite of a refusal in answer', '在拒绝的同时改变了 {attributes}'],
  ['changed {attributes} in answer', '改变了 {attributes}'],
  ['labelled JSON as {type} in answer', '将 JSON 标为 {type}'],
  ['shrank from {#from} to {#to} GB after another extension, having answered', '再次扩容后从 {from} GB 缩小至 {to} GB'],
  ['ended at {#size} GB after two extensions at once, one of them', '两次同时扩容后容量为 {size} GB，其中一次'],
];

/** What had to come instead: the end of a complaint. */
const expected: readonly Phrase[] = [
  ['a refusal', '拒绝'],
  ['an acceptance', '接受'],
  ['an acceptance or a 4xx', '接受或 4xx'],
  ['an acceptance both times', '两次均接受'],
  ['a refusal with a 4xx, or no harm', '以 4xx 拒绝，或不造成损害'],
  ['a refusal, as for the number that it stands for', '拒绝，如同其所代表的数字'],
  ['an acceptance, as by a volume that has refused nothing before', '接受，如同此前未拒绝过请求的云硬盘'],
  ['a 4xx', '4xx'],
  ['a 4xx, or 501', '4xx 或 501'],
  ['the volume to stay as it is', '云硬盘保持不变'],
  ['the volume as it was', '云硬盘与之前相同'],
  ['the volume never to shrink', '云硬盘不缩小'],
  ['the volume to be gone', '云硬盘已不存在'],
  ['exactly {#size} GB from then on', '此后一直为 {size} GB'],
  ['exactly {#size} GB', '恰好 {size} GB'],
  ['one of {sizes} GB', '{sizes} GB 之一'],
  ['the requested size', '所请求的容量'],
  ['the new size', '新容量'],
  ['{what} within the time limit (limits.jobMs)', '在时限（limits.jobMs）内：{what}'],
  ['{method} in Allow', 'Allow 中有 {method}'],
  ['one that can', '可以查询的任务'],
  ['one that ends', '会结束的任务'],
  ['its own', '其自身的任务'],
  ['a job of its own', '自身的任务'],
  ['the job to stay ended', '任务保持终态'],
  ['no growth with it', '容量不变'],
  ['only the size to change, and the state back', '只有容量改变，且状态恢复'],
  ['only the size to change', '只有容量改变'],
  ['no other volume to change', '其他云硬盘不变'],
  ['another status for a refusal', '拒绝时用其他状态码'],
  ['no {what} in a refusal', '拒绝时没有 {what}'],
  ['no {what} in a success', '成功时没有 {what}'],
  ['{shape} under any key', '任一键下的 {shape}'],
];

/** On which volume a request was made; the first letter of the state chooses the article. */
const where: readonly Phrase[] = ['a', 'an'].flatMap((article): readonly Phrase[] => [
  [`${article} {state}, shared volume of {volume}`, '{state} 状态的共享云硬盘（{volume}）'],
  [`${article} {state} volume of {volume}`, '{state} 状态的云硬盘（{volume}）'],
]);

const volumes: readonly Phrase[] = [
  // what was special about the request stands last
  ['{size}, by a number of 10,000 digits', '{size}，使用 10,000 位的数字'],
  ['{size}, by a body that no page speaks of', '{size}，使用页面未提及的请求体'],
  ['{size}, by text that a lenient reader takes for a number', '{size}，使用宽松的读取者会当作数字的文本'],
  ['{size}, by the look-up of it without credentials', '{size}，不带凭证查询'],
  ['{size}, by the look-up of a job without credentials', '{size}，不带凭证查询任务'],
  ['{size}, by the look-up of a job that does not exist', '{size}，查询不存在的任务'],
  ['{size}, {#before} GB before it was extended', '{size}，扩容前 {before} GB'],
  [
    'a volume {state}, shared, servers {servers}, {#size} GB',
    '{size} GB、状态 {state}、云服务器 {servers} 的共享云硬盘',
  ],
  ['a volume {state}, servers {servers}, {#size} GB', '{size} GB、状态 {state}、云服务器 {servers} 的云硬盘'],
  ['a volume {state}, shared, {#size} GB', '{size} GB、状态 {state} 的共享云硬盘'],
  ['a volume {state}, {#size} GB', '{size} GB、状态 {state} 的云硬盘'],
  ['{size} GB whose server is {servers}', '{size} GB，云服务器状态为 {servers}'],
  ['{size} GB whose servers are {servers}', '{size} GB，云服务器状态为 {servers}'],
  ['{size}, which belongs to another project', '{size}，属于其他项目'],
  ['{size} GB by {how}', '{size} GB，方法 {how}'],
  ['{size}, by the id of one that is deleted', '{size}，使用已删除云硬盘的 ID'],
  ['{size}, by the path of another project', '{size}，使用其他项目的路径'],
  ['{size} GB with them in another header', '{size} GB，凭证在其他请求头中'],
  ['{size} GB with wrong ones', '{size} GB，凭证错误'],
  ['{size} GB without credentials', '{size} GB，不带凭证'],
  ['{size} GB, by the id {id} that is none', '{size} GB，使用不存在的 ID {id}'],
];

/** `answered 200 to new_length 3 on …, expected a refusal`; what was seen may hold the words that follow it. */
const complaints: readonly Phrase[] = seen.flatMap(([english, chinese]): readonly Phrase[] => [
  [`${english} to {what} on {where}, expected {expected}`, `对 {where}发送 {what}：${chinese}；预期：{expected}`],
  [`${english} to {what}, expected {expected}`, `发送 {what}：${chinese}；预期：{expected}`],
]);

/** Complaints, which have one grammar, and their parts; longer phrases stand before those that they end in. */
export const complaintsZh: readonly Phrase[] = [...complaints, ...seen, ...expected, ...where, ...volumes];
