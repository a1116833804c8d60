/**
 * A kind of text that is no operation page of the known families, with a sign that only such texts have, and advice.
 */
interface ForeignKind {
  /** As in "this is …". */
  readonly what: string;
  readonly sign: RegExp;
  readonly remedy: string;
}

/**
 * The part that is searched for signs, in characters: most signs stand near the beginning, and none takes long on this
 * much.
 */
const LOOKED_AT = 64 * 1024;

const PAGE = 'the page of one operation of the API reference, in Markdown or reStructuredText';
const INSTEAD = `give ${PAGE}`;
const ITS_PAGE = `it describes no request and no answer: ${INSTEAD}`;
const DESCRIPTION = `contracts are derived from pages, and not from descriptions that machines read: ${INSTEAD}`;
const OTHER_FAMILY = `pages of that family are not read: write its facts down as a page of your own, as those that docs/contracts.md links to, or ${INSTEAD}`;
const ONE_OF_THEM = 'give one of the pages that it lists, or the folder';

/** A sign: the first heading of a page is one of these, in Markdown or reStructuredText. */
function titled(words: string): RegExp {
  return new RegExp(`^# +(?:${words})[ \\t]*(?:<[^\\n]{0,200})?$|^(?:${words})[ \\t]*\\n[=*#~-]{3}`, 'im');
}

/**
 * The first kind that matches is reported: containers and descriptions before families of pages, these before signs
 * that any page may have.
 */
const KINDS: readonly ForeignKind[] = [
  { what: 'a PDF file', sign: /^%PDF-/, remedy: `save it as text: ${INSTEAD}` },
  {
    what: 'a ZIP archive or an Office document',
    sign: /^PK\p{Cc}{2}/u,
    remedy: `unpack it, or save it as text: ${INSTEAD}`,
  },
  { what: 'UTF-16 text', sign: /^(?:\xFF\xFE|\xFE\xFF)/, remedy: 'save it as UTF-8' },
  {
    what: 'an OpenAPI document',
    sign: /^[\s{]*["']?openapi["']?\s*:\s*["']?3\.|^\s*"openapi"\s*:\s*"3\./m,
    remedy: DESCRIPTION,
  },
  {
    what: 'a Swagger document',
    sign: /^[\s{]*["']?swagger["']?\s*:\s*["']?2\.|^\s*"swagger"\s*:\s*"2\./m,
    remedy: DESCRIPTION,
  },
  { what: 'a Postman collection', sign: /"_postman_id"|schema\.getpostman\.com/, remedy: DESCRIPTION },
  {
    what: 'a contract, which derive writes',
    sign: /^\s*\{\s*"(?:format|\$schema)"[\s\S]{0,400}"id"\s*:/,
    remedy: 'use it as it is: run --contract FILE',
  },
  {
    what: 'a WSDL document',
    sign: /<(?:\w+:)?definitions\b[^>]{0,2000}schemas\.xmlsoap\.org\/wsdl/,
    remedy: DESCRIPTION,
  },
  { what: 'a Protocol Buffers file', sign: /^syntax\s*=\s*["']proto[23]["']/m, remedy: DESCRIPTION },
  { what: 'a GraphQL schema', sign: /^(?:extend )?type (?:Query|Mutation)\b/m, remedy: DESCRIPTION },
  { what: 'JSON', sign: /^\s*[{[]\s*(?:["{[\]}]|$)/, remedy: INSTEAD },
  {
    what: 'a web page, whose text may come by script',
    sign: /^\s*(?:<!doctype html|<html[\s>])/i,
    remedy: `give its source: ${PAGE}`,
  },
  {
    what: "a page of OpenStack's api-ref, in whose source the tables stand in other files",
    sign: /^\.\. (?:rest_method|rest_parameters|rest_status_code)::/m,
    remedy: OTHER_FAMILY,
  },
  { what: 'OpenStack release notes', sign: /^\.\. release-notes::/m, remedy: ITS_PAGE },
  { what: 'an index', sign: /^\.\. toctree::/m, remedy: ONE_OF_THEM },
  {
    what: 'documentation of a Terraform provider',
    sign: /^#{1,3} (?:Argument|Attributes?) Reference\b|^```(?:hcl|terraform)\b/m,
    remedy: ITS_PAGE,
  },
  { what: 'a page of the AWS API reference', sign: /^#{1,3} Response Elements\b/m, remedy: OTHER_FAMILY },
  {
    what: 'a page of the Azure REST reference',
    sign: /https:\/\/management\.azure\.com\/|^#{1,3} URI Parameters\b/m,
    remedy: OTHER_FAMILY,
  },
  {
    what: 'a history of changes',
    sign: titled(
      'change ?(?:log|history)|revision (?:history|records?)|release notes[^\n]{0,40}|修订记录|变更历史|更新日志',
    ),
    remedy: ITS_PAGE,
  },
  {
    what: 'a list of error or status codes',
    sign: titled('error codes?|status codes?|错误码|状态码'),
    remedy: ITS_PAGE,
  },
  {
    what: 'a page of a user guide',
    sign: /^(?:#{1,4} |[*_]{2})?(?:procedure|scenarios?|prerequisites|操作步骤|操作场景|前提条件)[ \t]*(?:[*_]{2})?(?:<[^\n]{0,200})?$/im,
    remedy: ITS_PAGE,
  },
  {
    what: 'an index',
    sign: /(?:^[ \t]*[-*+][ \t]+[*_]{0,2}\[[^\]\n]{1,200}\]\([^)\n]{1,300}\)[^\n]{0,200}\n+){3}/m,
    remedy: ONE_OF_THEM,
  },
  { what: 'a settings file in YAML', sign: /^(?:---\n)?[A-Za-z_][\w-]*:[ \t]*\n(?:[ \t]+|- )\S/, remedy: INSTEAD },
];

/**
 * The kind of a text that is not the page of an operation, with advice; undefined if there is no sign. It is not asked
 * about a readable page, which may have each of these signs as well.
 */
export function foreignKind(text: string): Omit<ForeignKind, 'sign'> | undefined {
  const start = text.slice(0, LOOKED_AT).replaceAll('\r\n', '\n');
  return KINDS.find(({ sign }) => sign.test(start));
}
