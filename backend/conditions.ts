import { member } from './fault-tools.ts';
import { isJsonObject } from './json.ts';
import type { BackendVolume } from './model.ts';

/** The properties of a requested extension on which a defect may depend. */
export interface AskedExtension {
  /** The volume before the extension. */
  readonly volume: BackendVolume;
  /** The number of its extensions so far. */
  readonly extensions: number;
  /** The body as it was received, and as parsed JSON; undefined if it is not JSON. */
  readonly text: string;
  readonly body: unknown;
  /** The requested size as it is spelled; empty if there is none. */
  readonly spelling: string;
  /** The requested size (GB), with its fraction; NaN if there is none. */
  readonly raw: number;
  /** The same without its fraction. */
  readonly size: number;
  /** The largest size of a volume (GB). */
  readonly max: number;
}

/** A condition that an extension may meet. */
export type Condition = (asked: AskedExtension) => boolean;

export const inUse: Condition = ({ volume }) => volume.status === 'in-use';
export const shared: Condition = ({ volume }) => volume.multiattach;
/** Attached to more than one server. */
export const onServers: Condition = ({ volume }) => volume.servers.length > 1;
/** Attached to a server in this state, and to no other. */
export const onServer =
  (status: string): Condition =>
  ({ volume }) =>
    volume.servers.length === 1 && volume.servers[0]?.status === status;

/** It has been extended at least this often. */
export const grown =
  (times: number): Condition =>
  ({ extensions }) =>
    extensions >= times;

/** At least a quarter of the maximum. */
export const large: Condition = ({ volume, max }) => volume.size >= max / 4;

export const fraction: Condition = ({ raw }) => raw % 1 !== 0 && Number.isFinite(raw);
/** With a point, also in 20.0; exponents excluded. */
export const decimal: Condition = ({ spelling }) => /^-?\d+\.\d+$/.test(spelling);
export const exponent: Condition = ({ spelling }) => /e/i.test(spelling);

export const equal: Condition = ({ size, volume }) => size === volume.size;
export const smaller: Condition = ({ size, volume }) => size < volume.size && size > 0;
export const tooLarge: Condition = ({ size, max }) => size > max && Number.isFinite(size);
/** Within both bounds and on neither: a size that has to be accepted. */
export const inside: Condition = ({ size, volume, max }) => size > volume.size && size < max;
export const maximal: Condition = ({ size, volume, max }) => size === max && size > volume.size;
/** One GB more than the volume has. */
export const next: Condition = ({ size, volume }) => size === volume.size + 1;

/** There is a member besides `new_size`. */
export const keyInside: Condition = ({ body }) => Object.keys(Object(member(body, 'os-extend'))).length > 1;
/** There is a member besides `os-extend`. */
export const keyBeside: Condition = ({ body }) => isJsonObject(body) && Object.keys(body).length > 1;
