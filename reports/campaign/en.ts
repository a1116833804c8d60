import type { CampaignWords } from './words.ts';

export const en: CampaignWords = {
  title: 'Conformance reports',
  headline: (_, text) => text,
  heading: (count) => `Entries (${count})`,
  entry: 'Entry',
  class: 'Class',
  target: 'Target and contract',
  counts: 'Requirements',
  failing: 'MUSTs that fail',
  duration: 'Duration',
  outcome: { 'could-not-run': 'could not run', 'not-run': 'not run', elsewhere: 'not run: in another shard' },
  exit: (code) => `exit code ${code}, by its expected failures`,
  matrixFile: 'Matrix file',
  noMatrixFile: 'none: the contracts were named one by one',
  shard: 'Shard',
  shardOf: (index, of) => `${index} of ${of}: the other entries are not judged here, so it certifies nothing`,
  whole: 'none: the whole file',
};
