/** The few colours of the summary, as SGR codes; the coloured text has to be free of escapes already. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
} as const;

export type Paint = keyof typeof codes;

/** Paints a text, or returns it unchanged if colour is off. */
export function painter(colour: boolean): (paint: Paint, text: string) => string {
  return (paint, text) => {
    if (!colour) return text;
    const [on, off] = codes[paint];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
