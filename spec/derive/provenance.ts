import type { Provenance } from '../contract.ts';
import type { Language } from '../read/language.ts';
import type { Spot } from '../read/page.ts';
import { sha256 } from './hash.ts';

/** One a language, and that of a vendor's page which is in the language of ours. */
export const PROVENANCES = ['zh', 'vendor', 'en'] as const satisfies readonly (Language | 'vendor')[];

/** Where the provenance of a contract's file is kept: beside it. */
export function provenanceFile(file: string, of: (typeof PROVENANCES)[number]): string {
  return file.replace(/(?:\.json)?$/, `.provenance.${of}.json`);
}

/** What a provenance is made from. */
export interface ProvenanceParts {
  readonly id: string;
  /** The bytes of the contract's file. */
  readonly contract: string;
  readonly language: Language;
  /** The page as it was given. */
  readonly page: string;
  /** Where each fact stands, in the order of the contract's. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** Whether the page's sentences stand in it. */
  readonly quote: boolean;
  /** Where people read the page. */
  readonly url?: string | undefined;
}

/** Where each fact stands on one page. */
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
