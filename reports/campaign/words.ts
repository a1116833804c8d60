import type { CampaignEntry, CampaignIndex } from '../../verdicts/campaign.ts';

/** The texts of `index.html` that `report.html` does not have. */
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
  /** Shown if the expected failures of an entry give it another exit code than its class has. */
  readonly exit: (code: number) => string;
  readonly matrixFile: string;
  /** Shown for a run of several contracts. */
  readonly noMatrixFile: string;
  readonly shard: string;
  readonly shardOf: (index: number, of: number) => string;
  readonly whole: string;
}
