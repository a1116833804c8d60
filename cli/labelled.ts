/** A label and the lines next to it. */
export type LabelledLines = readonly [label: string, lines: readonly string[]];

/** A heading, and below it labels with their lines in one column. */
export function labelled(head: string, parts: readonly LabelledLines[]): string {
  const column = 2 + Math.max(...parts.map(([label]) => label.length));
  const lines = parts.flatMap(([label, said]) =>
    said.map((line, index) => `  ${(index === 0 ? label : '').padEnd(column)}${line}`),
  );
  return `${[head, ...lines].join('\n')}\n`;
}
