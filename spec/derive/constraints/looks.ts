import { CONSTRAINT_WORDS } from '../../read/vocabulary.ts';
import { isCondition, isPresence } from './cases.ts';

/**
 * Words besides those of every sentence: about obligation, permitted characters, and values that depend on each other.
 */
const OTHER_WORDS =
  /必选|可选|必填|保持一致|[和与].{1,20}一致|配合|长度|十六进制|格式[为是]|为\S{1,30}或\S|不重复|字符(?!串)|(?<![第\d-])\d+\s*(?:~|至|到|-|\bto\b)\s*\d+(?![\d-])|字母|值为|[目当]前支持|时(?:为|则)|\b(?:mandatory|optional|does not support|be the same as|consistent with|together with|length|format(?! of)|multiples?|characters?|letters|case-(?:in)?sensitive|or later|values? (?:can|must|should|is|are)|currently supports?|can be \S+(?:,| or)|ranges?|defaults?|over \d+|treated as|truncated|hexadecimal|will be (?:discarded|removed|deprecated))\b/iu;
/** Glosses: `limit(最大)` and `limit (maximum quota)` explain a word. */
const GLOSS = /^(?:maximum|used|reserved|minimum) quota$|^(?:最大|预留)$|^optional parameters$/iu;
/** "The maximum quota", "返回结果个数限制": noun phrases, which bound nothing without a number or a verb. */
const NOUN =
  /^(?!.*\d)(?:(?:specifies )?(?:the )?(?:maximum|minimum|default|upper|lower) (?!.*\b(?:is|are|must|cannot|only)\b).{1,80}|\p{Script=Han}{1,16}(?:限制|默认值|最大值|版本号)|the [a-z ]{1,20}-only flag)$/iu;
const EXAMPLE = /^(?:GET|POST|PUT|DELETE) \/|^(?:for example|例如|如:)/iu;
/** References to further text. */
const ASIDE = /(?:请参[见考]|\b(?:for details|see|for how to)\b).*$/iu;
/** Conditions about time, or about kinds of things, which occur in plain descriptions. */
const OF_TIME =
  /(?:的时候|时)$|^(?!if|when|unless|otherwise|only|while)[^,]*\b(?:when|once|while|depending|for (?:the )?\w+ (?:disks?|volumes?|snapshots?|servers?))\b/iu;

/** Whether a clause that no reader reads may bound the field. */
export function looksLikeConstraint(text: string): boolean {
  if (GLOSS.test(text) || NOUN.test(text) || EXAMPLE.test(text) || isPresence(text)) return false;
  const said = text.replace(ASIDE, '');
  if (CONSTRAINT_WORDS.test(said) || OTHER_WORDS.test(said)) return true;
  return isCondition(said) && said === text && !OF_TIME.test(said);
}

/** Whether a clause only announces a list. */
export function introduces(text: string): boolean {
  return (
    !/^examples?\b|示例/iu.test(text) &&
    /(?:如下|以下.{0,10}|范围(?:为)?|取值(?:为)?|\bas follows|\bfollowing(?: values)?|\bvalues?|\bvalue (?:can|must) be|\brange)$/iu.test(
      text,
    )
  );
}
