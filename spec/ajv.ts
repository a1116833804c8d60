import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { checkedSchema } from './checked-schema.ts';
import { formats } from './formats.ts';

/** Annotations of a contract's schema: they describe a value, and restrict none. */
const ANNOTATIONS = ['x-source', 'x-open', 'x-reserved', 'x-unsupported'];

/**
 * An ajv with the keywords, annotations and formats of contracts, for the schemas in them. `maxBytes` and `minBytes`
 * bound the length of a string in bytes of UTF-8.
 */
export function openAjv(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ ...checkedSchema, strictTypes: false, strictRequired: false, formats, ...options });
  ajv.addKeyword(byBytes('maxBytes', 'more', (bytes, limit) => bytes <= limit));
  ajv.addKeyword(byBytes('minBytes', 'fewer', (bytes, limit) => bytes >= limit));
  return ajv.addVocabulary(ANNOTATIONS);
}

/** Options for judging cases: the bounds judge a size beyond every number, not its type. */
export const forCases = { allErrors: true, $data: true, strictNumbers: false } as const satisfies Options;

function byBytes(keyword: string, word: string, isWithin: (bytes: number, limit: number) => boolean) {
  return {
    keyword,
    type: 'string',
    schemaType: 'number',
    compile: (limit: number) => (value: string) => isWithin(Buffer.byteLength(value), limit),
    error: { message: `must NOT have ${word} bytes than its bound` },
  } as const;
}
