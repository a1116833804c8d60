import type { Contract } from '../contract.ts';
import type { Parts } from './groups.ts';
import { tagOf, versionOf } from './title.ts';

/** A Tag Object of OpenAPI, which viewers use as a heading in their list of operations. */
export interface OpenApiTag {
  readonly name: string;
  readonly description: string;
}

/** The tags of some operations, by name, with their numbers of operations and their versions. */
export function tagsOf(operations: readonly Parts[]): readonly OpenApiTag[] {
  const names = [...new Set(operations.map(([first]) => tagOf(first)))].toSorted();
  return names.map((name) => {
    const those = operations.filter(([first]) => tagOf(first) === name);
    const versions = [...new Set(those.flatMap(([first]) => versionOf(first.operation) ?? []))].toSorted();
    const count = `${those.length} operation${those.length === 1 ? '' : 's'}`;
    return { name, description: versions.length === 0 ? `${count}.` : `${count}: ${versions.join(', ')}.` };
  });
}

/** The subject of an API: the tag with the most operations, and whether there are others. */
export function subjectOf(contracts: readonly Contract[]): string {
  const counts = new Map<string, number>();
  for (const contract of contracts) counts.set(tagOf(contract), (counts.get(tagOf(contract)) ?? 0) + 1);
  const names = [...counts].toSorted(([, one], [, other]) => other - one).map(([name]) => name.toLowerCase());
  return names.length > 2 ? `${names[0]} and more` : names.join(' and ');
}
