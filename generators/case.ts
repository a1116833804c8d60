import type { Quantity, Scale } from './quantity.ts';
import { render } from './quantity.ts';

/** The volume that a case needs. Plain data. */
export interface Setup {
  /** In GB; the size that is read back is authoritative. */
  readonly size: number;
  readonly status: string;
  readonly multiattach: boolean;
  /** The status of each attached server. */
  readonly servers: readonly string[];
  /** The least number of extensions before the case: some services compare with the size at creation, or lose count. */
  readonly grown: number;
  /** Whether the volume needs exactly this history and size. */
  readonly exact: boolean;
  /** Whether the requirement cannot be judged without it; an extra set-up that is not to be had is only listed. */
  readonly essential: boolean;
  /** Any one of the set-ups with this name has to be had. */
  readonly oneOf?: string;
}

/** A case before the volume is known: plain data that fast-check generates and shrinks. */
export interface Recipe {
  readonly setup: Setup;
  /**
   * The body's text; `placeholder` stands for the size, and a lone surrogate U+DC80 to U+DCFF for the byte 0x80 to
   * 0xFF.
   */
  readonly body: string;
  readonly size: Quantity;
  /** The number of the departure that it takes among its check's own (a path id, a method, …); 0 if there are none. */
  readonly variant: number;
}

/** The request of a recipe, and its volume; without `body`, the operation's plain one. */
export type AskedRequest = Pick<Recipe, 'setup' | 'size'> & Partial<Pick<Recipe, 'body'>>;

/** The place of the spelled size in a body's text. No JSON contains it by chance. */
export const placeholder = '\u{0}size\u{0}';

/** A case: the subject of the case schema, with the body as text. */
export interface Case {
  /** The names stay the same, whatever the contract calls its parameters. */
  readonly path: { readonly project_id: string; readonly volume_id: string };
  readonly body: string;
  readonly volume: { readonly size: number; readonly status: string; readonly multiattach: boolean };
  readonly servers: readonly string[];
}

/**
 * The size that a recipe's body asks for on a volume of this scale, as it is spelled there; null if the body has no
 * place for a size.
 */
export function askedBy({ body, size }: Pick<Recipe, 'body' | 'size'>, scale: Scale): string | null {
  return body.includes(placeholder) ? render(size, scale) : null;
}

/** The body's text with this size. */
export function bodyText(body: string, asked: string | null): string {
  return asked === null ? body : body.replaceAll(placeholder, () => asked);
}
