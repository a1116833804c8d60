import type { Quantity, Scale } from './quantity.ts';
import { render } from './quantity.ts';

/** A volume as a case wants it. Plain data. */
export interface Setup {
  /** In GB; what is read back is authoritative. */
  readonly size: number;
  readonly status: string;
  readonly multiattach: boolean;
  /** The status of each attached server. */
  readonly servers: readonly string[];
  /** At least so many extensions before the case: some services compare with the size at creation, or lose count. */
  readonly grown: number;
  /** No volume with another history, or of another size, will do. */
  readonly exact: boolean;
  /** Without it the requirement cannot be judged; an extra set-up that is not to be had is only listed. */
  readonly essential: boolean;
  /** One of the set-ups with this name has to be had, whichever it is. */
  readonly oneOf?: string;
}

/** A case before the volume is known: plain data that fast-check generates and shrinks. */
export interface Recipe {
  readonly setup: Setup;
  /** The body's text; `placeholder` stands where the size goes, and a lone surrogate U+DC80 to U+DCFF for the byte 0x80 to 0xFF. */
  readonly body: string;
  readonly size: Quantity;
  /** Which of its check's own departures it takes (a path id, a method, …); 0 where there are none. */
  readonly variant: number;
}

/** What a recipe asks for and of what; without `body` with the operation's plain one. */
export type AskedRequest = Pick<Recipe, 'setup' | 'size'> & Partial<Pick<Recipe, 'body'>>;

/** Where a body's text takes the spelled size. No JSON contains it by chance. */
export const placeholder = '\u{0}size\u{0}';

/** A case: what the case schema speaks about, the body as text. */
export interface Case {
  /** By these names whatever the contract calls its parameters. */
  readonly path: { readonly project_id: string; readonly volume_id: string };
  readonly body: string;
  readonly volume: { readonly size: number; readonly status: string; readonly multiattach: boolean };
  readonly servers: readonly string[];
}

/** What a recipe's body asks for on a volume of this scale, as it is spelled in it; null where it has no place for a size. */
export function askedBy({ body, size }: Pick<Recipe, 'body' | 'size'>, scale: Scale): string | null {
  return body.includes(placeholder) ? render(size, scale) : null;
}

/** The body's text that asks for this. */
export function bodyText(body: string, asked: string | null): string {
  return asked === null ? body : body.replaceAll(placeholder, () => asked);
}
