import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../evidence/transcript/problem.ts';
import { campaignPage } from '../../reports/campaign/page.ts';
import { type Lang, languages } from '../../reports/html/languages.ts';
import type { CampaignIndex } from '../../verdicts/campaign.ts';
import { readText } from '../report-folder/read.ts';
import { UsageError } from '../settings/usage.ts';
import { indexFiles, indexOf } from './index.ts';
import { checkEntry } from './merge-entry.ts';
import { CannotMerge, checkNumbers, type ShardFolder } from './merge-shards.ts';

/** A page of a thousand entries has some megabytes. */
const maxPage = 64 * 1024 * 1024;

/** The statements of an index that do not follow from the reports next to it. Whether these are right is another question. */
export function indexProblems(folder: string, index: CampaignIndex): readonly Problem[] {
  const where = indexFiles.json;
  const shard: ShardFolder = { folder, index, number: index.shard?.index ?? 1 };
  const { verdict, exit, headline } = indexOf(index, index.entries);
  const due = { verdict, exit, headline };
  const told = { verdict: index.verdict, exit: index.exit, headline: index.headline };
  return [
    ...problem(where, () => checkNumbers(shard, index.shard?.of ?? 1)),
    ...index.entries.flatMap(({ name }) => problem(`${where}, ${name}`, () => checkEntry(shard, name))),
    ...misnamed(index),
    ...(isDeepStrictEqual(told, due)
      ? []
      : [
          {
            where,
            what: `it says ${told.headline}, exit code ${told.exit}, but its entries give ${due.headline}, exit code ${due.exit}`,
          },
        ]),
    ...problem(indexFiles.page, () => checkPage(folder, index)),
  ];
}

/** What a check throws as the problem that it is. */
function problem(where: string, check: () => unknown): readonly Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof CannotMerge || error instanceof UsageError) return [{ where, what: error.message }];
    throw error;
  }
}

/** In a run of several contracts each entry is named by its own. */
const misnamed = ({ matrixFile, entries }: CampaignIndex): readonly Problem[] =>
  entries
    .filter(({ name, report }) => matrixFile === null && report !== null && report.contract.id !== name)
    .map(({ name, report }) => ({
      where: `${indexFiles.json}, ${name}`,
      what: `its report is by ${report?.contract.id}`,
    }));

function checkPage(folder: string, index: CampaignIndex): void {
  const page = readText('the page of the index', join(folder, indexFiles.page), maxPage);
  if ((Object.keys(languages) as Lang[]).every((lang) => campaignPage(index, lang) !== page))
    throw new CannotMerge(`it is not the page of ${indexFiles.json}`);
}
