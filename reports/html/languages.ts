import { en } from './en.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

/** The languages of the page. */
export const languages = { en, zh } as const satisfies Record<string, Words>;

export type Lang = keyof typeof languages;
