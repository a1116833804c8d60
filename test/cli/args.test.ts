import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../cli/args.ts';
import { diffOptions, mergeOptions } from '../../main/settings/command-options.ts';
import { type Option, runOptions } from '../../main/settings/options.ts';
import { UsageError } from '../../main/settings/usage.ts';

const read = (...argv: string[]) => parse(runOptions, argv);

describe('flags', () => {
  test('are read by their kind, with = or a blank', () => {
    expect(read('--target', 'http://a', '--seed=7', '--runs', '3').values).toEqual({
      target: 'http://a',
      seed: 7,
      runs: 3,
    });
  });

  test('--only is a list, and can be repeated', () => {
    expect(read('--only', 'a,b', '--only=c').values).toEqual({ only: ['a', 'b', 'c'] });
  });

  test('the last of several values counts', () => {
    expect(read('--seed', '1', '--seed', '2').values).toEqual({ seed: 2 });
  });

  test.each([
    [['--taget', 'x'], /unknown flag "--taget": did you mean --target\?/],
    [['--Seed=1'], /did you mean --seed\?/],
    [['-o', 'x'], /^unknown flag "-o": here it is --report DIR \(folder of the report\)$/],
    [['--output=x'], /"--output": here it is --report DIR/],
    [['--endpoint', 'x'], /"--endpoint": here it is --target URL \(base URL of the service\)/],
    [['--hook', 'x'], /here it is --states URL/],
    [['-v'], /here it is --verbose \(/],
    [['-k'], /certificates are always checked; name the authority of yours as tls\.ca/],
    [['--seed'], /--seed needs a value: --seed N/],
    [['--seed', '--runs', '1'], /--seed needs a value, and a flag follows/],
    [['--seed', 'abc'], /--seed has to be a whole number, not "abc"/],
    [['--seed', '1.5'], /whole number/],
    [['--seed', '1e3'], /whole number/],
    [['--seed=-1'], /--seed has to be from 0 to 2147483647/],
    [['--runs', '0'], /--runs has to be from 1 to/],
    [['--runs', '99999999999999999999'], /--runs has to be from 1 to/],
    [['--target', ''], /--target is empty/],
    [['--target='], /--target is empty/],
    [['--only', 'a,,b'], /--only has an empty item/],
    [['--help=yes'], /--help takes no value/],
    [['-x'], /unknown flag "-x"/],
  ])('%j is refused', (argv, message) => {
    expect(() => read(...argv)).toThrow(UsageError);
    expect(() => read(...argv)).toThrow(message);
  });

  test('a name that another tool has is a hint where the command has the flag, and a flag where it is its own', () => {
    expect(() => parse(diffOptions, ['-o', 'x'])).toThrow(/unknown flag "-o": known: --json/);
    expect(parse(mergeOptions, ['-o', 'x']).values).toEqual({ output: 'x' });
    const taken = Object.values<Option>(runOptions).flatMap(({ elsewhere = [] }) => elsewhere);
    expect(taken.filter((name) => Object.hasOwn(runOptions, name))).toEqual([]);
    expect(new Set(taken).size).toBe(taken.length);
  });

  test('a mistyped flag never repeats the value beside it', () => {
    for (const argv of [['--tokne', 's3cret'], ['--tokne=s3cret'], ['--token', '--s3cret-flag']]) {
      expect(() => read(...argv)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('s3cret') }));
    }
  });

  test('whatever is typed is read or refused with a usage error', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('--', '-', '--seed', '--seed=', '--only', '-h', '--__proto__', '--=x'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
        try {
          read(...argv);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
