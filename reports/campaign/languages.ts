import type { Lang } from '../html/languages.ts';
import { en } from './en.ts';
import type { CampaignWords } from './words.ts';
import { zh } from './zh.ts';

/** The texts in the languages of `report.html`. */
export const campaignWords = { en, zh } as const satisfies Record<Lang, CampaignWords>;
