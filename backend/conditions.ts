import { member } from './fault-tools.ts';
import { isJsonObject } from './json.ts';
import type { BackendVolume } from './model.ts';

/** An extension that is asked for, as far as a defect may hang on it. */
export interface AskedExtension {
  /** As it is before the extension. */
  readonly volume: BackendVolume;
  /** How often it has grown. */
  readonly extensions: number;
  /** The body as it came, and what JSON makes of it: undefined where that is nothing. */
  readonly text: string;
  readonly body: unknown;
  /** The size asked for as it is spelled; empty where there is none. */
  readonly spelling: string;
  /** The size asked for (GB), with its fraction; NaN where there is none. */
  readonly raw: number;
  /** The same without its fraction. */
  readonly size: number;
  /** The largest size of a volume (GB). */
  readonly max: number;
}

/** A thing that can be said of an extension. */
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

/** It has grown so often before, or more. */
export const grown =
  (times: number): Condition =>
  ({ extensions }) =>
    extensions >= times;

/** A quarter of the maximum, and more. */
export const large: Condition = ({ volume, max }) => volume.size >= max / 4;

export const fraction: Condition = ({ raw }) => raw % 1 !== 0 && Number.isFinite(raw);
/** With a point, 20.0 as well; an exponent aside. */
export const decimal: Condition = ({ spelling }) => /^-?\d+\.\d+$/.test(spelling);
export const exponent: Condition = ({ spelling }) => /e/i.test(spelling);

export const equal: Condition = ({ size, volume }) => size === volume.size;
export const smaller: Condition = ({ size, volume }) => size < volume.size && size > 0;
export const tooLarge: Condition = ({ size, max }) => size > max && Number.isFinite(size);
/** Neither of the bounds: a size that has to be accepted. */
export const inside: Condition = ({ size, volume, max }) => size > volume.size && size < max;
export const maximal: Condition = ({ size, volume, max }) => size === max && size > volume.size;
/** One GB more than the volume has. */
export const next: Condition = ({ size, volume }) => size === volume.size + 1;

/** A member beside `new_size`. */
export const keyInside: Condition = ({ body }) => Object.keys(Object(member(body, 'os-extend'))).length > 1;
/** A member beside `os-extend`. */
export const keyBeside: Condition = ({ body }) => isJsonObject(body) && Object.keys(body).length > 1;
