import type { Page, Sentence, Spot } from '../../read/page.ts';

/** The places where a page calls its own operation deprecated. */
export interface Deprecation {
  readonly title: Spot | null;
  readonly notice: Spot | null;
}

const TITLE = /\((?:已)?(?:废弃|弃用|停用)\)|\(deprecated\)/i;
/** Words about this operation: links to other titles and deprecated fields do not count. */
const NOTICE =
  /(?:接口|API|操作).{0,40}(?:废弃|弃用|停用|不再(?:支持|维护|推荐)|不(?:推荐|建议)使用)|\b(?:API|operation|interface)s?\b.{0,60}\b(?:(?:is|are|was|has been|have been|will be)\b.{0,20}\b(?:deprecated|discarded|obsolete)|not (?:recommended|meant to be used)|no longer (?:supported|recommended|maintained))/i;

/** Reads title and notices. */
export function readDeprecation(page: Page): Deprecation {
  const title = page.sections.find(({ place }) => place === 'title');
  const notices = page.sections
    .filter(({ place }) => place === 'intro' || place === 'title' || place === 'other')
    .flatMap(({ sentences }) => sentences.filter(isNotice));
  const [notice] = notices;
  return {
    title: title !== undefined && TITLE.test(title.text) ? title : null,
    notice: notice ?? null,
  };
}

function isNotice({ noteLine, row, text }: Sentence): boolean {
  return noteLine !== null && row === null && NOTICE.test(text);
}
