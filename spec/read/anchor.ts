import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import type { Inline } from './text.ts';

/** Ids beginning with `mcps` come from table layout, and repeat within a page. */
const USABLE = /^(?!mcps)[A-Za-z0-9_.:-]{1,128}$/;

/** The page's own anchor for an element: its id, otherwise the id of the first `<a>` inside; null if it has none. */
export function anchorOf(element: Element): string | null {
  return usable(element.properties.id) ?? anchorInside(element);
}

/** All anchors of some nodes, by which links name them. */
export function anchorsIn(nodes: readonly Inline[]): readonly string[] {
  const elements = nodes.filter((node): node is Element => node.type === 'element');
  const found = elements.flatMap((element) => [element, ...selectAll('a[name], [id]', element)]);
  const ids = found.flatMap(({ properties: { name, id } }) => [usable(name), usable(id)]);
  return [...new Set(ids.filter((id) => id !== null))];
}

function anchorInside(element: Element): string | null {
  for (const link of selectAll('a[name], a[id]', element)) {
    const anchor = usable(link.properties.name) ?? usable(link.properties.id);
    if (anchor !== null) return anchor;
  }
  return null;
}

/** An element's own id, never one that repeats. */
export function usable(id: unknown): string | null {
  return typeof id === 'string' && USABLE.test(id) ? id : null;
}
