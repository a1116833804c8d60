/**
 * The id of a contract: what the action does to a volume, so `os-extend` gives `extend-volume`.
 * It depends on neither path nor file nor language, so an edited page keeps its contract's id.
 */
export function contractId(action: string): string {
  const verb = action
    .toLowerCase()
    .replace(/^os-/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-+$/, '');
  return `${verb}-volume`;
}

/** What an id may be: it is also the name of a file. */
export const CONTRACT_ID = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/;
