/** The operation itself: what the page of `extend-volume` says, on volumes that Cinder keeps. */
const maximum = 32_768;
const extendable = new Set(['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF']);

/** A refusal on its way out: a status, and the documented envelope. */
export class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    Object.assign(this, { status, code });
  }
}

const refuse = (status, code, message) => {
  throw new Refusal(status, code, message);
};

/** The size that a body asks for, in GB: a decimal is taken as the integer before its point. */
export function askedSize(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    refuse(400, 'Facade.0001', 'the body is no JSON');
  }
  const action = body?.['os-extend'];
  if (typeof action !== 'object' || action === null || Array.isArray(action) || Array.isArray(body))
    refuse(400, 'Facade.0002', 'os-extend has to be an object');
  if (typeof action.new_size !== 'number') refuse(400, 'Facade.0003', 'os-extend.new_size has to be a number');
  const size = Math.trunc(action.new_size);
  if (size > maximum) refuse(400, 'Facade.0004', `a volume has at most ${maximum} GB`);
  return size;
}

/** Refuses what the page rules out; `servers` are the states of the servers that the volume is attached to. */
export function mayGrow({ size, status, multiattach }, servers, asked) {
  if (asked <= size) refuse(400, 'Facade.0005', `the volume has ${size} GB, and ${asked} are no more`);
  if (status === 'available') return;
  if (status !== 'in-use') refuse(409, 'Facade.0006', `the volume is ${status}`);
  if (multiattach) refuse(409, 'Facade.0007', 'the volume is shared and in use');
  const other = servers.find((state) => !extendable.has(state));
  if (other !== undefined) refuse(409, 'Facade.0008', `a server of the volume is ${other}`);
}

/** Cinder's refusals in the documented envelope. */
export function passOn({ status, json }) {
  const [inner] = Object.values(json);
  refuse(status >= 400 && status < 500 ? status : 503, 'Facade.0100', inner?.message ?? `Cinder answered ${status}`);
}
