import { documented } from '../../generators/bodies.ts';
import type { Recipe, Setup } from '../../generators/case.ts';
import { plainSize } from '../../generators/satisfy.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Blocked, Step } from '../step.ts';
import { anchorVolume, refusesItsSize } from './anchor.ts';
import { caseOf, extend, type Sending } from './extend.ts';
import { keepToBudget, withinRoom } from './fit.ts';
import { openLeases } from './lease.ts';
import { part, settleAnchor } from './part.ts';
import type { Run } from './run.ts';
import { LostExchange, type Subject } from './subject.ts';
import { suspect } from './suspect.ts';

/** Where one check works: volumes of the run's fleet, leased, anchored and handed on. */
export interface Lab {
  readonly run: Run;
  readonly check: RequirementId;
  /** A volume in this set-up on which the recipe makes sense; `growing`: to be extended. Throws `Unavailable` or `BlockedVolume`. */
  lease(setup: Setup, size?: Recipe['size'], use?: 'growing'): Promise<Subject>;
  /** Hands a volume on, for the next case, whosever it is. */
  release(subject: Subject): Promise<void>;
  /** Sends a recipe to a volume, or a request that is no case of its own. */
  send(
    subject: Subject,
    recipe: Recipe | Pick<Recipe, 'body' | 'size'>,
    sending: Omit<Sending, 'check' | 'ordinal' | 'recipe'>,
  ): Promise<Step>;
  /** The plain extension, for anchors and for volumes that have to have grown; undefined where it worked. */
  grow(subject: Subject): Promise<Blocked | undefined>;
  /** A refusal by this volume counts only if the volume is anchored by the end of the check. */
  countRefusal(subject: Subject, setup: Setup): void;
  /** Whether a volume in this set-up takes a valid request; asked once a set-up and run. */
  anchorSetup(setup: Setup, recipe: Pick<Recipe, 'body' | 'size'>): Promise<Blocked | undefined>;
  /** Where volumes cannot be read: whether an accepted extension was more than an answer. */
  confirmUnseen(subject: Subject, step: Step): Promise<Blocked | undefined>;
  /** Anchors what waits for it. What could not be anchored is returned. */
  close(): Promise<readonly Unanchored[]>;
}

/** Refusals that count for nothing, and why; `essential`: the requirement cannot be judged without them. */
export interface Unanchored extends Blocked {
  readonly essential: boolean;
}

/** Opens the lab of one check. */
export function openLab(run: Run, check: RequirementId): Lab {
  const awaiting = new Map<Subject, boolean>();
  let sent = 0;

  const lab: Lab = {
    run,
    check,
    lease: (setup, size, use) => leases.lease(setup, size, use),
    release: (subject) => leases.release(subject),
    async send(subject, recipe, sending) {
      const { setup, now, observed } = subject;
      if (observed && now.status !== setup.status) throw new LostExchange(`the volume is in state "${now.status}"`);
      sent += 1;
      const known = 'setup' in recipe ? recipe : undefined;
      const whole = { ...sending, check, ordinal: sent, recipe: known };
      const fitted = withinRoom(run, subject, recipe);
      const case_ = caseOf(run, subject, fitted);
      keepToBudget(run, case_);
      const step = await extend(run, subject, case_, whole);
      if (!sending.probing) suspect(run, step, { variant: 0, ...fitted, setup });
      return step;
    },
    async grow(subject) {
      const recipe = { body: documented(run.contract.names), size: plainSize(subject.now.size, run.room) };
      subject.anchor = (await anchorVolume(lab, subject, recipe)) ?? 'good';
      return subject.anchor === 'good' ? undefined : subject.anchor;
    },
    async anchorSetup(setup, recipe) {
      const { essential: _, oneOf: __, ...state } = setup;
      const key = JSON.stringify(state);
      if (!run.anchors.has(key)) {
        const subject = await lab.lease(setup, recipe.size, 'growing');
        try {
          run.anchors.set(key, await anchorVolume(lab, subject, recipe));
        } finally {
          await lab.release(subject);
        }
      }
      return run.anchors.get(key);
    },
    async confirmUnseen(subject, step) {
      const trouble = await refusesItsSize(lab, step, subject);
      if (trouble === undefined) subject.anchor = 'good';
      return trouble;
    },
    countRefusal(subject, { essential }) {
      if (subject.anchor === 'good') return;
      subject.unanchored = true;
      awaiting.set(subject, essential || awaiting.get(subject) === true);
    },
    async close() {
      const blocked: Unanchored[] = [];
      for (const [subject, essential] of awaiting) {
        if (subject.anchor === 'none' && (await run.fleet.claim(subject))) {
          await settleAnchor(lab, subject);
          await lab.release(subject);
        }
        if (typeof subject.anchor === 'object') blocked.push({ ...subject.anchor, essential });
      }
      return blocked;
    },
  };
  const leases = openLeases(lab, (subject) => part(lab, subject));
  return lab;
}
