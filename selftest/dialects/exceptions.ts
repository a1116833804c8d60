import type { DialectId } from '../../backend/dialects/index.ts';
import type { FaultId } from '../../backend/faults/index.ts';

/** Faults that are none in a dialect, and why. */
type Exceptions = Readonly<Partial<Record<FaultId, string>>>;

const currentSize: Exceptions = {
  'accepts-equal': 'the current size may be accepted',
};

const cinder: Exceptions = {
  'error-cinder': 'this is its envelope',
  'error-code-number': 'codes are numbers there',
  'maximum-error-number': 'codes are numbers there',
};

/** By dialect; whatever else breaks a row of its contract is tried. */
export const exceptions: Readonly<Record<DialectId, Exceptions>> = {
  'extend-volume': {},
  'extend-volume-2021': {},
  'extend-volume-v2.1': { 'status-202': 'this is its status' },
  'extend-volume-otc': currentSize,
  'cinder-extend-v2': { ...cinder, 'status-202': 'this is its status' },
  'cinder-extend-v3': { ...cinder, 'status-202': 'this is its status' },
  'cinder-extend-otc': { ...cinder, ...currentSize, 'status-202': 'this is its status' },
};
