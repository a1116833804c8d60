/** Prints the titles of the tests that failed, of vitest's JSON report. */
import { readFileSync } from 'node:fs';

const { testResults } = JSON.parse(readFileSync('told.json', 'utf8'));
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
if (tests.length < 80) throw new Error(`there are ${tests.length} tests only`);
for (const { status, title } of tests) if (status === 'failed') console.log(title);
