/** How a flag, or the environment variable beside it, is read. */
type OptionKind = 'text' | 'integer' | 'list' | 'switch';

/** One flag: what is typed, how it is read, what it does. Usage text is printed from these. */
export interface Option {
  readonly kind: OptionKind;
  readonly placeholder?: string;
  readonly short?: string;
  /** The environment variable that says the same where the flag is not given. */
  readonly env?: string;
  readonly least?: number;
  readonly most?: number;
  /** The flag in whose line help shows it: it goes with it, or in its place. */
  readonly with?: string;
  /** Its names in other tools: known by them, it is named to the user, and not taken. */
  readonly elsewhere?: readonly string[];
  readonly what: string;
}

export type Options = Readonly<Record<string, Option>>;

/** The type of an option's value, once read. */
type Value<O extends Option> = {
  text: string;
  integer: number;
  list: readonly string[];
  switch: true;
}[O['kind']];

export type Values<T extends Options> = { readonly [Name in keyof T]?: Value<T[Name]> };
