import type { CampaignIndex } from '../../verdicts/campaign.ts';
import { safe } from '../json.ts';

/** `index.json`, as `schemas/index.schema.json` describes it. */
export function campaignJson(index: CampaignIndex): string {
  return `${safe(JSON.stringify(index, null, 2))}\n`;
}
