import { type Phrase, translator } from './translate.ts';

/** What is told apart of the cases of a run, and the values that are words. */
const phrases: readonly Phrase[] = [
  ['state: {value}', '状态：{value}'],
  ['history: {value}', '此前扩容次数：{value}'],
  ['current: {value}', '当前容量：{value}'],
  ['kind: {value}', '取值：{value}'],
  ['tail: {value}', '小数部分：{value}'],
  ['form: {value}', '写法：{value}'],
  ['body: {value}', '请求体：{value}'],
  ['in another state', '其他状态'],
  ['{state}, shared', '{state}、共享'],
  ['{state}, a bad server next to a good one', '{state}、云服务器中有状态不符者'],
  ["{state}, the server's state in small letters", '{state}、云服务器状态为小写'],
  ['{state}, a bad server', '{state}、云服务器状态不符'],
  ['{state}, several servers', '{state}、多台云服务器'],
  ['{state}, {server}', '{state}、{server}'],
  ['several', '多次'],
  ['the maximum', '最大值'],
  ['the smallest', '最小'],
  ['in between', '中间值'],
  ['negative', '负数'],
  ['zero', '零'],
  ['over {#bits} bits', '超过 {bits} 位'],
  ['over the maximum', '超过最大值'],
  ['below the current size', '小于当前容量'],
  ['the current size', '当前容量'],
  ['{size} and a fraction', '{size}，带小数'],
  ['the next', '当前容量 + 1'],
  ['the last below the maximum', '最大值以下的最后一个'],
  ['some more', '再大一些'],
  ['far above the current size', '远大于当前容量'],
  ['none', '无'],
  ['long', '很长'],
  ['plain', '普通'],
  ['as documented', '与文档一致'],
  ['indented', '带缩进'],
  ['another key next to the action', '操作旁有其他键'],
  ['another key next to the size', '容量旁有其他键'],
  ['the size twice', '容量出现两次'],
  ['the action twice', '操作出现两次'],
  ['the action in capitals', '操作名为大写'],
  ['the size in capitals', '容量名为大写'],
];

const known = translator(phrases);

/** `state: in-use × form: plain`, in Chinese; what is not known stays as it is. */
export function circumstancesZh(missing: string): string {
  return missing
    .split(' × ')
    .map((one) => known(one) ?? one)
    .join(' × ');
}
