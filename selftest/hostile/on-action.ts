import type { ServerResponse } from 'node:http';
import { type Front, type FrontCall, type FrontReply, isAction, plainly } from '../servers/front.ts';

/** Servers by id, each with its answers. */
export type Fronts = Readonly<Record<string, readonly [string, Front]>>;

export const json = { 'content-type': 'application/json' };

/**
 * The first contact, which is no extension, gets a plain answer: the hostile one has to come in the middle of a run.
 */
export const isExtension = (call: FrontCall): boolean => call.method === 'POST' && isAction(call);

/** Answers only extensions in its own way. */
export const onAction =
  (odd: (response: ServerResponse, reply: FrontReply) => void): NonNullable<Front['write']> =>
  (reply, response, call) => {
    if (isExtension(call)) odd(response, reply);
    else plainly(reply, response);
  };
