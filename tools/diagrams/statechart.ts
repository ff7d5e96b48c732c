import { arrowsOf, newest, statesOf, type Arrow } from '#libs/rulebook';
import type { Procedure } from '#libs/procedures';
import type { Page } from './page.js';

/** The statechart of a procedure's newest machine as a Markdown page with a Mermaid picture. */
export function statechartPage(procedure: Procedure): Page {
  const machine = newest(procedure);
  const { az, en } = procedure.label;
  const lines = [
    `# ${procedure.type}: ${en} (${az})`,
    '',
    `Machine \`${machine.id}@${machine.version}\`, ${howMany[procedure.multiplicity]} in a case.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...stateLines(procedure),
    ...arrowLines(arrowsOf(procedure)),
    '```',
    '',
    '| state | Azerbaijani | English | clocks that entering it starts |',
    '| --- | --- | --- | --- |',
    ...stateRows(procedure),
  ];
  return { path: `docs/diagrams/${procedure.type}.md`, text: `${lines.join('\n')}\n` };
}

const howMany = { one: 'at most one', many: 'several' };

function stateLines(procedure: Procedure): string[] {
  return Object.values(statesOf(newest(procedure))).flatMap((node) => [
    `  ${node.key} : ${procedure.states[node.key]?.en ?? node.key}`,
    ...(node.type === 'final' ? [`  ${node.key} --> [*]`] : []),
  ]);
}

/** Commands between the same two states share an arrow. */
function arrowLines(arrows: readonly Arrow[]): string[] {
  const together = new Map<string, Set<string>>();
  for (const { from, to, command } of arrows) {
    const way = `  ${from ?? '[*]'} --> ${to}`;
    together.set(way, (together.get(way) ?? new Set()).add(command));
  }
  return [...together].map(([way, commands]) => `${way} : ${[...commands].join(', ')}`);
}

function stateRows(procedure: Procedure): string[] {
  const arrows = arrowsOf(procedure);
  return Object.keys(statesOf(newest(procedure))).map((state) => {
    const label = procedure.states[state];
    const clocks = arrows
      .filter(({ to, from }) => to === state && from !== state)
      .flatMap(({ starts }) => starts);
    const cells = [`\`${state}\``, label?.az ?? '', label?.en ?? '', [...new Set(clocks)].join(', ')];
    return `| ${cells.join(' | ')} |`;
  });
}
