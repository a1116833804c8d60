import { XMLBuilder } from 'fast-xml-parser';
import { evidenceOf, overallVerdict, runsOf } from '../verdicts/overall-verdict.ts';
import type { Result, Row } from '../verdicts/result.ts';
import { finding } from './finding.ts';
import { place, shown } from './text.ts';

type JunitOutcome = 'failure' | 'error' | 'skipped';
type Element = { readonly [name: string]: unknown };

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  // otherwise an attribute with the value "true" would lose it, and the file would not parse
  suppressBooleanAttributes: false,
  format: true,
});

/**
 * `junit.xml`: one test case per requirement, one element per kind of verdict. It mirrors the rows; the run's own
 * result is left to the exit code, because a failed SHOULD does not change the class, and an inconclusive MUST does.
 */
export function junit(result: Result): string {
  const { class: verdict, headline } = overallVerdict(result);
  const cases = result.rows.map((row) => ({ row, ...outcome(row) }));
  const count = (kind: JunitOutcome) => cases.filter((one) => one.kind === kind).length;
  const totals = {
    '@name': `${result.suite.name} ${shown(result.contract.id)}${result.target.reference ? ' (the reference backend)' : ''}`,
    '@tests': cases.length,
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
    '@time': (result.durationMs / 1000).toFixed(3),
  };
  const facts = [
    property('verdict', verdict),
    property('headline', headline),
    property('version', result.suite.version),
    property('matrix.sha256', result.suite.matrix ?? 'none'),
    property('contract.sha256', result.contract.sha256),
    property('target', shown(result.target.url)),
    property('project', shown(result.target.project ?? 'none')),
    property('reference backend', result.target.reference),
    property('seed', result.seed),
    property('interrupted', result.interrupted),
    property('requests', result.ledger.requests),
    property(
      'volumes',
      `${result.ledger.volumesCreated} ${result.ledger.lent ? 'lent' : 'created'}, ${result.ledger.volumesReturned} returned`,
    ),
    ...result.ledger.left.map((left) => property('volume left', `${shown(left.volume)}: ${shown(left.reason)}`)),
  ];
  const suite = {
    ...totals,
    '@timestamp': result.startedAt,
    properties: { property: facts },
    testcase: cases.map(({ row, element }) => testcase(row, element)),
  };
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { ...totals, testsuite: suite },
  });
}

function testcase(row: Row, element: Element): Element {
  const group = row.id.split('.')[0] ?? row.id;
  return {
    '@classname': `evs-conformance.${group}`,
    '@name': row.id,
    properties: {
      property: [
        property('level', row.level),
        property('statement', shown(row.statement)),
        property('verdict', row.verdict.kind),
        property('evidence', evidenceOf(row) ?? 'none'),
        property('runs', runsOf(row)),
        ...row.clauses.map((clause) => property('clause', place(clause))),
        ...row.notes.map((note) => property('note', shown(note))),
      ],
    },
    ...element,
  };
}

/** The outcome of a row for a CI, and its element; a pass has no element. */
function outcome(row: Row): { readonly kind: JunitOutcome | 'pass'; readonly element: Element } {
  const { verdict, level } = row;
  switch (verdict.kind) {
    case 'pass':
      return { kind: 'pass', element: {} };
    case 'fail': {
      const complaint = shown(verdict.counterexample.complaint);
      const message = level === 'MUST' ? complaint : `${level}, does not change the class: ${complaint}`;
      return tell('failure', level, message, details(row));
    }
    case 'broken':
      return tell('error', 'broken', shown(verdict.reason), '');
    case 'inconclusive':
      return tell('skipped', 'inconclusive', `inconclusive: ${shown(verdict.reason)}`);
    case 'not-applicable':
      return tell('skipped', 'not-applicable', `not applicable: ${shown(verdict.reason)}`);
  }
}

/** The element of an outcome. `skipped` has a message only: the schemas in use allow no type there. */
function tell(kind: JunitOutcome, type: string, message: string, text = '') {
  const element = { [kind]: { '@message': message, ...(kind === 'skipped' ? {} : { '@type': type }), '#text': text } };
  return { kind, element };
}

function details(row: Row): string {
  if (row.verdict.kind !== 'fail') return '';
  const { counterexample } = row.verdict;
  const lines = finding(row, counterexample).map(({ label, text }) => `${label}: ${text}`);
  return [`${row.level} ${shown(row.statement)}`, shown(counterexample.complaint), ...lines].join('\n');
}

const property = (name: string, value: unknown): Element => ({ '@name': name, '@value': String(value) });
