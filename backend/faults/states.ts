import { family } from '../fault.ts';
import type { BackendVolume } from '../model.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';
import type { BackendSettings } from '../settings.ts';

/** Judges a volume with other properties than it has. */
const seeing =
  (view: (volume: BackendVolume, settings: BackendSettings) => Partial<BackendVolume>): Change =>
  (rules) => ({
    checkState: (volume, context) => rules.checkState({ ...volume, ...view(volume, context.settings) }, context),
  });

/** Looks at some of the servers only. */
const seeingServers = (isSeen: (status: string) => boolean): Change =>
  seeing(({ servers }) => ({ servers: servers.filter(({ status }) => isSeen(status)) }));

/** Does not know one of the good server states. */
const refusing =
  (unknown: string): Change =>
  (rules) => ({
    checkState: (volume, context) => {
      const servers = context.settings.servers.filter((status) => status !== unknown);
      return rules.checkState(volume, { ...context, settings: { ...context.settings, servers } });
    },
  });

const reboots = ['REBOOT', 'HARD_REBOOT'];

/** The states of the volume and of its servers. */
export const states = family({
  'state-error-accepted': {
    summary: 'volumes in the state error are accepted',
    requirement: 'state.other',
    change: (rules) => ({
      checkState: (volume, context) => (volume.status === 'error' ? undefined : rules.checkState(volume, context)),
    }),
  },
  'state-other-accepted': {
    summary: 'volumes in every other state are accepted',
    requirement: 'state.other',
    change: (rules) => ({
      checkState: (volume, context) => (volume.status === 'in-use' ? rules.checkState(volume, context) : undefined),
    }),
  },
  'available-shared-refused': {
    summary: 'shared volumes are refused also when they are available',
    requirement: 'state.available-shared',
    change: (rules) => ({
      checkState: (volume, context) =>
        volume.multiattach ? refuse('shared', 'a shared volume cannot be extended') : rules.checkState(volume, context),
    }),
  },
  'in-use-shared-accepted': {
    summary: 'multiattach is not looked at',
    requirement: 'state.in-use-shared',
    change: seeing(() => ({ multiattach: false })),
  },
  'shared-single-accepted': {
    summary: 'a shared volume with a single server counts as not shared',
    requirement: 'state.in-use-shared',
    change: seeing(({ multiattach, servers }) => ({ multiattach: multiattach && servers.length > 1 })),
  },
  'in-use-refused': {
    summary: 'every in-use volume is refused',
    requirement: 'state.in-use',
    change: (rules) => ({
      checkState: (volume, context) =>
        volume.status === 'in-use' ? refuse('status', 'detach the volume first') : rules.checkState(volume, context),
    }),
  },
  'in-use-job-fails': {
    summary: 'extensions of in-use volumes are accepted, but their jobs fail',
    requirement: 'state.in-use',
    change: (rules) => ({
      grow: (job, context) => {
        if (context.state.volumes.get(job.volumeId)?.status !== 'in-use') rules.grow(job, context);
      },
      conclude: (job, context) => {
        rules.conclude(job, context);
        const ended = context.state.jobs.get(job.id);
        if (ended && context.state.volumes.get(job.volumeId)?.status === 'in-use') {
          context.state.putJob({ ...ended, status: 'FAIL', failReason: 'the volume is in use' });
        }
      },
    }),
  },
  'active-refused': {
    summary: 'ACTIVE is missing from the good server states',
    requirement: 'state.in-use',
    change: refusing('ACTIVE'),
  },
  'paused-refused': {
    summary: 'PAUSED is missing from the good server states',
    requirement: 'state.in-use',
    change: refusing('PAUSED'),
  },
  'shutoff-refused': {
    summary: 'SHUTOFF is missing from the good server states',
    requirement: 'state.in-use',
    change: refusing('SHUTOFF'),
  },
  'suspended-refused': {
    summary: 'SUSPENDED is missing from the good server states',
    requirement: 'state.in-use',
    change: refusing('SUSPENDED'),
  },
  'server-unchecked': {
    summary: 'the status of the attached servers is not looked at',
    requirement: 'state.server-status',
    change: seeingServers(() => false),
  },
  'server-any': {
    summary: 'one server in a good state is enough',
    requirement: 'state.server-status',
    change: seeing(({ servers }, settings) => {
      const good = servers.filter(({ status }) => settings.servers.includes(status));
      return good.length > 0 ? { servers: good } : {};
    }),
  },
  'server-any-case': {
    summary: 'server states count in any case: active is ACTIVE',
    requirement: 'state.server-status',
    change: seeing(({ servers }) => ({
      servers: servers.map((server) => ({ ...server, status: server.status.toUpperCase() })),
    })),
  },
  'server-prefix': {
    summary: 'server states are compared by prefix: SHELVED counts, as SHUTOFF does',
    requirement: 'state.server-status',
    change: seeingServers((status) => !/^(ACT|PAU|SUS|SH)/.test(status)),
  },
  'server-first-only': {
    summary: 'only the first of several servers is looked at',
    requirement: 'state.server-status',
    change: seeing(({ servers }) => ({ servers: servers.slice(0, 1) })),
  },
  'server-last-only': {
    summary: 'only the last of several servers is looked at',
    requirement: 'state.server-status',
    change: seeing(({ servers }) => ({ servers: servers.slice(-1) })),
  },
  'server-deny-list': {
    summary: 'only ERROR, REBOOT and HARD_REBOOT are refused, not every state that is not documented',
    requirement: 'state.server-status',
    change: seeingServers((status) => ['ERROR', ...reboots].includes(status)),
  },
  'server-error-accepted': {
    summary: 'ERROR counts as a good server state',
    requirement: 'state.server-status',
    change: seeingServers((status) => status !== 'ERROR'),
  },
  'server-reboot-accepted': {
    summary: 'REBOOT and HARD_REBOOT count as good server states',
    requirement: 'state.server-status',
    change: seeingServers((status) => !reboots.includes(status)),
  },
});
