import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStates, type StateReading } from '../../../spec/derive/states.ts';
import { readPage } from '../../../spec/read/read-page.ts';
import { cinderLike } from './cinder-like.ts';
import { edit, english } from './page-texts.ts';

function pageOf(title: string, limits: string): string {
  const zh = /\p{Script=Han}/u.test(title);
  const [intro, constraints] = zh ? ['功能介绍', '约束'] : ['Function', 'Constraints'];
  return [
    `# ${title}`,
    `## ${intro}\n\n${title}${zh ? '。' : '.'}`,
    `## ${constraints}\n\n${limits}`,
    '## URI\n\nPOST /v2/x',
    '## Response\n\nNone',
    '## Status Codes\n\n202',
  ].join('\n\n');
}

const sentencesOf = (text: string) => readPage('page.md', text).sections.flatMap(({ sentences }) => sentences);

function read(title: string, limits: string, resource = 'volume'): StateReading {
  return readStates(sentencesOf(pageOf(title, limits)), resource);
}

const rulesOf = ({ rules }: StateReading): unknown => rules.map(({ on, when, requires }) => ({ on, when, requires }));
const namedOf = ({ named }: StateReading): unknown => named.map(({ status, rules }) => ({ status, rules }));

const busy = { 'volume.status': { const: 'in-use' } };
const idle = [{ on: 'volume.status', when: {}, requires: { enum: ['available'] } }];
const idleOrFailed = [{ on: 'snapshot.status', when: {}, requires: { enum: ['available', 'error'] } }];
const notFailed = [{ on: 'volume.status', when: {}, requires: { not: { enum: ['error'] } } }];

describe('a state that is required', () => {
  it.each([
    ['删除快照', '只有快照状态为available或error时才能删除。'],
    ['删除快照', '快照状态必须为“available”、“error”，否则删除失败。'],
    ['删除快照', '快照必须处于以下状态之一：available、error。'],
    ['删除云硬盘快照', '待删除的快照必须处于 available 或者 error 状态。'],
    ['删除快照', '仅支持删除状态为available和error的快照。'],
    ['删除快照', '删除快照前，快照状态必须为 available/error。'],
    ['删除快照', '说明：请确保快照状态为available、error。'],
    ['Delete a snapshot', 'A snapshot may be deleted only while its status is `available` or `error`.'],
    ['Delete a snapshot', 'The status of the snapshot must be **available** or **error**.'],
    ['Delete a snapshot', 'The snapshot must be in one of the following states: available, error.'],
    ['Delete a snapshot', 'The snapshot status must be available or error, otherwise the request fails.'],
    ['Delete a snapshot', 'Only snapshots in the available or error state can be deleted.'],
    ['Delete a snapshot', 'A snapshot cannot be deleted unless it is in the available or error state.'],
    [
      'Delete a snapshot',
      'Before deleting a snapshot, make sure that the snapshot is in the available or error state.',
    ],
  ])('is a rule: %s: %s', (title, sentence) => {
    const reading = read(title, sentence, 'snapshot');
    expect(rulesOf(reading)).toEqual(idleOrFailed);
    expect([...reading.understood].map(({ text }) => text)).toContain(reading.rules[0]?.sentence.text);
  });

  it.each([
    ['扩容磁盘', '磁盘状态为error时，不支持扩容。'],
    ['扩容磁盘', '状态为error的磁盘无法进行扩容。'],
    ['扩容磁盘', '磁盘状态不能为error。'],
    ['Extend a disk', 'The disk status cannot be error.'],
    ['Extend a disk', 'A disk in the error state cannot be extended.'],
    ['Extend a disk', 'The disk must not be in the error state.'],
    ['Extend a disk', 'If the disk is in the error state, it cannot be extended.'],
  ])('can be forbidden: %s: %s', (title, sentence) => {
    expect(rulesOf(read(title, sentence))).toEqual(notFailed);
  });

  it('may be that of another thing than the operation is done to', () => {
    expect(rulesOf(read('Roll back a snapshot', 'The target volume must be available.', 'snapshot'))).toEqual(idle);
    expect(rulesOf(read('创建过户', '云硬盘状态为available时才支持创建过户。', 'transfer'))).toEqual(idle);
    const groups = read(
      'Delete a group',
      'The replication_status value of the consistency group must be active.',
      'group',
    );
    expect(rulesOf(groups)).toEqual([
      { on: 'replication-consistency-group.replication_status', when: {}, requires: { enum: ['active'] } },
    ]);
  });

  it('may go with the announcement of a list, whose items it does not limit', () => {
    const reading = read(
      '创建过户',
      '只有当云硬盘状态为available时，支持创建过户，其他不支持过户的约束如下：\n\n- multiattach必须为false。\n- 加密的云硬盘不支持过户。',
    );
    expect(rulesOf(reading)).toEqual(idle);
    expect([...reading.understood].map(({ text }) => text.slice(0, 4))).toEqual(['约束', '只有当云']);
  });
});

describe('a list of rules', () => {
  it.each([
    ['删除快照', '删除快照有如下约束：\n\n- 快照状态须为available、error。'],
    ['删除快照', '请注意以下几点：\n\n- 快照状态须为available、error。'],
    [
      'Delete a snapshot',
      'The restrictions on deleting a snapshot are as follows:\n\n- The snapshot status must be available or error.',
    ],
    ['Delete a snapshot', 'Note the following:\n\n- The snapshot status must be available or error.'],
  ])('can be announced: %s: %s', (title, limits) => {
    const reading = read(title, limits, 'snapshot');
    expect(rulesOf(reading)).toEqual(idleOrFailed);
    expect(reading.understood.size).toBe(3);
  });

  it.each([
    ['删除快照', '创建快照有如下约束：\n\n- 快照状态须为available、error。'],
    ['删除快照', '删除自动快照有如下约束：\n\n- 快照状态须为available、error。'],
    [
      'Delete a snapshot',
      'The restrictions on encrypted snapshots are as follows:\n\n- The snapshot status must be available.',
    ],
  ])('is left where it is about something else: %s: %s', (title, limits) => {
    expect(read(title, limits, 'snapshot').rules).toEqual([]);
  });
});

describe('a state in which the operation is allowed', () => {
  const free = [
    { status: 'available', rules: 'none' },
    { status: 'in-use', rules: 'listed' },
  ];
  const rules = [
    { on: 'volume.multiattach', when: busy, requires: { const: false } },
    { on: 'volume.servers', when: busy, requires: { type: 'array', items: { enum: ['ACTIVE', 'SHUTOFF'] } } },
  ];

  it.each([
    [
      '扩容卷',
      '- 当卷的状态为available时，无限制。\n- 当卷的状态为in-use时，约束如下：\n  - 共享卷不支持扩容，因此multiattach必须为false。\n  - 卷所挂载的云主机的状态必须为ACTIVE或SHUTOFF。',
    ],
    [
      'Extend a volume',
      '- For a volume in the `available` state, there are no restrictions.\n- For a volume in the `in-use` state, the following conditions apply:\n  - Shared volumes are not supported, that is, multiattach must be false.\n  - The servers it is attached to must be in the ACTIVE or SHUTOFF state.',
    ],
  ])('is named, and what follows holds in that state: %s', (title, limits) => {
    const reading = read(title, limits);
    expect(namedOf(reading)).toEqual(free);
    expect(rulesOf(reading)).toEqual(rules);
  });

  it('can stand in the sentence of its rule', () => {
    expect(rulesOf(read('扩容卷', '当卷状态为in-use时，所挂载的云主机状态必须为ACTIVE或SHUTOFF。'))).toEqual([
      rules[1],
    ]);
    const sentence = 'If the volume is in-use, the server to which it is attached must be ACTIVE or SHUTOFF.';
    expect(rulesOf(read('Extend a volume', sentence))).toEqual([rules[1]]);
  });

  it('reads our own pages as before', () => {
    const own = readStates(sentencesOf(english), 'volume');
    expect(namedOf(own)).toEqual(free);
    expect(own.rules.map(({ on, when }) => [on, when])).toEqual([
      ['volume.multiattach', busy],
      ['volume.servers', busy],
    ]);
    const cinder = readStates(sentencesOf(cinderLike), 'volume');
    expect(rulesOf(cinder)).toEqual([]);
  });
});

describe('what is no rule', () => {
  it.each([
    ['挂载云硬盘', '挂载后云硬盘状态变为in-use。'],
    ['创建云硬盘', '返回的云硬盘状态为available。'],
    ['Create a volume', 'Returns a volume with status available.'],
    ['Create a volume', 'The status of the volume is creating.'],
    ['Extend a volume', 'A volume in the available state can be extended.'],
    ['Query volumes', 'The following example shows how to query the volumes in the available state.'],
    // Special cases.
    ['扩容云硬盘', '系统盘的状态必须为available。'],
    ['扩容云硬盘', '如果云硬盘是系统盘，云硬盘状态必须为available。'],
    ['扩容云硬盘', '当force为false时，云硬盘状态必须为available。'],
    ['扩容云硬盘', '云硬盘状态为available时才支持扩容加密盘。'],
    ['Extend a volume', 'The system volume must be available.'],
    ['Extend a volume', 'If the volume is a system disk, its status must be available.'],
    ['Extend a volume', 'If the volume is attached, the volume must be available.'],
    ['Attach a volume', 'If the volume is attached, the volume must be available.'],
    ['Extend a volume', 'The volume must be available if it is encrypted.'],
    ['Extend a volume', 'For system disks:\n\n- The volume must be available.'],
    ['扩容云硬盘', '系统盘：\n\n- 云硬盘状态必须为available。'],
    ['扩容云硬盘', '### 系统盘\n\n云硬盘状态必须为available。'],
    ['Extend a volume', '### System disks\n\nThe volume must be available.'],
    ['Extend a volume', 'For encrypted disks, the constraints are as follows:\n\nThe volume must be available.'],
    ['Extend a volume', 'While the volume is in-use, these rules hold:\n\nmultiattach must be false.', 'named'],
    ['扩容云硬盘', '扩容状态为available的云硬盘时，没有约束限制：\n\n- 云硬盘状态必须为in-use。', 'named'],
    // Lists that are not closed.
    ['扩容云硬盘', '云硬盘状态必须为available、error等。'],
    ['扩容云硬盘', '云硬盘状态必须为available、error等状态。'],
    ['Extend a volume', 'The volume status must be available, error, etc.'],
    ['Extend a volume', 'The volume must be in a state such as available.'],
    // Other operations.
    ['创建快照', '快照状态为available时，才可以删除。'],
    ['Create a snapshot', 'A snapshot can be deleted only when it is in the available state.'],
    ['Delete a volume', 'A snapshot can be deleted only when it is in the available state.'],
    // No names of states.
    ['Extend a volume', 'The volume must not be attached.'],
    ['Extend a volume', 'The volume status must be normal.'],
    ['Extend a volume', 'The volume must be encrypted.'],
    ['Extend a volume', 'The volume must be in the read-only state.'],
    ['Extend a volume', 'The volume status cannot be updated.'],
    ['Extend a volume', 'The backup must be available.'],
    ['Extend a volume', 'The volume must be in an attached state.'],
    ['Extend a volume', 'The server must be stopped.'],
    ['扩容云硬盘', '云硬盘状态必须为可用。'],
    ['扩容云硬盘', '云硬盘必须处于卸载状态。'],
    // Things that are not clear.
    ['Extend a volume', 'It must be in the available state.'],
    ['Extend a volume', 'The server it is attached to must be ACTIVE.'],
    ['Extend a volume', 'A shared volume cannot be extended, so multiattach must be true.'],
    ['Create a volume', 'multiattach must be false.'],
    ['Attach a volume', 'The status of the server to which the volume is attached must be ACTIVE.'],
    ['回滚快照到云硬盘', '状态必须为available。'],
  ])('%s: %s', (title, limits, named = '') => {
    const reading = read(title, limits);
    expect(reading.rules).toEqual([]);
    expect(reading.named.map(() => 'named').join()).toBe(named);
    const understood = [...reading.understood].filter(({ text }) => !/^(?:约束|Constraints)$/.test(text));
    expect(understood).toHaveLength(reading.named.length);
  });

  it('stands in a table, or in a section about something else', () => {
    const page = pageOf('Extend a volume', 'None');
    const sentence = 'The volume must be available.';
    const row = `| Parameter | Mandatory | Description |\n|---|---|---|\n| id | Yes | ${sentence} |`;
    expect(read('Extend a volume', sentence).rules).toHaveLength(1);
    for (const [from, to] of [
      ['## Constraints', `## Follow-up\n\n${sentence}\n\n## Constraints`],
      ['POST /v2/x', `POST /v2/x\n\n${row}`],
      ['None\n\n## Status', `${sentence}\n\n## Status`],
    ] as const) {
      expect(readStates(sentencesOf(edit(page, from, to)), 'volume').rules).toEqual([]);
    }
  });
});

describe('any word', () => {
  const lower = fc.stringMatching(/^[a-z]{2,9}(?:[-_][a-z]{2,9}){1,2}$/);
  const upper = fc.stringMatching(/^[A-Z]{3,9}(?:_[A-Z]{2,9})?$/).filter((word) => word !== 'ECS');
  const list = (word: fc.Arbitrary<string>) => fc.array(word, { minLength: 1, maxLength: 4 });

  it('is read back as a state from every form of sentence', () => {
    fc.assert(
      fc.property(list(lower), list(upper), (states, servers) => {
        const [zh, en] = [states.join('、'), states.join(', ').replace(/, ([^,]*)$/, ', or $1')];
        const expected = [{ on: 'volume.status', when: {}, requires: { enum: states } }];
        expect(rulesOf(read('扩容卷', `只有当卷状态为${zh}时，才可以扩容。`))).toEqual(expected);
        expect(rulesOf(read('扩容卷', `卷的状态须为${zh}。`))).toEqual(expected);
        expect(rulesOf(read('Extend a volume', `The status of the volume must be ${en}.`))).toEqual(expected);
        expect(rulesOf(read('Extend a volume', `A volume can be extended only if it is in the ${en} state.`))).toEqual(
          expected,
        );
        const attached = `The status of the servers to which the volume is attached must be ${servers.join(' or ')}.`;
        expect(rulesOf(read('Extend a volume', attached))).toEqual([
          { on: 'volume.servers', when: {}, requires: { type: 'array', items: { enum: servers } } },
        ]);
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  // Ended by the test's own limit where a pattern goes back and forth without end.
  it('ends a reading of hostile sentences', () => {
    for (const part of [
      'available, ',
      '云硬盘状态为',
      'a disk transfer ',
      'status of the ',
      ', when the volume is in-use, ',
    ]) {
      expect(read('Extend a volume', `The volume must be ${part.repeat(3000)}.`).rules).toEqual([]);
      expect(read('扩容云硬盘', `云硬盘状态必须为${part.repeat(20)}。`).rules).toEqual([]);
    }
  }, 60_000);
});
