/** A line names something that does not stand before it. */
export class Dangling extends Error {
  override readonly name = 'Dangling';
}

/** A judged answer was not kept in full, so nobody can judge it again. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}
