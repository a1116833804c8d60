/** A contract's file cannot be used: `FILE#POINTER: what is wrong; what to do about it`. */
export class ContractError extends Error {
  readonly file: string;
  /** JSON pointer into the file; empty for the file as a whole. */
  readonly pointer: string;

  constructor(
    file: string,
    pointer: string,
    problem: string,
    { cause, remedy = 'derive the contract again' }: { readonly cause?: unknown; readonly remedy?: string } = {},
  ) {
    const where = pointer === '' ? file : `${file}#${pointer}`;
    super(`${where}: ${problem}; ${remedy}`, cause === undefined ? undefined : { cause });
    this.name = 'ContractError';
    this.file = file;
    this.pointer = pointer;
  }
}
