import type { FieldContext } from './field.ts';

const THINGS: readonly (readonly [string, string, string])[] = [
  ['volume', '云硬盘|磁盘|卷|源云硬盘|目标云硬盘', '(?:source |target |evs )?(?:disk|volume)'],
  ['snapshot', '(?:云硬盘)?快照', '(?:evs |disk |volume )?snapshot'],
  ['backup', '(?:云硬盘)?备份', '(?:disk |volume )?backup'],
  ['image', '(?:ims)?(?:中)?镜像', 'image'],
  ['volume-type', '云硬盘类型', '(?:disk|volume) type'],
  ['transfer', '(?:云硬盘)?过户(?:记录)?|云硬盘过户记录', '(?:disk |volume )?transfer'],
  ['server', '云服务器|弹性云服务器|主机', 'server|host'],
  ['attachment', '挂载', 'attachment(?: information)?'],
  ['job', '任务|job', 'task|job'],
  ['enterprise-project', '企业项目', 'enterprise project'],
  ['project', '项目|租户|目标的?项目', '(?:target )?project|tenant'],
  ['key', '密钥|加密cmk', '(?:encryption )?cmk'],
  ['dedicated-storage', '专属存储池?', '(?:dedicated|dss) storage(?: pool)?'],
];

/**
 * The resource that the value of a field names, e.g. `snapshot` for "The snapshot ID"; null if it names nothing that
 * must exist.
 */
export function sourceOf(field: FieldContext): string | null {
  if ((field.where !== 'path' && field.where !== 'request') || field.type === 'object') return null;
  const head = field.head.replace(/^(?:specifies |the |an? |指定(?:要)?|待\p{Script=Han}{2,4}的)+/giu, '').trim();
  if (/^(?:availability[_-]zone)$/i.test(field.name) && /\baz\b|az$|可用分?区/iu.test(head)) return 'availability-zone';
  if (
    /^(?:volume|new)_type$/i.test(field.name) &&
    /^(?:云硬盘|磁盘|卷)类型|^(?:new )?(?:disk|volume) type$/iu.test(head)
  ) {
    return 'volume-type';
  }
  for (const [resource, zh, en] of THINGS) {
    const pattern = `^(?:(?:.{0,12}的)?(?:${zh})(?:的|对应的)?(?:u?uid|id)(?:\\s*\\(.*\\))?|(?:${en}) (?:u?uid|id)s?|(?:u?uid|id)s? of (?:the |an? |all )?(?:[a-z]+ )?(?:${en})s?(?: (?:to|which|that|in) .*)?)$`;
    if (new RegExp(pattern, 'iu').test(head)) return resource;
  }
  return null;
}
