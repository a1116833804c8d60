import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What packages and installers call it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium: `EVS_CHROMIUM`, or the first one that is installed; undefined where there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  if (env.EVS_CHROMIUM !== undefined && env.EVS_CHROMIUM !== '') return env.EVS_CHROMIUM;
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter((folder) => folder !== '');
  const all = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...all, ...places].find((path) => existsSync(path));
}
