/** A volume that is there already, as its owner says it is. */
export interface Listed {
  readonly id: string;
  /** The project that the caller finds it in. */
  readonly project: string;
  readonly status: string;
  readonly multiattach: boolean;
  /** The status of each attached server. */
  readonly servers: readonly string[];
  /** It is known as a data disk, which may become larger than one that a server boots from. */
  readonly disk?: 'data' | undefined;
  /** It belongs to another tenant. */
  readonly tenant?: 'other' | undefined;
}

/** What a volume of the list may be used for. */
export interface Use {
  /** The budget, in GB: none is used that has this size, and none is made larger. */
  readonly maxGb: number;
  /** A volume that is being extended may take so long to be back in its state, in ms. */
  readonly settleMs: number;
  /** Told once of each volume that is left out. */
  readonly warn: (text: string) => void;
}
