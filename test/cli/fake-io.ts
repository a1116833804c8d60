import { dispatch } from '../../cli/dispatch.ts';
import type { Io } from '../../cli/io.ts';
import type { Environment } from '../../wire/proxy.ts';

/** Runs a command line without a process; answers the exit code and what was printed. */
export async function run(argv: readonly string[], env: Environment = {}, stopped: Io['stopped'] = async () => {}) {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env,
    stopped,
  };
  const code = await dispatch(argv, io);
  return { code, out, err };
}
