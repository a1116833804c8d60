import { withoutCredentials } from '../../wire/auth/token.ts';
import type { NoAnswer, WireAnswer, WireRequest } from '../../wire/exchange.ts';
import { parseJson } from '../../wire/json.ts';
import { openStrain } from '../../wire/strain.ts';
import type { Transport } from '../../wire/transport.ts';

type ScriptedReply = WireAnswer | NoAnswer;

/** Replies without a network: one after the other, the last one for ever. */
export const scripted = {
  answer(status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): WireAnswer {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { kind: 'answer', status, headers, text, truncated: false, json: parseJson(text) };
  },
  none(reason: NoAnswer['reason']): NoAnswer {
    return { kind: 'none', reason, detail: `a ${reason} of ours` };
  },
  transport(replies: readonly ScriptedReply[]): Transport & { readonly requests: readonly WireRequest[] } {
    const requests: WireRequest[] = [];
    const url = 'http://127.0.0.1:1/states';
    return {
      requests,
      url,
      auth: withoutCredentials(),
      strain: openStrain(30_000),
      count: () => requests.length,
      close: () => {},
      async send(request) {
        const reply = replies[Math.min(requests.length, replies.length - 1)];
        if (reply === undefined) throw new Error('no reply is left');
        requests.push(request);
        return { request, url: `${url}${request.path}`, sent: {}, reply };
      },
    };
  },
};
