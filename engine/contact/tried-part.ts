import type { Target } from '../../targets/target.ts';
import { CouldNotRun } from '../../targets/volume-source.ts';
import { redactText } from '../../wire/redact.ts';
import { Unfit } from '../fixtures/set-ups.ts';
import { LostExchange, Unavailable } from '../fixtures/volume-under-test.ts';

/** The tried parts of a set-up, in this order. */
export const partNames = [
  'reach',
  'credentials',
  'volume',
  'volume look-up',
  'acceptance',
  'job look-up',
  'refusal',
  'teardown',
] as const;

/**
 * The result of a trial. `set-up`: the set-up is at fault, and the text says what to do. `wrong`: the answer of the target contradicts
 * the page. `unclear`: there is no result. `not tried`: it depends on an earlier part that failed.
 */
type PartOutcome = 'well' | 'set-up' | 'wrong' | 'unclear' | 'not tried';

/** A part of the set-up that was tried, or was to be. */
export interface TriedPart {
  readonly name: (typeof partNames)[number];
  readonly outcome: PartOutcome;
  /** The observation, or the mistake with advice; no secret is in it. */
  readonly text: string;
}

/** A part that did not go well, where that is no `CouldNotRun`. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed';
  readonly outcome: PartOutcome;
  constructor(outcome: PartOutcome, text: string) {
    super(text);
    this.outcome = outcome;
  }
}

/** The parts as they are tried. */
interface TriedParts {
  /** Tries one, if the parts that it needs went well, and says whether it did. `work`: returns the observation. */
  readonly part: (name: TriedPart['name'], needs: boolean, work: () => Promise<string>) => Promise<boolean>;
  readonly tried: readonly TriedPart[];
}

/** Begins with none; `cut`: why the whole was cut short. */
export function openParts(
  { provisioner: { useless }, transport }: Target,
  cut: () => string | undefined,
  tell: (tried: TriedPart) => void,
): TriedParts {
  const tried: TriedPart[] = [];
  // what was handed out is of no use, whatever came of the part; and what was cut short tells nothing
  const outer = (): Pick<TriedPart, 'outcome' | 'text'> | undefined => {
    const reason = cut();
    if (useless.aborted) return { outcome: 'set-up', text: String(useless.reason) };
    return reason === undefined ? undefined : { outcome: 'unclear', text: reason };
  };
  async function outcomeOf(work: () => Promise<string>): Promise<Pick<TriedPart, 'outcome' | 'text'>> {
    try {
      return { outcome: 'well', text: await work() };
    } catch (error) {
      return failed(error);
    }
  }
  return {
    tried,
    async part(name, needs, work) {
      const own = needs ? await outcomeOf(work) : notTried;
      // volumes are given back whatever has happened
      const { outcome, text } = (needs && name !== 'teardown' ? outer() : undefined) ?? own;
      const one = { name, outcome, text: redactText(text, transport.auth.secrets) };
      tried.push(one);
      tell(one);
      return outcome === 'well';
    },
  };
}

const notTried = { outcome: 'not tried', text: '' } as const;

function failed(error: unknown): Pick<TriedPart, 'outcome' | 'text'> {
  if (error instanceof PartFailed) return { outcome: error.outcome, text: error.message };
  if (error instanceof Unfit) return { outcome: 'set-up', text: `${error.message}: ${error.misfit.advice}` };
  // the one volume that is asked for is the plainest of all
  if (error instanceof Unavailable)
    return { outcome: 'set-up', text: `${error.message}: a run needs at least one plain, available volume` };
  if (error instanceof CouldNotRun) return { outcome: 'set-up', text: error.message };
  if (error instanceof LostExchange) return { outcome: 'unclear', text: error.message };
  throw error;
}
