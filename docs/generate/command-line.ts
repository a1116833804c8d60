import { type Command, commandNames, commands } from '../../cli/commands.ts';
import { block, code, prose, referencePage, table } from './markdown.ts';

/** Every command with its flags, from the tables that the parser and `--help` use. */
export function commandLine(): string {
  return referencePage('Command line', [
    'Flags override environment variables, and variables override the [config file](configuration.md). `--help` after any command prints its flags. What each command ends with: [exit codes](exit-codes.md).',
    table(
      ['command', 'what it does'],
      commandNames.map((name) => [`[${name}](#${name})`, prose(commands[name].what)]),
    ),
    ...commandNames.flatMap((name) => partOf(name, commands[name])),
  ]);
}

function partOf(name: string, { usage, what, options, examples, values }: Command): readonly string[] {
  const flags = Object.entries(options)
    .filter(([flag]) => flag !== 'help')
    .map(([flag, { short, placeholder, env, what: does }]) => [
      code(`--${flag}${placeholder === undefined ? '' : ` ${placeholder}`}${short === undefined ? '' : `, -${short}`}`),
      code(env ?? ''),
      prose(does),
    ]);
  return [
    `## ${name}`,
    `${code(`evs-conformance ${usage}`)}: ${prose(what)}.`,
    ...(flags.length === 0 ? [] : [table(['flag', 'variable', 'what it does'], flags)]),
    ...(values === undefined
      ? []
      : [
          table(
            [values[0].toLowerCase(), 'meaning'],
            values[1].map(([id, meaning]) => [code(id), prose(meaning)]),
          ),
        ]),
    block('sh', examples.map((example) => `npx ${example}`).join('\n')),
  ];
}
