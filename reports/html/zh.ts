import type { Class } from '../../verdicts/result.ts';
import { shown } from '../text.ts';
import { acceptanceMapZh } from './acceptance-map-words.ts';
import type { Words } from './words.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;

const classes = {
  conformant: '符合',
  'non-conformant': '不符合',
  incomplete: '不完整',
  broken: '测试故障',
} as const satisfies Record<Class, string>;

export const zh: Words = {
  tag: 'zh-CN',
  name: '中文',
  language: '语言',
  title: '符合性测试报告',
  class: classes,
  verdict: {
    pass: '通过',
    fail: '未通过',
    inconclusive: '无法判定',
    'not-applicable': '不适用',
    broken: '测试故障',
  },
  level: { MUST: 'MUST（必须）', SHOULD: 'SHOULD（应当）', advisory: 'advisory（参考）', none: 'none（不测试）' },
  evidence: { observed: '已读回云硬盘', response: '仅看响应' },
  headline: ({ class: verdict, tally, passing: passed, interrupted, reference, budget }) => {
    const { counted, passing, failing, open, broken, outside } = tally;
    const parts = [
      `${counted.length} 项要求中已判定 ${passing.length + failing.length} 项`,
      `通过 ${passing.length} 项`,
      ...(failing.length > 0 ? [`未通过 ${failing.length} 项`] : []),
      ...(open.length > 0 ? [`无法判定 ${open.length} 项`] : []),
      ...(broken.length > 0 ? [`测试故障 ${broken.length} 项`] : []),
      ...(outside > 0 ? [`另有 ${outside} 项不可评估`] : []),
      ...(passed.serverErrors > 0 ? [`${passed.serverErrors} 次服务器错误重发后未再出现`] : []),
      ...(passed.refusals > 0 ? [`${passed.refusals} 次拒绝重发后未再出现`] : []),
      `预算 ${budget}`,
    ];
    const asides = [...(reference ? ['参考后端'] : []), ...(interrupted ? ['已中断'] : [])];
    return `${classes[verdict]}${asides.length === 0 ? '' : `（${asides.join('，')}）`}：${parts.join('，')}`;
  },
  run: {
    heading: '本次运行',
    suite: '测试套件',
    matrix: '试验矩阵',
    noMatrix: '无：本版本未按此契约试验过',
    contract: '契约',
    unparsed: (sentences) => `页面上有 ${sentences} 句话未能理解`,
    target: '被测服务',
    reference: '参考后端',
    project: '项目',
    seed: '种子',
    challenge: '由质询得出：',
    started: '开始时间',
    duration: '用时',
    seconds,
    processor: (ms) => `其中套件自身的处理器时间 ${seconds(ms)}`,
    extent: '范围',
    interrupted: '已中断：其余部分没有运行',
    partial: '部分运行：并非全部选中或运行，因此不作任何认证',
  },
  failures: {
    heading: (count) => `未通过（${count}）`,
    expected: '应有行为',
    page: '页面出处',
    likely: '可能混淆',
    case: '最小用例',
    volume: ({ volume: { size, status, multiattach }, servers, history }) =>
      [
        `${size} GB`,
        shown(status, 40),
        ...(multiattach ? ['共享（multiattach）'] : []),
        ...(servers.length > 0 ? [shown(`云服务器 ${servers.map((one) => shown(one, 40)).join('、')}`)] : []),
        ...(history.length > 0
          ? [`创建时 ${history[0]} GB，依次扩容：${[...history, size].slice(-12).join(' → ')}`]
          : []),
      ].join('，'),
    beside: '同时或之前发送的请求',
    request: '请求',
    answer: '响应',
    noAnswer: '没有响应',
    noBody: '（无正文）',
    seen: '观察结果',
    more: (count) => `……另有 ${count} 条`,
    curl: '重发该请求',
    setUp: '本次运行已归还所用云硬盘：请先准备一块同样的云硬盘，并用其 ID 替换',
    grow: (sizes) => `（先依次扩容至 ${sizes.slice(-12).join('、')} GB）`,
    wish: '。发给状态钩子的内容：',
    sent: '发送内容',
    answered: '响应内容',
    again: '复现',
    path: '路径',
    found: '发现',
    foundAfter: (requests, runs) => `在第 ${requests} 次请求之后；共运行 ${runs} 次`,
    notes: '备注',
  },
  unjudged: { heading: (count) => `没有结论（${count}）`, reason: '原因' },
  requirements: {
    heading: (count) => `全部要求（${count}）`,
    verdict: '结论',
    requirement: '要求',
    level: '级别',
    page: '页面出处',
    evidence: '证据',
    runs: '次数',
    all: '全部',
    none: '–',
    empty: '没有这一结论和级别的要求。',
    place: ({ fact, line, anchor }) =>
      [
        fact,
        ...(line === null ? [] : [`第 ${line} 行`]),
        ...(anchor === null ? [] : [`锚点 ${shown(anchor, 80)}`]),
      ].join('，'),
  },
  acceptanceMap: acceptanceMapZh,
  ledger: {
    heading: '台账',
    requests: '请求',
    created: '创建的云硬盘',
    returned: '归还的云硬盘',
    left: '遗留的云硬盘',
    nothing: '无',
  },
};
