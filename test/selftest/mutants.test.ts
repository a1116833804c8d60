import { describe, expect, test } from 'vitest';
import { applied, mutantsOf } from '../../selftest/mutation/mutants.ts';
import { sampleOf } from '../../selftest/mutation/sample.ts';

/** What becomes of each line that a mutant of this text touches, without the lines around it. */
function slips(text: string, file = 'engine/judge/x.ts'): readonly string[] {
  return mutantsOf(file, text).map((mutant) => applied(text, mutant));
}

describe('mutants of a file', () => {
  test.each([
    ['if (a && b(c)) d();', ['if (!(a && b(c))) d();', 'if (a || b(c)) d();', 'if (a && b(c)) ;', ';']],
    ['if (!a) b();', ['if (a) b();', 'if (!a) ;', ';']],
    ['const a = b < 3;', ['const a = b <= 3;', 'const a = b < 4;', 'const a = b < 2;']],
    ['const a = b === c ? d : e;', ['const a = b !== c ? d : e;']],
    ['const a = b ? c : d;', ['const a = !(b) ? c : d;']],
    ['const a = b ?? c;', ['const a = b;', 'const a = c;']],
    [
      'const a = -(2 ** 31) - 1n;',
      expect.arrayContaining(['const a = -(2 ** 32) - 1n;', 'const a = -(2 ** 31) + 1n;']),
    ],
    ['const a = Math.min(b, c);', ['const a = Math.max(b, c);']],
    ['const a = b.filter((c) => d(c));', ['const a = b.filter((c) => !(d(c)));']],
    ['const a = b.filter(c);', ['const a = b.filter((one) => !c(one));']],
    ['const a = { judge: b };', ['const a = { judge: () => undefined };']],
    ['const a = { b: true };', ['const a = { b: false };']],
    ['function a() { return [b]; }', ['function a() { return []; }']],
    ['function a() { return b(); }', ['function a() { return undefined; }']],
    ['function a() { return undefined; }', []],
  ])('%s', (text, expected) => {
    const found = slips(text);
    expect(found).toEqual(Array.isArray(expected) ? expect.arrayContaining(expected) : expected);
    if (Array.isArray(expected)) expect(found).toHaveLength(expected.length);
  });

  test('leave types, imports and examples alone', () => {
    expect(slips("import a from 'b'; type C = 1 | 2; const d: 3 = e as 4; const f = { examples: [g < 5] };")).toEqual(
      [],
    );
  });

  test('leave alone what is declared for examples only', () => {
    const text = `const a = 1;
      const b = { c: a, d: e(2) };
      const f = 3;
      export const g = defineCheck({ atMost: f, examples: [b] });
      function e(n: number) { return n + 4; }`;
    expect(mutantsOf('suites/extend-volume/x.ts', text).map(({ was }) => was)).toEqual(['3', '3']);
  });

  test('say where they are, in characters and lines, after what takes more than one byte', () => {
    const text = "const a = '…€😀'; // ’\nconst b = c > 5;\n";
    const [swap, more, less] = mutantsOf('generators/x.ts', text);
    expect([swap, more, less].map((one) => [one?.line, one?.was, one?.now])).toEqual([
      [2, '>', '>='],
      [2, '5', '6'],
      [2, '5', '4'],
    ]);
    expect(more && applied(text, more)).toBe("const a = '…€😀'; // ’\nconst b = c > 6;\n");
    expect(more?.key).toBe('5 → 6 in const b = c > 5;');
  });

  test('have keys of their own, which other lines do not change', () => {
    const text = 'const a = b === c || d === e;';
    const keys = mutantsOf('engine/judge/x.ts', text).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(mutantsOf('engine/judge/x.ts', `const z = y;\n${text}`).map(({ key }) => key)).toEqual(keys);
  });

  test('of a file that cannot be parsed are an error', () => {
    expect(() => mutantsOf('x.ts', 'const = ;')).toThrow('x.ts');
  });
});

describe('a sample', () => {
  const check =
    'export const a = defineCheck({ atMost: 7, judge: (b) => (c(b) ? d : e) });\nfunction f() { return 1 < g; }';
  const mutants = mutantsOf('suites/extend-volume/x.ts', check);

  test('has every line of a judge, and the functions beside the declaration', () => {
    const always = sampleOf(mutants, 0, 1);
    expect(always.map(({ was }) => was)).not.toContain('7');
    expect(always.map(({ was }) => was)).toEqual(expect.arrayContaining(['c(b)', '<']));
    const bounds = sampleOf(mutantsOf('generators/x.ts', 'const a = b ? 3 : Math.max(c, d);'), 0, 1);
    expect(bounds.map(({ was }) => was)).toEqual(['3', '3', 'max']);
  });

  test('has so many of the others, the same for the same seed', () => {
    const many = mutantsOf('suites/extend-volume/x.ts', `export const a = defineCheck({ b: [${'1, '.repeat(50)}] });`);
    expect(sampleOf(many, 10, 3)).toHaveLength(10);
    expect(sampleOf(many, 10, 3)).toEqual(sampleOf(many, 10, 3));
    expect(sampleOf(many, 10, 4)).not.toEqual(sampleOf(many, 10, 3));
  });
});
