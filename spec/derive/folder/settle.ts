import type { Contract } from '../../contract.ts';
import { contractId } from '../contract/id.ts';

/** A page whose contract was derived: the data that is kept after the contract is written. */
export interface DerivedPage {
  /** Path below the folder. */
  readonly file: string;
  readonly id: string;
  readonly language: 'zh' | 'en';
  readonly operation: Pick<Contract['operation'], 'method' | 'path' | 'action' | 'project' | 'kind' | 'deprecated'>;
  readonly fields: number;
  readonly constraints: number;
  readonly unparsed: number;
}

/** A page whose contract has another id than it would have alone, because `other` has that one. */
export interface RenamedPage {
  readonly page: DerivedPage;
  readonly alone: string;
  readonly other: DerivedPage;
}

/** A page whose id another page keeps: one of the same operation, or of an operation that no id tells from it. */
export interface PassedOver {
  readonly page: DerivedPage;
  readonly other: DerivedPage;
  readonly why: 'deprecated' | 'by-name' | 'no-other-id';
}

export interface Settlement {
  /** In the order of the pages, one an id. */
  readonly kept: readonly DerivedPage[];
  readonly renamed: readonly RenamedPage[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * Decides which page keeps an id. Among pages of one operation it is the first that is not deprecated, else the first.
 * Pages of several operations are all kept: the one with the fewest parameters has the id, and the others get their
 * parameters into theirs.
 */
export function settle(pages: readonly DerivedPage[]): Settlement {
  const renamed: RenamedPage[] = [];
  const passedOver: PassedOver[] = [];
  const taken = new Set(pages.map(({ id }) => id));
  const kept = [...grouped(pages, ({ id }) => id)].flatMap((ofOneId) => {
    const [owner, ...others] = [...grouped(ofOneId, shapeOf)]
      .map((ofOneOperation) => winner(ofOneOperation, passedOver))
      .toSorted((one, two) => parametersOf(one).length - parametersOf(two).length);
    if (owner === undefined) return [];
    const moved = others.flatMap((page) => {
      const id = longerIds(page).find((one) => !taken.has(one));
      if (id === undefined) {
        passedOver.push({ page, other: owner, why: 'no-other-id' });
        return [];
      }
      taken.add(id);
      const again = { ...page, id };
      renamed.push({ page: again, alone: page.id, other: owner });
      return [again];
    });
    return [owner, ...moved];
  });
  const order = new Map(pages.map(({ file }, index) => [file, index]));
  const placeOf = ({ file }: DerivedPage): number => order.get(file) ?? 0;
  return {
    kept: kept.toSorted((one, two) => placeOf(one) - placeOf(two)),
    renamed: renamed.toSorted((one, two) => placeOf(one.page) - placeOf(two.page)),
    passedOver: passedOver.toSorted((one, two) => placeOf(one.page) - placeOf(two.page)),
  };
}

function winner(pages: readonly [DerivedPage, ...DerivedPage[]], passedOver: PassedOver[]): DerivedPage {
  const current = pages.find(({ operation }) => !operation.deprecated) ?? pages[0];
  for (const page of pages) {
    if (page === current) continue;
    const isOld = page.operation.deprecated && !current.operation.deprecated;
    passedOver.push({ page, other: current, why: isOld ? 'deprecated' : 'by-name' });
  }
  return current;
}

/** The path without the names of its parameters, by which a server cannot tell paths apart. */
function shapeOf({ operation: { method, path } }: DerivedPage): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '')}`;
}

function parametersOf({ operation: { path } }: DerivedPage): readonly string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
}

/** Ids with the parameters in them, and in the end with the project as well. */
function longerIds({ operation: { action, method, path, project } }: DerivedPage): readonly string[] {
  const without = path.replace(/\{([^}]*)\}/g, (whole, name: string) => (name === project ? whole : name));
  return [without, path.replace(/[{}]/g, '')].map((each) => contractId({ method, path: each }, action));
}

function grouped(
  pages: readonly DerivedPage[],
  key: (page: DerivedPage) => string,
): Iterable<readonly [DerivedPage, ...DerivedPage[]]> {
  const groups = new Map<string, [DerivedPage, ...DerivedPage[]]>();
  for (const page of pages) {
    const group = groups.get(key(page));
    if (group === undefined) groups.set(key(page), [page]);
    else group.push(page);
  }
  return groups.values();
}
