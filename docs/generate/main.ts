import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../spec/root.ts';
import { pagesWithPlans, referencePages } from './pages.ts';

for (const [path, text] of [...referencePages(), ...(await pagesWithPlans())])
  writeFileSync(join(packageRoot(), path), text);
