import type { Fault } from '../fault.ts';
import { ignoring } from '../fault-tools.ts';

export const serverRebootAccepted: Fault = {
  id: 'server-reboot-accepted',
  summary: 'REBOOT and HARD_REBOOT count as good server states',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState(ignoring(volume, ['REBOOT', 'HARD_REBOOT']), context),
  }),
};
