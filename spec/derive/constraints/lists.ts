import type { Sentence } from '../../read/page.ts';
import { closes, type ValueItem } from './items.ts';
import type { Heard } from './join.ts';
import type { Passage } from './passage.ts';

/** A list of values below a sentence. */
interface ValueList {
  readonly introduction: Sentence | null;
  readonly values: Heard[];
  /** Whether every item was read. */
  isWhole: boolean;
}

/** The lists of values in one cell, by the sentences that introduce them. */
export class ValueLists {
  private readonly lists = new Map<Sentence | null, ValueList>();

  add(introduction: Sentence | null, item: ValueItem, passage: Passage): void {
    this.listOf(introduction).values.push({
      said: { on: 'field', keyword: 'explains', value: item.value },
      passage,
    });
  }

  /** Notes a passage that is no item: a short one, or one with a colon, may be an item that was not understood. */
  pass(introduction: Sentence | null, passage: Passage): void {
    if (/^.{1,24}?(?:[:(]|表示|代表|\bindicates?\b|$)/u.test(passage.text)) this.listOf(introduction).isWhole = false;
  }

  private listOf(introduction: Sentence | null): ValueList {
    const list = this.lists.get(introduction) ?? { introduction, values: [], isWhole: true };
    this.lists.set(introduction, list);
    return list;
  }

  /** The lists as statements, and the introductions of lists that should be closed but were not read completely. */
  heard(): { readonly heard: readonly Heard[]; readonly broken: readonly Sentence[] } {
    const heard: Heard[] = [];
    const broken: Sentence[] = [];
    for (const { introduction, values, isWhole } of this.lists.values()) {
      if (values.length === 0) continue;
      const mustClose = introduction !== null && closes(introduction.text);
      if (mustClose && isWhole) heard.push(closed(values));
      else if (values.length > 1 || introduction === null || !values.every(isWord)) heard.push(...values);
      if (mustClose && !isWhole) broken.push(introduction);
    }
    return { heard, broken };
  }
}

function closed(values: readonly Heard[]): Heard {
  const passage = values[0]?.passage as Passage;
  return { said: { on: 'field', keyword: 'enum', value: values.map(({ said }) => said.value) }, passage };
}

/** Whether an item is a single word, which may be no value. */
export function isWord({ said: { value } }: Heard): boolean {
  return typeof value === 'string' && !/^(?:true|false|\d+)$/i.test(value);
}
