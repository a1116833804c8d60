import { shown } from '../../reports/text.ts';
import { CHANGE_CLASSES, type ChangeClass, type ContractChange, canChangeVerdict } from '../../spec/diff/change.ts';
import { reachedBy } from '../../spec/diff/contracts.ts';
import { operationInWords } from '../../spec/diff/operation.ts';
import type { HeldRows } from '../../spec/diff/report.ts';
import { columns } from '../columns.ts';
import type { ComparedPair, SideComparison } from './compared.ts';

/** The changes of one operation, those that can change a verdict first, and a summary. */
export function pairText({ after, before, changes }: ComparedPair): string {
  const { contract } = after;
  const lines = changes.flatMap(changeLines);
  return `${[
    `${shown(operationInWords(contract))}`,
    `  ${shown(before.name)} → ${shown(after.name)}`,
    ...lines,
    `  ${conclusion(changes)}`,
  ].join('\n')}\n`;
}

function changeLines(change: ContractChange): readonly string[] {
  const { requirements, what, where } = change;
  const rows = canChangeVerdict(change) ? [`    verdicts: ${requirements.join(', ') || 'no suite says which'}`] : [];
  return [`  ${change.class}  ${shown(where)}: ${shown(what, 400)}`, ...rows];
}

function conclusion(changes: readonly ContractChange[]): string {
  if (changes.length === 0) return 'nothing changed';
  if (!changes.some(canChangeVerdict)) return 'no verdict can change';
  const rows = reachedBy(changes);
  return `verdicts can change${rows.length === 0 ? '' : `: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`}`;
}

const CLASSES = (Object.keys(CHANGE_CLASSES) as ChangeClass[]).toReversed();

/**
 * All operations of two folders: a row for each with changes, then those that only one folder has, then the changes of
 * each.
 */
export function foldersText({ added, pairs, removed }: SideComparison): string {
  const changed = pairs.filter(({ changes }) => changes.length > 0);
  const table = columns(
    [
      ['operation', ...CLASSES],
      ...changed.map(({ after, changes }) => [shown(operationInWords(after.contract)), ...counts(changes)]),
    ],
    CLASSES.map((_, index) => index + 1),
  );
  const blocks = [
    changed.length === 0 ? [] : table,
    titled('added', added),
    titled('removed', removed),
    ...changed.map((pair) => [pairText(pair).trimEnd()]),
    [totals(pairs, changed.length, added.length, removed.length)],
  ];
  return `${blocks.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')}\n`;
}

function counts(changes: readonly ContractChange[]): readonly string[] {
  return CLASSES.map((kind) => String(changes.filter((each) => each.class === kind).length));
}

function titled(title: string, contracts: SideComparison['added']): readonly string[] {
  if (contracts.length === 0) return [];
  return [
    `${title}:`,
    ...contracts.map(({ contract, name }) => `  ${shown(operationInWords(contract))}  ${shown(name)}`),
  ];
}

function totals(pairs: readonly ComparedPair[], changed: number, added: number, removed: number): string {
  const verdicts = pairs.filter(({ changes }) => changes.some(canChangeVerdict)).length;
  return `${pairs.length} operations of both: ${changed} changed, ${verdicts} of them in a way that can change a verdict; ${added} added, ${removed} removed`;
}

/** The effect of the changes on a report's rows. */
export function heldText({
  again,
  held,
}: HeldRows<{ readonly id: string; readonly verdict: { readonly kind: string } }>): string {
  const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;
  const lines = again.map(({ id, verdict }) => `  ${id}  was: ${verdict.kind}`);
  const rest = again.length === 0 ? '' : `; to be judged again: ${rows(again.length)}`;
  return `${[`of the report, ${rows(held.length)} still ${held.length === 1 ? 'holds' : 'hold'}${rest}`, ...lines].join('\n')}\n`;
}
