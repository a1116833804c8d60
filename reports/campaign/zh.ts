import { classOf } from '../../verdicts/campaign.ts';
import { zh as words } from '../html/zh.ts';
import type { CampaignWords } from './words.ts';

export const zh: CampaignWords = {
  title: '符合性测试报告汇总',
  headline: ({ verdict, shard, entries }) => {
    const of = (outcome: string) => entries.filter((entry) => entry.outcome === outcome);
    const reported = of('reported').map(classOf);
    const classes = (['conformant', 'incomplete', 'broken', 'non-conformant'] as const).flatMap((one) => {
      const count = reported.filter((found) => found === one).length;
      return count === 0 ? [] : [`${words.class[one]} ${count} 项`];
    });
    const others = (['could-not-run', 'not-run', 'elsewhere'] as const).flatMap((one) =>
      of(one).length === 0 ? [] : [`${zh.outcome[one]} ${of(one).length} 项`],
    );
    const references = entries.filter(({ report }) => report?.target.reference).length;
    const reference = references === 0 ? [] : [`其中参考后端 ${references} 项`];
    const part = shard === null ? '' : `（分片 ${shard.index}/${shard.of}）`;
    return `${words.class[verdict]}${part}：${[`共 ${entries.length} 项`, ...classes, ...others, ...reference].join('，')}`;
  },
  heading: (count) => `条目（${count}）`,
  entry: '条目',
  class: '结论',
  target: '被测服务与契约',
  counts: '要求',
  failing: '未通过的 MUST',
  duration: '用时',
  outcome: { 'could-not-run': '无法运行', 'not-run': '未运行', elsewhere: '未运行：属于其他分片' },
  exit: (code) => `按预期失败清单，退出码 ${code}`,
  matrixFile: '矩阵文件',
  noMatrixFile: '无：逐一指定了契约',
  shard: '分片',
  shardOf: (index, of) => `${of} 个分片中的第 ${index} 个：其余条目未在此判定，因此不作任何认证`,
  whole: '无：整个文件',
};
