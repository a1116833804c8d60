import { expect } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { loadContract } from '../../../spec/load.ts';
import { DeriveError } from '../../../spec/read/errors.ts';

/** A page either gives a contract that its own loader takes, or one of the errors of `derive`. */
export function expectContractOrError(text: string): void {
  let bytes: string;
  try {
    bytes = derive({ name: 'page.md', text }).text;
  } catch (error) {
    expect(error).toBeInstanceOf(DeriveError);
    return;
  }
  loadContract(bytes, 'contract.json');
}
