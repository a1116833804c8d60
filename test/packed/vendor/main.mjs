/** Prints the verdicts on a right service and on one with a mistake. */
import { service } from './service.mjs';
import { verdictOf } from './verdict.js';

console.log(await verdictOf(service()), await verdictOf(service({ maximum: 32_769 })));
