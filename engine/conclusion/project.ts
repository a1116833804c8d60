import type { Step } from '../step.ts';

/** The project whose volumes a run extends. */
export interface ProjectSeen {
  /** Shown every step that the rules about all answers are judged by. */
  readonly see: (step: Pick<Step, 'case'>) => void;
  /** Null where no request of the operation was sent. */
  readonly used: () => string | null;
}

/** Taken from the volumes that requests were sent to, rather than from the settings. */
export function openProject(): ProjectSeen {
  let used: string | null = null;
  return {
    see(step) {
      used ??= step.case.path.project_id;
    },
    used: () => used,
  };
}
