import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMachine } from 'xstate';
import type { Procedure } from '#libs/procedures';
import { drift, write } from './drift.mjs';
import { erDiagram } from './entity-relations.js';
import { statechartPage } from './statechart.js';

const clock = { type: 'startDeadline', params: { name: 'answer' } };
const machine = createMachine({
  id: 'letter',
  version: '2',
  initial: 'sent',
  states: {
    sent: {
      entry: clock,
      on: { answer: 'answered', forget: 'answered', remind: { actions: 'remindAgain' } },
    },
    answered: { type: 'final' },
  },
});
const letter: Procedure = {
  type: 'letter',
  label: { az: 'məktub', en: 'letter' },
  multiplicity: 'many',
  machines: { 1: createMachine({ id: 'letter', initial: 'old', states: { old: {} } }), 2: machine },
  starting: ['send'],
  states: { sent: { az: 'göndərilib', en: 'sent' }, answered: { az: 'cavablandırılıb', en: 'answered' } },
  commands: {},
  deadlines: {},
  clockLinks: [],
};

describe('the picture of a statechart', () => {
  const { path, text } = statechartPage(letter);

  it('is drawn from the newest machine, in the words of the procedure', () => {
    expect(path).toBe('docs/diagrams/letter.md');
    expect(text).toContain('# letter: letter (məktub)');
    expect(text).toContain('Machine `letter@2`, several in a case.');
    expect(text).toContain('  answered --> [*]');
    expect(text).not.toContain('old');
  });

  it('shows every way, those between the same states together', () => {
    expect(text).toContain('  [*] --> sent : send\n');
    expect(text).toContain('  sent --> answered : answer, forget\n');
    expect(text).toContain('  sent --> sent : remind\n');
  });

  it('names the clocks that a state starts', () => {
    expect(text).toContain('| `sent` | göndərilib | sent | answer |');
    expect(text).toContain('| `answered` | cavablandırılıb | answered |  |');
  });
});

describe('the picture of the tables', () => {
  it('shows columns, keys and references', () => {
    const id = { table: 'cases', name: 'id', type: 'uuid', key: true, required: true };
    const tags = { table: 'cases', name: 'tags', type: '_text', key: false, required: false };
    const reference = { from: 'deadlines', column: 'case_id', to: 'cases', required: true };
    expect(erDiagram([id, tags], [reference])).toBe(
      'erDiagram\n  cases ||--o{ deadlines : "case_id"\n  cases {\n    uuid id PK\n    text[] tags "may be empty"\n  }',
    );
  });
});

describe('drift of generated pages', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'nrm-drift-'))));
  afterEach(() => rmSync(root, { recursive: true }));
  const pages = [
    { path: 'docs/a.md', text: 'a\n' },
    { path: 'docs/b.md', text: 'b\n' },
  ];

  it('finds none after writing', () => {
    write(root, 'docs', pages);
    expect(readFileSync(join(root, 'docs/b.md'), 'utf8')).toBe('b\n');
    expect(drift(root, 'docs', pages)).toEqual({ changed: [], left: [] });
  });

  it('finds pages that are missing, changed or left over', () => {
    expect(drift(root, 'docs', pages).changed).toEqual(['docs/a.md', 'docs/b.md']);
    write(root, 'docs', pages);
    writeFileSync(join(root, 'docs/a.md'), 'other\n');
    writeFileSync(join(root, 'docs/old.md'), 'old\n');
    expect(drift(root, 'docs', pages)).toEqual({ changed: ['docs/a.md'], left: ['docs/old.md'] });
  });

  it('removes what is left over', () => {
    write(root, 'docs', [...pages, { path: 'docs/old.md', text: 'old\n' }]);
    write(root, 'docs', pages);
    expect(drift(root, 'docs', pages)).toEqual({ changed: [], left: [] });
  });
});
