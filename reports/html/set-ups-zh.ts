import type { Phrase } from './translate.ts';

/** Why a volume could not be had, given back, or used. */
export const setUpsZh: readonly Phrase[] = [
  [
    'there is no way to obtain a volume: give the state hook with --states, or volumes in the config file',
    '无法获得云硬盘：请用 --states 指定状态钩子，或在配置文件中设置 volumes',
  ],
  [
    'the openstack provider has no servers of its own: none is {state}, and all that Cinder says is that one is attached',
    'openstack 方式没有自己的云服务器：没有处于 {state} 的，Cinder 只说明已挂载',
  ],
  [
    'the openstack provider resets volumes to many a status, never to {state}',
    'openstack 方式可将云硬盘重置为多种状态，但不包括 {state}',
  ],
  [
    'the openstack provider creates volumes of its own project, none of another tenant',
    'openstack 方式只创建本项目的云硬盘',
  ],
  ['extra set-up {state} not to be had', '无法得到附加状态 {state}'],
  ['the state hook cannot: {reason}', '状态钩子无法做到：{reason}'],
  ['the quota is exhausted: {reason}', '配额已用尽：{reason}'],
  ['teardown answered {#status}', '归还时返回 {status}'],
  ['the run ended before it was given back', '运行在归还之前结束'],
  ['a request {how} is sent only to volumes of a state hook', '此类请求（{how}）只对状态钩子提供的云硬盘发送'],
  ['a request, {how} is sent only to volumes of a state hook', '此类请求（{how}）只对状态钩子提供的云硬盘发送'],
  [
    'the volume that was set up cannot be used, asked for once more: {reason}',
    '准备的云硬盘无法使用（再次请求之后）：{reason}',
  ],
  ['the volume that was set up cannot be used: {reason}', '准备的云硬盘无法使用：{reason}'],
  [
    'the volume {id} was handed out again while it was in use: the set-up may be the cause of what went wrong',
    '云硬盘 {id} 在使用中又被提供：问题可能出自准备过程',
  ],
  [
    'the target does not know the volume {id} that was set up: {seen}: {why}',
    '被测服务不知道所准备的云硬盘 {id}：{seen}：{why}',
  ],
  [
    'check that volumes are set up in the service and region of the URL',
    '请检查云硬盘是否准备在 URL 所指的服务与区域中',
  ],
  ['some of the extra set-ups', '部分附加准备'],
  ['the state hook gave no answer within {#ms} ms: {advice}', '状态钩子在 {ms} 毫秒内没有响应：{advice}'],
  ['the state hook gave no answer to {#count} set-ups in a row', '状态钩子连续 {count} 次准备没有响应'],
  [
    'the state hook gave no answer: {advice}: check --states {url}',
    '状态钩子没有响应：{advice}：请检查 --states {url}',
  ],
  ['the state hook gave no answer: {advice}', '状态钩子没有响应：{advice}'],
  [
    'the state hook answered {status} to a set-up: check --states {url}',
    '状态钩子对准备请求返回 {status}：请检查 --states {url}',
  ],
  ['the state hook answered {status} to a set-up: {advice}', '状态钩子对准备请求返回 {status}：{advice}'],
  ['the state hook answered {status} to a set-up', '状态钩子对准备请求返回 {status}'],
  ['the state hook answered {status} to the teardown', '状态钩子对归还请求返回 {status}'],
  [
    'the state hook answered {#status} without a usable project_id and volume_id',
    '状态钩子返回 {status}，但没有可用的 project_id 和 volume_id',
  ],
  ['the command {file} cannot: {reason}', '命令 {file} 无法做到：{reason}'],
  ['the command {file} cannot be started: {reason}', '命令 {file} 无法启动：{reason}'],
  ['the inventory has no volume that fits: {reason}', '清单中没有合适的云硬盘：{reason}'],
  ['it has {#size} GB, and {#wanted} GB are asked for', '容量为 {size} GB，而需要 {wanted} GB'],
  [
    'it has {#size} GB, and its budget of {#max} GB leaves it no room to grow',
    '容量为 {size} GB，其 {max} GB 的预算已没有扩容空间',
  ],
];
