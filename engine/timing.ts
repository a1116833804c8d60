/**
 * Every wait of the engine, in ms, and why it is as long as it is. How long a target may take is a setting
 * (`limits.jobMs`); these times are the same for every target.
 */
export const timing = {
  // what is seen counts only if it stands

  /** An accusation has to stand so long: a lagging replica, or a flapping state, shows otherwise by then. */
  fullStandMs: 1_000,
  /** The same where the like has stood in full for the check: further cases need not prove it again. */
  shortStandMs: 250,
  /** A job that goes back is judged by its looks alone: they have to show it for more than a second. */
  jobGoneBackMs: 1_100,
  /** For conditions that may pass by themselves: a job that cannot be looked up, an odd size, a replica known to lag. */
  momentMs: 5_000,
  /** A new volume shows as ordered by then: some services create slowly. */
  setUpShowsMs: 5_000,

  // what comes late

  /** After a refusal the volume is read again so much later: some refusals have an effect after all. */
  rereadMs: 250,
  /** Effects after the end of a job show by then: a failed job may still have grown the volume. */
  jobAftermathMs: 250,
  /** Where a volume seems to have changed by itself after its extension: another extension is watched for so long. */
  lastingMs: 5_000,
  /** Changes of other volumes show by then after the job that caused them. */
  othersAftermathMs: 250,
  /** The interplay of two requests at once shows so soon after both have been seen. */
  togetherAftermathMs: 300,
  /** If a request had to be refused, its effect on the volume shows by then: its job runs like any other. */
  unaskedAftermathMs: 1_000,

  // what else is under way

  /** A lock that our own requests have left behind is gone after so long in which the target had nothing to do. */
  quietMs: 1_000,
  /** A volume that refuses everything right after its extension takes the next request by then. */
  coolMs: 1_000,
  /** Set-ups and teardowns may wait for room, and so for other checks: no wait for their end is longer. */
  setUpsEndMs: 10_000,
  /** A volume that refuses its new size may only be busy: after three times as long, and this at least, it is not. */
  busyMs: 200,

  // waits that are cut short, once one was in vain: its row has failed already

  /** An extension may be fast by chance: three times the slowest one seen, and at least this, suffices. */
  leastEnoughMs: 500,
  /** An effect, where none was ever seen: most likely none will be. */
  cutEffectMs: 150,
  /** A volume's state, at least: it comes back after the size shows. */
  cutStateMs: 300,
  /** A job, after its volume has grown: one requirement alone asks for it. */
  cutJobMs: 200,
  /** For conditions that did not pass by themselves before. */
  cutMomentMs: 50,
  /** A volume that is not of use yet: another will do. */
  cutReadyMs: 20,

  // what is asked once more

  /** Look-ups that are denied for all volumes, after each of these: a denial that still stands is permanent. */
  denialPausesMs: [500, 2_000],
  /** A look-up that is denied for itself alone: it may have been a gateway's whim. */
  deniedAgainMs: 200,
  /** First contact, after a connection that was lost on the way: the next one may not be. */
  contactAgainMs: 200,
  /** A job that could not be looked up: the looks that it takes to blame the server span more than a second. */
  jobAgainMs: 600,

  // what we allow ourselves

  /** A long calculation pauses for this time between two pieces, so that answers are handled meanwhile. */
  breatheMs: 1,
  /** A pause may last so much longer than requested: beyond that the suite stood still, and the target had no more time. */
  slackMs: 1_000,
  /** A look-up may take so long in all: the same. */
  longestLookMs: 30_000,
  /**
   * A check that has judged what it must: where every case waits for a job, what is only extra would take minutes. Where cases
   * go one by one, so long for all checks together, and for what lies between them as well.
   */
  enoughMs: 40_000,
  /** Less that a target asked to be waited for is not worth a word. */
  worthAWordMs: 5_000,
  /** The limit of waits that the service of a dry run may ask for; it never does. */
  dryRunWaitMs: 30_000,
} as const;

/** How often something is looked at: the first pause, in ms, how much longer each next one is, and the longest. */
export interface Pace {
  readonly firstMs: number;
  readonly factor: number;
  readonly mostMs: number;
}

type Paced = 'setUp' | 'effect' | 'first' | 'sparing' | 'ready' | 'doubt' | 'unseen' | 'unasked';

/** The pauses between looks: short at first, for a fast service, and longer for one that is slow. */
export const paces: Readonly<Record<Paced, Pace>> = {
  /** A volume that was set up: most are there at once. */
  setUp: { firstMs: 20, factor: 2, mostMs: 1_000 },
  /** An accepted request: what is there only for a while is to be seen as well. */
  effect: { firstMs: 3, factor: 1.4, mostMs: 250 },
  /** The same beyond the longest pause, while no effect was ever seen: there may be none, and a whole limit costs few looks. */
  first: { firstMs: 250, factor: 2, mostMs: Number.POSITIVE_INFINITY },
  /** An effect, in a run of few requests: each look is one or two of them. */
  sparing: { firstMs: 3, factor: 2.5, mostMs: Number.POSITIVE_INFINITY },
  /** A volume that is to be used again: nothing is judged by it. */
  ready: { firstMs: 3, factor: 2, mostMs: 500 },
  /** A reading in doubt: several fit into the time that it has to stand. */
  doubt: { firstMs: 40, factor: 2, mostMs: 250 },
  /** An effect that cannot be seen: each look is a request of the operation. */
  unseen: { firstMs: 20, factor: 2, mostMs: 1_000 },
  /** A volume after a request that had to be refused: it is over in a second. */
  unasked: { firstMs: 20, factor: 2, mostMs: Number.POSITIVE_INFINITY },
};

/** The pause that follows one of `ms`. */
export const longer = (ms: number, { factor, mostMs }: Pace): number => Math.min(ms * factor, mostMs);
