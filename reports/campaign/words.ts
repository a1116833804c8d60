import type { CampaignEntry, CampaignIndex } from '../../verdicts/campaign.ts';
import type { Lang } from '../html/words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The texts of `index.html` that `report.html` has not. */
export interface CampaignWords {
  readonly title: string;
  /** `text` is the headline of index.json. */
  readonly headline: (index: CampaignIndex, text: string) => string;
  readonly heading: (count: number) => string;
  readonly entry: string;
  readonly class: string;
  readonly target: string;
  readonly counts: string;
  readonly failing: string;
  readonly duration: string;
  readonly outcome: Readonly<Record<Exclude<CampaignEntry['outcome'], 'reported'>, string>>;
  /** Said where the expected failures of an entry give it another exit code than its class has. */
  readonly exit: (code: number) => string;
  readonly facts: string;
  readonly matrixFile: string;
  readonly shard: string;
  readonly shardOf: (index: number, of: number) => string;
  readonly whole: string;
}

/** In the languages of `report.html`. */
export const campaignWords = { en, zh } as const satisfies Record<Lang, CampaignWords>;
