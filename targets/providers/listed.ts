/** An existing volume, as its owner describes it. */
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

/** The limits for the use of a listed volume. */
export interface Use {
  /** The budget, in GB: a volume of this size is not used, and none is made larger. */
  readonly maxGb: number;
  /** The time within which a volume has to be back in its state after an extension, in ms. */
  readonly settleMs: number;
  /** Called once for each volume that is left out. */
  readonly warn: (text: string) => void;
}
