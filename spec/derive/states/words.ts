import type { Language } from '../../read/language.ts';

/** Things that can have a state, by their names in rules. */
export type StateOwner =
  | 'volume'
  | 'snapshot'
  | 'server'
  | 'backup'
  | 'transfer'
  | 'replication'
  | 'replication-consistency-group'
  | 'image';

/** Sources of regular expressions. */
type InBothLanguages = Readonly<Record<Language, string>>;

/** Longer names first: a snapshot of a volume is no volume. */
export const OWNERS: Readonly<Record<StateOwner, InBothLanguages>> = {
  transfer: {
    zh: '(?:云硬盘|磁盘|硬盘|卷)?过户(?:记录|请求)?',
    en: '(?:(?:EVS|cloud) )?(?:(?:disk|volume) )?transfers?',
  },
  snapshot: { zh: '(?:云硬盘|磁盘|硬盘|卷)?快照', en: '(?:(?:EVS|cloud) )?(?:(?:disk|volume) )?snapshots?' },
  backup: { zh: '(?:云硬盘|磁盘|硬盘|卷)?备份', en: '(?:(?:EVS|cloud) )?(?:(?:disk|volume) )?backups?' },
  image: { zh: '镜像', en: 'images?' },
  'replication-consistency-group': {
    zh: '(?:复制)?一致性组',
    en: '(?:EVS )?(?:replication )?(?:consistency )?groups?',
  },
  replication: { zh: '复制对', en: '(?:EVS )?replication pairs?' },
  server: {
    zh: '弹性云服务器|弹性云主机|云服务器|云主机|服务器|虚拟机|实例|ECS',
    en: '(?:elastic |cloud )*(?:servers?|instances?|ECSs?|virtual machines?|VMs?)',
  },
  volume: { zh: '(?:EVS|弹性)?(?:云硬盘|磁盘|硬盘)|卷', en: '(?:EVS |cloud )*(?:disks?|volumes?)' },
};

/** The actions of operations, in the words of pages in both languages. */
export const ACTIONS: Readonly<Record<string, InBothLanguages>> = {
  extend: { zh: '扩容', en: 'exten(?:d|sion)\\w*|expan(?:d|sion)\\w*|enlarg\\w+|resiz\\w+' },
  delete: { zh: '删除', en: 'delet\\w+' },
  create: { zh: '创建', en: 'creat\\w+' },
  attach: { zh: '挂载', en: 'attach\\w*' },
  detach: { zh: '卸载', en: 'detach\\w*' },
  rollback: { zh: '回滚', en: 'roll(?:s|ed|ing)?[ -]?back\\w*' },
  restore: { zh: '恢复', en: 'restor\\w+' },
  'back up': { zh: '备份', en: 'back(?:s|ed|ing)? up|backups?' },
  transfer: { zh: '过户', en: 'transfer\\w*' },
  accept: { zh: '接[受收]', en: 'accept\\w*' },
  export: { zh: '导出', en: 'export\\w*|upload\\w*' },
  update: { zh: '更新|修改', en: 'updat\\w+|modif\\w+' },
  retype: { zh: '变更|更改', en: 'retyp\\w+|chang\\w+' },
  unreserve: { zh: '取消保留', en: 'unreserv\\w+|cancel\\w* (?:the )?reserv\\w+' },
  reserve: { zh: '保留', en: 'reserv\\w+' },
  query: { zh: '查询|获取', en: 'quer(?:y|i)\\w*' },
  add: { zh: '添加|加入', en: 'add(?:s|ed|ing)?' },
  remove: { zh: '移除|移出', en: 'remov\\w+' },
  set: { zh: '设置', en: 'set(?:s|ting)?' },
  pause: { zh: '暂停', en: 'paus(?:e|es|ing)' },
  synchronise: { zh: '同步', en: 'synchroni[sz]\\w+' },
  failover: { zh: '故障切换', en: 'fail(?:s|ed|ing)? ?over\\w*' },
  reprotect: { zh: '重保护', en: 'reprotect\\w*' },
  switchover: { zh: '主备切换', en: 'switch(?:es|ed|ing)? ?over\\w*' },
};

/** Words that do not change the action or its object. A qualifier, as in "system disk", is not among them. */
export const PARTICLES: InBothLanguages = {
  zh: '支持|企业项目|授权|功能|本|该|此|的|源|目标|指定|到|至|对|将|把|被|由|来|进行|执行|操作|接口|调用|使用|API|一个|单个|或|多个|数据|容量|成功|类型|请求',
  en: '(?:the|an?|one|single|multiple|this|that|these|it|its|their|you|operation|API|interface|call(?:s|ed|ing)?|us(?:e|es|ed|ing)|perform(?:s|ed|ing)?|support(?:s|ed)?|allow(?:ed)?|permitted|possible|can(?:not)?|may|must|do(?:es)?|not|is|are|be|to|from|of|for|on|by|or|specified|source|target|data|capacity|size|successfully|enterprise|project|authori[sz]ation|access|granted|types?|requests?|they)',
};

/** Words before a name that do not change its meaning. */
export const DETERMINERS: InBothLanguages = {
  zh: '该|此|这个|源|目标|当前|所选的?|指定的?|对应的?|所有',
  en: '(?:the|an?|any|each|every|all|this|that|these|those|your|source|target|specified|selected|current|corresponding) ',
};
