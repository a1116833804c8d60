import { jsonReply } from '../servers/front.ts';
import { token } from '../servers/tokens.ts';
import { type Fronts, isExtension, json } from './on-action.ts';

/** Text that some reader of a report obeys: a browser, a terminal, an XML or CSV reader, a person. */
export const poison = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '\u001b[2J\u001b]0;owned\u0007\u009b31m',
  ']]><!-- & &lt; \u0000',
  '=HYPERLINK("http://evil","x")',
  '\u202egnp.exe\u2066',
  `${token} $EVS_TOKEN \${EVS_TOKEN} $(id) \`id\` ' " \\`,
].join(' ');

/** The same text in every place that a report repeats. */
export const poisonous: Fronts = {
  'poisonous-answers': [
    'markup, terminal escapes, formulas and the token itself in every field',
    {
      dress: (reply, call) =>
        isExtension(call) && reply.status >= 400
          ? {
              status: reply.status,
              headers: { ...json, 'x-echo': token },
              body: Buffer.from(JSON.stringify({ [poison]: poison, error: { message: poison, code: 7 } })),
            }
          : reply,
    },
  ],
  'poisonous-success': [
    'the same in a job id',
    {
      dress: (reply, call) =>
        isExtension(call) && reply.status === 200
          ? { ...reply, body: Buffer.from(JSON.stringify({ job_id: poison })) }
          : reply,
    },
  ],
  'poisonous-detail': [
    'the same in the name and the state of a volume',
    {
      dress: (reply, call) =>
        call.method === 'GET' && reply.status === 200 && !call.path.includes('/jobs/')
          ? {
              ...reply,
              body: Buffer.from(
                JSON.stringify({
                  volume: {
                    ...(JSON.parse(reply.body.toString()) as { volume: object }).volume,
                    status: poison,
                    name: poison,
                  },
                }),
              ),
            }
          : reply,
    },
  ],
  'poisonous-hook': [
    'a hook that refuses with the same',
    {
      async hook(call, ask) {
        if (call.body.includes('"in-use"')) return jsonReply(422, { reason: poison });
        return ask(call.body);
      },
    },
  ],
};
