import { anyResource } from '../constraint-words.ts';

/** `availability zone`, `API version`, from the name of a resource, e.g. `availability-zone`. */
export function nounOf(resource: string): string {
  return resource.replaceAll('-', ' ').replace(/\bapi\b/g, 'API');
}

/** `volumes`, `resource instances`, `metadata`. */
export function pluralOf(resource: string): string {
  const noun = nounOf(resource);
  if (isUncountable(resource)) return noun;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, 'ies') : `${noun}s`;
}

/** `a volume`, `an availability zone`, `metadata`. */
export function oneOf(resource: string): string {
  return isUncountable(resource) ? nounOf(resource) : anyResource(nounOf(resource));
}

/** The text with a capital letter, as at the beginning of a heading or a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isUncountable(resource: string): boolean {
  return resource.endsWith('data');
}
