import type { ExtensionNames } from '../spec/extension.ts';
import { placeholder } from './case.ts';

export { placeholder as sizePlaceholder };

const key = (name: string): string => JSON.stringify(name);

/** The documented body, with a placeholder for the size. */
export function documented(names: ExtensionNames): string {
  return withSize(names, placeholder);
}

/** The documented body with any JSON text in the place of the size. */
export function withSize(names: ExtensionNames, value: string): string {
  return `{${key(names.action)}:{${key(names.size)}:${value}}}`;
}

/** The documented body as a page prints it. */
export function indented(names: ExtensionNames): string {
  return `{\n    ${key(names.action)}: {\n        ${key(names.size)}: ${placeholder}\n    }\n}\n`;
}

/** The documented body with further members at its root. */
export function withMembers(names: ExtensionNames, members: Readonly<Record<string, unknown>>): string {
  return `${documented(names).slice(0, -1)},${JSON.stringify(members).slice(1)}`;
}

/** Bodies that are no object. */
export function notObjects(names: ExtensionNames): readonly string[] {
  return ['null', '[]', `[${documented(names)}]`, placeholder, `"${names.action}"`, 'true', '""'];
}

/** Bodies without the action: empty ones, and flat ones as from a misreading of the page's tables; wrapped ones. */
export function withoutAction(names: ExtensionNames): readonly string[] {
  const size = `${key(names.size)}:${placeholder}`;
  const aliases = [
    names.action.replaceAll('-', '_'),
    names.action.replaceAll(/[-_](\w)/g, (_, char: string) => char.toUpperCase()),
  ];
  const others = [...aliases, 'volume', 'extend', `${names.action}-now`].filter((name) => name !== names.action);
  const misnamed = others.map((name) => `{${key(name)}:{${size}}}`);
  const [wrapped = '', ...further] = ['data', 'volume', 'body', 'request']
    .filter((name) => name !== names.action)
    .map((name) => `{${key(name)}:${documented(names)}}`);
  return ['{}', `{${size}}`, wrapped, ...misnamed, ...further];
}

/** Bodies whose action is no object. */
export function actionNoObject(names: ExtensionNames): readonly string[] {
  const inner = `{${key(names.size)}:${placeholder}}`;
  const encoded = JSON.stringify(`{${key(names.size)}:#}`).replace('#', placeholder);
  const values = [
    'null',
    placeholder,
    `[${inner}]`,
    encoded,
    `"${placeholder}"`,
    '[]',
    `[${placeholder}]`,
    'true',
    'false',
    '""',
    `"${names.size}"`,
  ];
  return values.map((value) => `{${key(names.action)}:${value}}`);
}

/** Bodies whose action lacks the size: empty, misnamed, misplaced. */
export function withoutSize(names: ExtensionNames): readonly string[] {
  const action = key(names.action);
  const names_ = ['size', 'newSize', 'volume_size', 'new-size', `${names.size}s`].filter((name) => name !== names.size);
  return [
    `{${action}:{}}`,
    ...names_.map((name) => `{${action}:{${key(name)}:${placeholder}}}`),
    `{${action}:{},${key(names.size)}:${placeholder}}`,
    `{${action}:{"volume":{${key(names.size)}:${placeholder}}}}`,
    `{${action}:${documented(names)}}`,
  ];
}

/**
 * JSON values that are neither a number nor a string that is a number as a whole; first those that a lenient reader
 * coerces.
 */
export function wrongSizes(names: ExtensionNames): readonly string[] {
  const inner = [`{${key(names.size)}:${placeholder}}`, `{"value":${placeholder}}`];
  const strings = [
    `${placeholder}abc`,
    `${placeholder} GB`,
    'NaN',
    `${placeholder},${placeholder}`,
    `x${placeholder}`,
    ' ',
    'null',
    'true',
    `${placeholder}d`,
    `${placeholder}L`,
    'Infinity',
  ];
  return ['null', '"abc"', `[${placeholder}]`, `"${placeholder}GB"`, '""', 'true', '{}', '[]', 'false', ...inner]
    .concat(strings.map((text) => `"${text}"`))
    .concat([`[[${placeholder}]]`, `["${placeholder}"]`, `[${placeholder},${placeholder}]`])
    .map((value) => withSize(names, value));
}

/** The documented body with undocumented keys, and with documented keys twice. */
export function extraKeys(names: ExtensionNames, extra: string): readonly string[] {
  const action = key(names.action);
  const size = `${key(names.size)}:${placeholder}`;
  return [
    `{${action}:{${size}},${extra}}`,
    `{${extra},${action}:{${size}}}`,
    `{${action}:{${size},${extra}}}`,
    `{${action}:{${extra},${size}}}`,
    `{${action}:{${size},"size":${placeholder}0}}`,
  ];
}

/** Bodies with a documented key twice: readers take the first one, the last one, or refuse. */
export function duplicateKeys(names: ExtensionNames): readonly string[] {
  const action = key(names.action);
  const size = `${key(names.size)}:${placeholder}`;
  return [`{${action}:{${size},${size}}}`, `{${action}:{${size}},${action}:{${size}}}`];
}

/** Bodies with a documented key in another case, which makes it another key: the action's first, then the size's. */
export function recased(names: ExtensionNames): readonly string[] {
  const [action, size] = [names.action, names.size].map((name) => name.toUpperCase());
  return [documented({ ...names, action: action ?? '' }), documented({ ...names, size: size ?? '' })];
}

/** Bodies that are no JSON: empty, cut off, or another format. */
export function malformed(names: ExtensionNames): readonly string[] {
  const whole = documented(names);
  return [
    '',
    whole.slice(0, -1),
    whole.slice(0, -2),
    '{',
    'extend',
    whole.replaceAll('"', "'"),
    `${whole}}`,
    `<${names.size}>${placeholder}</${names.size}>`,
    `${names.action}[${names.size}]=${placeholder}`,
    `{${key(names.action)}:`,
    withSize(names, `${placeholder},`),
    withSize(names, `0${placeholder}`),
    withSize(names, 'NaN'),
    `${whole}${whole}`,
    `/* extend */${whole}`,
  ];
}
