import type { Provenance } from '../contract.ts';
import type { Language } from '../read/language.ts';
import type { Spot } from '../read/page.ts';
import { sha256 } from './hash.ts';

/** One for each language, and one for a vendor's page in the same language as ours. */
export const PROVENANCES = ['zh', 'vendor', 'en'] as const satisfies readonly (Language | 'vendor')[];

/** The file of a contract's provenance, which lies next to the contract's. */
export function provenanceFile(file: string, of: (typeof PROVENANCES)[number]): string {
  return file.replace(/(?:\.json)?$/, `.provenance.${of}.json`);
}

/** The input for a provenance. */
export interface ProvenanceParts {
  readonly id: string;
  /** The bytes of the contract's file. */
  readonly contract: string;
  readonly language: Language;
  /** The page as given. */
  readonly page: string;
  /** The place of each fact, in the order of the contract's facts. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** Whether the page's sentences stand in it. */
  readonly quote: boolean;
  /** The page's address for readers. */
  readonly url?: string | undefined;
}

/** The provenance: the place of each fact on one page. */
export function buildProvenance({ id, contract, language, page, spots, quote, url }: ProvenanceParts): Provenance {
  return {
    format: 2,
    contract: { id, sha256: sha256(contract) },
    language,
    page: { sha256: sha256(page), ...(url === undefined ? {} : { url }) },
    origins: [...spots].map(([fact, { heading, line, anchor, text }]) => ({
      fact,
      heading,
      line,
      anchor,
      sha256: sha256(text),
      ...(quote ? { text } : {}),
    })),
  };
}
