import { shown } from '../reports/text.ts';
import type { FolderDerivation } from '../spec/derive/folder/folder.ts';
import type { DerivedPage, PassedOver, RenamedPage } from '../spec/derive/folder/settle.ts';
import { columns } from './columns.ts';

const head = ['file', 'id', 'kind', 'deprecated', 'fields', 'constraints', 'unparsed'];

/**
 * The results for the pages of a folder: a row for each page with a contract, then the others with their reasons, then
 * totals.
 *
 * @param isShort - without the rows
 */
export function folderSummary(found: FolderDerivation, isShort: boolean): string {
  const { kept, links, others, passedOver, refused, renamed } = found;
  const rows = kept.map(({ constraints, fields, file, id, operation: { deprecated, kind }, unparsed }) => [
    ...[shown(file), id, kind, deprecated ? 'yes' : 'no'],
    ...[fields, constraints, unparsed].map(String),
  ]);
  const blocks = [
    isShort || kept.length === 0 ? [] : columns([head, ...rows], [4, 5, 6]),
    titled('pages of one id', [...renamed.map(told), ...passedOver.map(passed)]),
    titled(
      'refused',
      refused.map(({ message }) => message),
    ),
    titled('no operation page', others),
    titled('symbolic links, not followed', links),
    [totals(found)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${shown(line)}`)];
}

function told({ alone, other, page }: RenamedPage): string {
  return `${page.file}: its id is ${page.id}, because ${other.file} has the id ${alone} (${route(other)})`;
}

function passed({ other, page: { file, id }, why }: PassedOver): string {
  const reason = {
    deprecated: 'it is deprecated, and the other is not',
    'by-name': 'both are of one operation, and the other comes first',
    'no-other-id': 'it is of another operation, and no other id is left for it: derive it alone, with --id',
  }[why];
  return `${file}: no contract, because ${other.file} has the id ${id}: ${reason}`;
}

function route({ operation: { method, path } }: DerivedPage): string {
  return `${method} ${path}`;
}

function totals({ kept, others, passedOver, refused }: FolderDerivation): string {
  const sum = (of: (page: DerivedPage) => number): number => kept.reduce((total, page) => total + of(page), 0);
  const pages = kept.length + passedOver.length + refused.length;
  return [
    `${pages} operation ${pages === 1 ? 'page' : 'pages'}: ${kept.length} derived`,
    ...(passedOver.length === 0 ? [] : [`${passedOver.length} skipped`]),
    `${refused.length} refused`,
    ...(others.length === 0 ? [] : [`${others.length} more without an operation`]),
    `${sum(({ fields }) => fields)} fields`,
    `${sum(({ constraints }) => constraints)} constraints`,
    `${sum(({ unparsed }) => unparsed)} unparsed`,
  ].join(', ');
}
