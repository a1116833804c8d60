import type { Sentence } from '../../read/page.ts';

/** One statement of a cell: mostly one sentence, sometimes two that share a bracket. */
export interface Passage {
  readonly text: string;
  readonly line: number;
  readonly sentences: readonly Sentence[];
}

const LABEL = /^(?:note|notice|caution|important|说明|注意|须知)(?:\s*:\s*|\s+(?=[A-Z"“]))/iu;

/** Joins sentences that were cut within brackets, and drops the labels of notes. */
export function passagesOf(sentences: readonly Sentence[]): readonly Passage[] {
  const passages: Passage[] = [];
  let open: Sentence[] = [];
  for (const sentence of sentences) {
    if (open[0] !== undefined && (open[0].parent !== sentence.parent || open.length > 3)) {
      passages.push(...open.map((each) => passageOf([each])));
      open = [];
    }
    open.push(sentence);
    if (depthOf(open) > 0) continue;
    passages.push(passageOf(open));
    open = [];
  }
  return [...passages, ...open.map((each) => passageOf([each]))];
}

function passageOf(sentences: readonly Sentence[]): Passage {
  const text = sentences
    .map((each) => each.text)
    .join(';')
    .replace(LABEL, '');
  return { text, line: sentences[0]?.line ?? 1, sentences };
}

/** Whether a text is a heading without content, or an example of a request. */
export function isNothing(text: string): boolean {
  return /^[^:]{1,12}:\s*(?:不涉及|无|没有|n\/a|none|-)$|^(?:GET|POST|PUT|DELETE|PATCH) \//iu.test(text);
}

/** The number of brackets that are open at the end. */
function depthOf(sentences: readonly Sentence[]): number {
  const text = sentences.map((each) => each.text).join('');
  return text.split('(').length - text.split(')').length;
}
