/** Tokens of the servers on trial; the first project is the caller's. */
export const token = 'token-of-the-one-who-certifies';
export const tokens = { [token]: 'a'.repeat(32), 'token-of-somebody-else': 'b'.repeat(32) };
