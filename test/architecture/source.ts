import { parseSync, Visitor } from 'oxc-parser';

export interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

/** What of one source file the rules speak about. */
export interface SourceFile {
  /** Path from the top of the project, with forward slashes. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Calls of globals and of their members: `fetch`, `Date.now`, `new Date()`. */
  readonly touches: readonly string[];
}

/** Reads one file; syntax that cannot be parsed, and an import whose target cannot be read off, throw. */
export function readSource(file: string, text: string): SourceFile {
  const { errors, module, program } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const imports: Import[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) imports.push({ from: moduleRequest.value, typesOnly: isType });
    }
  }
  const touches: string[] = [];
  new Visitor({
    ImportExpression({ source }) {
      // tests may import anything, and nothing imports them
      if (file.startsWith('test/')) return;
      if (source.type !== 'Literal' || typeof source.value !== 'string') {
        throw new Error(`${file}: an import() of something that is no literal cannot be checked`);
      }
      imports.push({ from: source.value, typesOnly: false });
    },
    TSImportType({ source }) {
      imports.push({ from: source.value, typesOnly: true });
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier') touches.push(callee.name);
    },
    MemberExpression({ object, property }) {
      if (object.type === 'Identifier' && property.type === 'Identifier')
        touches.push(`${object.name}.${property.name}`);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier')
        touches.push(callee.name, ...(given.length === 0 ? [`new ${callee.name}()`] : []));
    },
  }).visit(program);
  return { file, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, touches };
}
