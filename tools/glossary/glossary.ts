import type { Procedure } from '#libs/procedures';
import { compartmentLabels, roleLabels, type Words } from '#libs/vocabulary';
import type { Page } from '../diagrams/page.js';
import rooms from './rooms.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

const intro = `# Glossary

The same words in code, pages, entries and documents. † marks what does not stand in the National Action Plan: it
comes from other law, from usage, or from us. Written by \`npm run generate\` from \`tools/glossary\` and from the labels of the procedures.`;

/** All words of the house as one page. `planText` decides which labels stand in the plan. */
export function glossaryPage(procedures: readonly Procedure[], planText: string): Page {
  const inPlan = plainIn(planText);
  const sections = [
    intro,
    '## Terms',
    table(
      'term',
      terms.map(({ en, az, inPlan: stands, meaning }) => [en, marked(az, stands), meaning]),
    ),
    '## Roles',
    table('role', labels(roleLabels, inPlan)),
    '## Compartments',
    table('compartment', labels(compartmentLabels, inPlan)),
    '## Rooms',
    table(
      'room',
      rooms.map(({ name, az, meaning }) => [`\`${name}\``, marked(az, inPlan(az)), meaning]),
    ),
    ...procedures.flatMap((procedure) => ofProcedure(procedure, inPlan)),
  ];
  return { path: 'docs/glossary.md', text: `${sections.join('\n\n')}\n` };
}

type InPlan = (az: string) => boolean;

function ofProcedure({ type, label, states, commands, deadlines }: Procedure, inPlan: InPlan): string[] {
  const given = Object.entries(commands).map(([name, { label: words, past }]) => [
    `\`${name}\``,
    marked(words.az, inPlan(words.az)),
    `${words.en}; on record: ${past.en}`,
  ]);
  const clocks = Object.fromEntries(Object.entries(deadlines).map(([name, spec]) => [name, spec.label]));
  return [
    `## ${type}: ${label.en}, ${marked(label.az, inPlan(label.az))}`,
    table('state', labels(states, inPlan)),
    table('command', given),
    ...(Object.keys(clocks).length > 0 ? [table('clock', labels(clocks, inPlan))] : []),
  ];
}

const labels = (all: Readonly<Record<string, Words>>, inPlan: InPlan) =>
  Object.entries(all).map(([name, { az, en }]) => [`\`${name}\``, marked(az, inPlan(az)), en]);

const table = (first: string, rows: readonly (readonly string[])[]) =>
  [
    `| ${first} | Azerbaijani | meaning |`,
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

const marked = (az: string, inPlan: boolean) => (inPlan ? az : `${az} †`);

/** Line breaks and capitals of the plan's text are those of a page, not of the words. */
function plainIn(planText: string): InPlan {
  const plain = (text: string) => text.toLocaleLowerCase('az').replace(/\s+/g, ' ');
  const whole = plain(planText);
  return (az) => whole.includes(plain(az));
}
