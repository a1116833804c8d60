import { dispatch } from '../../cli/dispatch.ts';
import { block, code, table } from './markdown.ts';

const target = ['--target', 'https://evs.example.com', '--project', '0f3b', '--states', 'http://localhost:9000/'];

/** What `run --plan` prints of a target with these flags: the lines of its table. Throws where there is no plan. */
async function planOf(flags: readonly string[]): Promise<readonly string[]> {
  let text = '';
  const print = (part: string): void => {
    text += part;
  };
  const io = { out: print, err: print, env: {}, stopped: async () => {} };
  const exit = await dispatch(['run', '--plan', '--seed', '1', ...target, ...flags], io);
  if (exit !== 0) throw new Error(`run --plan ended with ${exit}: ${text}`);
  return text.split('\n').filter((line) => /^ {2}\S/.test(line));
}

const runs: readonly (readonly [name: string, flags: readonly string[]])[] = [
  ['with the usual settings', []],
  ['with room for 200 GB a volume', ['--max-gb', '200']],
  ['with the fewest cases', ['--runs', '12', '--extensions', '3']],
  ['with 20 volumes', ['--max-volumes', '20']],
  ['of the smoke test', ['--smoke']],
  ['of deleting', ['--contract', 'delete-volume']],
];

/** `usual`: what a plan looks like. `budgets`: what runs of several kinds take, as their plans say. */
export async function plans(): Promise<{ readonly usual: string; readonly budgets: string }> {
  const usual = await planOf([]);
  const rows: (readonly string[])[] = [];
  for (const [name, flags] of runs) {
    const lines = flags.length === 0 ? usual : await planOf(flags);
    const cells = ['volumes', 'requests', 'requirements'].map((label) => cellOf(lines, label));
    rows.push([name, code(flags.join(' ')), ...cells]);
  }
  return {
    usual: block('text', usual.join('\n')),
    budgets: table(['a run', 'flags', 'volumes', 'requests', 'requirements'], rows),
  };
}

/** `3,575 to the target; …` → `3,575 to the target` */
function cellOf(lines: readonly string[], label: string): string {
  const line = lines.find((one) => one.trimStart().startsWith(`${label} `)) ?? '';
  return line.trimStart().slice(label.length).trim().split(';', 1)[0] ?? '';
}
