#!/usr/bin/env node
import { openEnding } from './ending.ts';

const ending = openEnding();

ending.perform(async () => {
  // a lack of file descriptors, for one, shows during loading
  const { dispatch } = await import('./dispatch.ts');
  return dispatch(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
        void ending.speechless.then(resolve);
      }),
    tellBy: ending.tellBy,
  });
});
