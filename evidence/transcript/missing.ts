/** A line names what does not stand before it. */
export class Dangling extends Error {
  override readonly name = 'Dangling';
}

/** What was judged is not kept as it came, so that nobody can judge it again. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}
