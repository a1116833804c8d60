/** Statements of requirements, and why some are untested, with the same in Chinese; both with their placeholders. */
export const statementsZh: readonly (readonly [english: string, chinese: string])[] = [
  ['serve {method} {path}: a plain, valid extension is accepted', '提供 {method} {path}：接受一次普通、有效的扩容'],
  [
    'serve {method} {path}: the deletion of an available volume is accepted',
    '提供 {method} {path}：接受删除状态为 available 的云硬盘',
  ],
  [
    'accept every integer greater than the current size, current + 1 included and below {maximum} GB',
    '接受大于当前容量且小于 {maximum} GB 的每个整数，包括当前容量 + 1',
  ],
  [
    'accept every integer greater than the current size, current + 1 included{below}',
    '接受大于当前容量的每个整数，包括当前容量 + 1{below}',
  ],
  [
    'accept every integer greater than the current size, current + 1 included',
    '接受大于当前容量的每个整数，包括当前容量 + 1',
  ],
  [
    'refuse a size equal to or below the current one, zero and negatives included',
    '拒绝等于或小于当前容量的取值，包括零和负数',
  ],
  ['refuse a size below the current one, zero and negatives included', '拒绝小于当前容量的取值，包括零和负数'],
  ['refuse a size {notGreater} the current one, zero and negatives included', '拒绝不大于当前容量的取值，包括零和负数'],
  [
    'accept exactly {maximum} GB (the page does not say whether the end belongs to the range)',
    '接受恰好 {maximum} GB（页面没有说明上限是否在范围之内）',
  ],
  ['refuse {over} GB and above, huge numbers included', '拒绝 {over} GB 及以上的取值，包括极大的数'],
  [
    'read a number of thousands of digits as that number or refuse it, never with a 5xx',
    '对数千位的数字，按其数值处理或拒绝，但不得返回 5xx',
  ],
  ['keep to the smaller maximum of a system disk', '遵守系统盘较小的最大容量'],
  [
    'accept a decimal whose integer part is greater than the current size and below {maximum} GB',
    '接受整数部分大于当前容量且小于 {maximum} GB 的小数',
  ],
  [
    'accept a decimal whose integer part is greater than the current size{below}',
    '接受整数部分大于当前容量的小数{below}',
  ],
  ['accept a decimal whose integer part is greater than the current size', '接受整数部分大于当前容量的小数'],
  [
    'take a decimal as the integer before its point: that is the resulting capacity',
    '小数取小数点前的整数：扩容后的容量即为该整数',
  ],
  [
    'refuse a decimal above the current size whose integer part equals it',
    '拒绝大于当前容量、但整数部分与其相等的小数',
  ],
  ['take {maximum}.x as {maximum}', '将 {maximum}.x 视为 {maximum}'],
  ['treat the same number in exponent form (2e2, 2.0E+2) alike', '对同一数字的指数写法（2e2、2.0E+2）同等处理'],
  ['refuse a body without {action}, or with one that is not an object', '拒绝没有 {action} 或其值不是对象的请求体'],
  [
    'refuse methods other than {method} without failing, and with Allow if the status is 405',
    '拒绝 {method} 以外的方法时自身不出错，返回 405 时附带 Allow',
  ],
  ['refuse {action} without {size}', '拒绝没有 {size} 的 {action}'],
  [
    'refuse null, booleans, arrays, objects, and strings that are not entirely numeric',
    '拒绝 null、布尔值、数组、对象，以及整体不是数字的字符串',
  ],
  [
    'refuse an empty, cut-off or non-JSON body with a 4xx and the error envelope',
    '对空的、截断的或不是 JSON 的请求体，以 4xx 和错误结构拒绝',
  ],
  [
    'accept {optional} next to {action}, and obey {size} all the same',
    '接受与 {action} 并列的 {optional}，并照样按 {size} 执行',
  ],
  [
    'accept a string that a lenient reader takes for a number as that number, or refuse it, never with a 5xx',
    '对可宽松读作数字的字符串，按该数字接受或拒绝，但不得返回 5xx',
  ],
  [
    'accept or refuse unknown and duplicate keys, never with a 5xx; obey {size} if accepted',
    '对未知或重复的键，接受或拒绝均可，但不得返回 5xx；接受时须按 {size} 执行',
  ],
  [
    'accept or refuse odd bodies (any bytes, deep nesting, more behind the JSON), never with a 5xx; obey {size} if accepted',
    '对异常的请求体（任意字节、深层嵌套、JSON 之后还有内容），接受或拒绝均可，但不得返回 5xx；接受时须按 {size} 执行',
  ],
  [
    'accept or refuse a body under another Content-Type or none, never with a 5xx; obey {size} if accepted',
    '对 Content-Type 不同或缺失的请求体，接受或拒绝均可，但不得返回 5xx；接受时须按 {size} 执行',
  ],
  ['take a request without a body', '接受没有请求体的请求'],
  ['accept for an available volume', '接受对 available 状态云硬盘的请求'],
  ['accept for an available volume with multiattach true', '接受对 multiattach 为 true 的 available 状态云硬盘的请求'],
  [
    'accept for an in-use, unshared volume whose server is {servers}',
    '接受对 in-use 状态、非共享、云服务器状态为 {servers} 的云硬盘的请求',
  ],
  ['not enlarge an in-use volume with multiattach true', '不得扩容 multiattach 为 true 的 in-use 状态云硬盘'],
  [
    'not enlarge an in-use volume whose server is not {servers}',
    '不得扩容云服务器状态不是 {servers} 的 in-use 状态云硬盘',
  ],
  ['refuse for a volume in any state but {statuses}', '云硬盘处于 {statuses} 以外的状态时拒绝'],
  ['delete a volume in another state than available', '删除状态不是 available 的云硬盘'],
  ['delete or keep the snapshots of the volume', '删除或保留云硬盘的快照'],
  [
    'answer an accepted request with an object that has a non-empty string {receipt} at top level',
    '接受请求时返回一个对象，其顶层有非空字符串 {receipt}',
  ],
  ['answer an accepted request with {status}', '接受请求时返回 {status}'],
  ['refuse with a status other than {status}', '拒绝时返回 {status} 以外的状态码'],
  ["answer a client's mistake with a 4xx", '对客户端的错误返回 4xx'],
  ['refuse with a body of the documented shape: {envelope}', '拒绝时返回文档所述结构的响应体：{envelope}'],
  [
    'give {errors} only in a refusal and {receipt} only in a success',
    '{errors} 只在拒绝时给出，{receipt} 只在成功时给出',
  ],
  ['label JSON bodies as JSON', '为 JSON 响应体标明 JSON 类型'],
  [
    'leave the volume at exactly the requested size, within the time limit and whatever the job says',
    '无论任务状态如何，在时限内使云硬盘恰好达到所请求的容量',
  ],
  [
    'take {size} as the size after the extension, not as an increment, also the second time',
    '将 {size} 视为扩容后的容量而不是增量，再次扩容时亦然',
  ],
  ['leave size and state as they were when a request is refused at once', '立即拒绝请求时，容量和状态保持不变'],
  ['have the volume gone within the time limit, whatever the job says', '无论任务状态如何，云硬盘在时限内消失'],
  ['leave the volume as it was when a request is refused at once', '立即拒绝请求时，云硬盘保持不变'],
  ['change no other volume', '不改变其他云硬盘'],
  [
    'leave name, description, metadata, type, zone, attachments and state as they were, even if a request is refused',
    '名称、描述、元数据、类型、可用区、挂载和状态保持不变，拒绝请求时亦然',
  ],
  ['refuse a second deletion, or answer it and do no harm', '拒绝再次删除，或作出响应而不造成损害'],
  [
    'return a {job} that can be looked up, is this job’s own, and ends',
    '返回可查询的、属于本任务的 {job}，且任务会结束',
  ],
  [
    'give a job the status INIT, RUNNING, SUCCESS or FAIL, and never leave an end state',
    '任务状态为 INIT、RUNNING、SUCCESS 或 FAIL，且不离开终态',
  ],
  ['show the new size once the job says SUCCESS', '任务状态为 SUCCESS 后显示新容量'],
  ['show the volume gone once the job says SUCCESS', '任务状态为 SUCCESS 后云硬盘已不存在'],
  ['refuse the look-up of a job that does not exist, never with a 5xx', '拒绝查询不存在的任务，且不返回 5xx'],
  [
    'refuse an unknown or malformed volume id with the error envelope, not with a 5xx',
    '对未知或格式错误的云硬盘 ID，以错误结构拒绝，不返回 5xx',
  ],
  ['not extend by a method other than {method}', '不得以 {method} 以外的方法扩容'],
  ['not delete by a method other than {method}', '不得以 {method} 以外的方法删除'],
  [
    'refuse a request without a token, with a wrong or empty one, or with one in another place',
    '拒绝没有令牌、令牌错误或为空、令牌位置不对的请求',
  ],
  [
    'refuse a project that the token is not for, and a volume of another project',
    '拒绝不属于该令牌的项目，以及其他项目的云硬盘',
  ],
  [
    'deny such a request with a body of the documented shape: {envelope}',
    '以文档所述结构的响应体拒绝此类请求：{envelope}',
  ],
  ['show neither a volume nor a job to a request without a token', '对没有令牌的请求，不显示云硬盘或任务'],
  [
    'end two simultaneous extensions at one of the accepted sizes, and never shrink',
    '两次同时扩容后，容量为已接受的取值之一，且不缩小',
  ],
  [
    'accept a valid extension while other volumes of the project are being extended',
    '项目中其他云硬盘正在扩容时，接受有效的扩容',
  ],
  [
    'accept a valid deletion while other volumes of the project are being deleted',
    '项目中其他云硬盘正在删除时，接受有效的删除',
  ],
  ['mark the operation as deprecated', '将该接口标为已废弃'],
  ['support enterprise-project authorisation', '支持企业项目授权'],
  ['serve pay-per-use volumes only', '仅支持按需计费的云硬盘'],
  ['use the documented error codes', '使用文档所述的错误码'],
  ["needs the vendor's billing, to obtain a prepaid volume", '需要厂商的计费系统，才能得到包周期云硬盘'],
  ["needs the vendor's identity service", '需要厂商的身份认证服务'],
  ['a flag of the contract, not a behaviour of the endpoint', '契约中的标记，而不是端点的行为'],
  [
    'every request is sent without one; the page says nothing of a body',
    '所有请求都如此发送；页面未提及带请求体的情况',
  ],
  ['the codes are on another page', '错误码在另一页面上'],
  ['the page does not mention them, and has no parameter that includes them', '页面未提及，也没有相应的参数'],
  ['the page names no state in which it is allowed or forbidden', '页面没有指明允许或禁止的状态'],
  ['the volumes of a run are data disks', '测试所用的云硬盘是数据盘'],
];
