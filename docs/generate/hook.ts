import type { Setup } from '../../generators/case.ts';
import { roomOf } from '../../generators/room.ts';
import {
  attachedSetups,
  badServerSetups,
  otherStatusSetups,
  plainSetup,
  severalServers,
  sharedAttachedSetups,
  sharedFreeSetups,
} from '../../generators/setups.ts';
import { contractNamed } from '../../main/contracts.ts';
import { defaults } from '../../main/settings/settings.ts';
import { setUpCall, teardownCall } from '../../targets/providers/protocol.ts';
import { block, code, referencePage, table } from './markdown.ts';

const volume = { project: '0f3b', id: '5f2c' };
const seconds = defaults.limits.hookMs / 1000;

/** The two messages of the state hook, as they are sent, and which states a run asks for. */
export function hookPage(): string {
  const { contract } = contractNamed(defaults.contract);
  const room = roomOf(contract, defaults.minSize, undefined);
  const plain = plainSetup(contract, room);
  return referencePage('Hook protocol', [
    `The suite sends \`POST\` requests to the URL of \`states\`, with a JSON body. It sends no credentials. Up to ${defaults.concurrency} requests are under way at a time (\`concurrency\`), and each may take ${seconds} s (\`limits.hookMs\`). \`evs-conformance init --hook node\` writes a hook; [the guide](../guides/volumes.md#a-state-hook) shows the shortest one.`,
    '## Set up a volume',
    block('json', JSON.stringify(setUpCall(plain), null, 2)),
    table(
      ['parameter', 'value', 'what it is'],
      [
        ['`size`', 'integer', `GB, ${defaults.minSize} or more (\`minSize\`)`],
        ['`status`', 'string', 'the state that the volume must be in when you answer'],
        ['`multiattach`', 'boolean', 'whether the volume is shared'],
        [
          '`servers`',
          'list of strings',
          'the status of each server that the volume is attached to; an empty list: attached to none',
        ],
        ['`tenant`', '`other`, or absent', 'the volume must belong to another project than the one under test'],
      ],
    ),
    'Answer once the volume is in that state:',
    block('json', JSON.stringify({ project_id: volume.project, volume_id: volume.id })),
    table(
      ['status', 'body', 'what it means to the run'],
      [
        ['200', '`project_id` and `volume_id`', 'the volume is there'],
        [
          '422',
          '`{"reason": "…"}`',
          'this state cannot be had, or there is no room now. Volumes that are not in use are torn down, and the wish is repeated. If it is refused again, requirements that need the state are inconclusive, with your reason',
        ],
        ['503', 'any', 'try again a little later'],
        ['any other', 'any', 'the set-up failed; a volume that the body names is torn down'],
      ],
    ),
    '## Tear a volume down',
    block('json', JSON.stringify(teardownCall(volume), null, 2)),
    'Delete the volume, in any state that the run has left it in. Answer 200 or 204; a volume that is already gone counts as deleted. Any other answer leaves the volume in the ledger, and the report lists it under `left behind`.',
    '## States that a run asks for',
    `Of the contract \`${defaults.contract}\`, the first in each row is needed; the others make a run judge more.`,
    table(
      ['volume', '`status`', '`multiattach`', '`servers`'],
      [
        rowOf('available', [plain]),
        rowOf('shared', sharedFreeSetups(contract, room)),
        rowOf('attached', attachedSetups(contract, room)),
        rowOf('attached to several servers', severalServers(contract, room)),
        rowOf('shared and attached', sharedAttachedSetups(contract, room)),
        rowOf('attached, server in an undocumented state', badServerSetups(contract, room)),
        rowOf('in another state', otherStatusSetups(contract, room)),
      ],
    ),
  ]);
}

function rowOf(name: string, setups: readonly Setup[]): readonly string[] {
  const each = (words: (setup: Setup) => string): string => [...new Set(setups.map(words))].join(', ');
  return [
    name,
    each(({ status }) => code(status)),
    each(({ multiattach }) => code(String(multiattach))),
    each(({ servers }) => code(JSON.stringify(servers).replaceAll('"', ''))),
  ];
}
