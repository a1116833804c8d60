import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../engine/operation.ts';
import { contractRuns, theContractRun } from '../../../main/campaign/contracts.ts';
import { operationOf } from '../../../main/operations.ts';
import { UsageError } from '../../../main/settings/usage.ts';
import type { Contract } from '../../../spec/contract.ts';
import { findContract } from '../../../spec/load.ts';
import { extendVolume } from '../../../spec/requirements/extend-volume.ts';
import { idsIn, idsOfGroup, registers } from '../../../spec/requirements.ts';
import { temporary } from './bench.ts';

const contracts = ['extend-volume', 'cinder-extend'];
const asked = { contracts, only: undefined, challenge: undefined };

/** As if the second contract were of an operation that has the smoke test alone. */
const suiteOf = (contract: Contract): Operation => {
  const operation = operationOf(contract);
  const route = { 'operation.route': extendVolume['operation.route'] };
  const register = { requirements: route, untested: {} };
  return contract.id === 'cinder-extend' ? { ...operation, id: 'other', register } : operation;
};

describe('the contracts of a run', () => {
  test('are asked for those requirements that their operations have', () => {
    const only = ['size.maximum', 'operation.route'] as const;
    const each = contractRuns({ ...asked, only }, suiteOf).map((run) => [run.loaded.contract.id, run.only]);
    expect(each).toEqual([
      ['extend-volume', [...only]],
      ['cinder-extend', ['operation.route']],
    ]);
    const second = contractRuns({ ...asked, only: ['size.maximum'] }, suiteOf)[1];
    expect(second?.only).toEqual([]);
    expect(contractRuns(asked, suiteOf).map((run) => run.only)).toEqual([undefined, undefined]);
  });

  test('do not hide a requirement that none of their operations has', () => {
    const run = () => contractRuns({ ...asked, contracts: ['cinder-extend'], only: ['size.maximum'] }, suiteOf);
    expect(run).toThrow(UsageError);
    expect(run).toThrow(/unknown requirement of other "size.maximum": known: operation.route/);
  });

  test('take of a group that is asked for whole what their operations have, and one of which none has is a mistake', () => {
    const group = (name: string) => ({ ...asked, contracts: ['extend-volume'], only: idsOfGroup(name) });
    const extend = idsIn(registers['extend-volume']);
    for (const name of ['size', 'job', 'path'])
      expect(contractRuns(group(name))[0]?.only, name).toEqual(extend.filter((id) => id.startsWith(`${name}.`)));
    const none = () => contractRuns({ ...group('decimal'), contracts: ['delete-volume'] });
    expect(none).toThrow(/unknown requirement of delete-volume "decimal\./);
  });

  test('may be of an operation that nothing certifies: its turn says so', () => {
    const none = (contract: Contract): Operation => {
      if (contract.id === 'cinder-extend') throw new UsageError('nothing certifies it');
      return operationOf(contract);
    };
    expect(contractRuns({ ...asked, only: ['size.maximum'] }, none).map(({ only }) => only)).toEqual([
      ['size.maximum'],
      ['size.maximum'],
    ]);
  });

  test('cannot have the name of a file beside their folders, or one that some file system keeps for itself', () => {
    const folder = temporary();
    const { text } = findContract('extend-volume');
    for (const id of ['run.lock', 'report.json', 'nul', 'con.x']) {
      const file = join(folder, `${id}.contract.json`);
      writeFileSync(file, text.replace('"id": "extend-volume"', `"id": "${id}"`));
      expect(() => contractRuns({ ...asked, contracts: [file, 'extend-volume'] })).toThrow(
        /cannot be the name of a folder/,
      );
      expect(contractRuns({ ...asked, contracts: [file] })).toHaveLength(1);
    }
  });

  test('are one where a run can have one alone', () => {
    expect(theContractRun({ ...asked, contracts: ['cinder-extend'] }, 'x').loaded.contract.id).toBe('cinder-extend');
    expect(() => theContractRun(asked, 'one is enough')).toThrow(
      '2 contracts are named (extend-volume, cinder-extend): one is enough',
    );
  });
});
