import { createMachine } from 'xstate';
import { z } from 'zod';
import type { Procedure } from '#libs/procedures';
import { glossaryPage } from './glossary.js';
import rooms from './rooms.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

const words = (az: string, en: string) => ({ az, en });
const letter: Procedure = {
  type: 'letter',
  label: words('məktub', 'letter'),
  multiplicity: 'one',
  machines: { 1: createMachine({ id: 'letter', initial: 'sent', states: { sent: {} } }) },
  starting: ['send'],
  states: { sent: words('İnsan alveri', 'sent') },
  commands: {
    send: {
      label: words('göndər', 'send'),
      past: words('göndərildi', 'was sent'),
      by: ['caseOfficer'],
      schema: z.object({}),
      rules: [],
      links: [],
      legalBasis: [],
    },
  },
  deadlines: { answer: { label: words('cavab', 'answer'), protects: 'body', ladder: false } },
  clockLinks: [],
};

describe('the glossary', () => {
  const { path, text } = glossaryPage([letter], 'tələblər,\ninsan  alveri ilə mübarizə');

  it('has terms, roles, compartments, rooms and the words of every procedure', () => {
    expect(path).toBe('docs/glossary.md');
    expect(text).toContain('| presumed (alleged) victim | ehtimal olunan qurban |');
    expect(text).toContain('| `prosecutor` | prokuror † | prosecutor |');
    expect(text).toContain('## letter: letter, məktub †');
    expect(text).toContain('| `send` | göndər † | send; on record: was sent |');
    expect(text).toContain('| `answer` | cavab † | answer |');
  });

  it('marks what does not stand in the plan, whatever the case and the line breaks', () => {
    expect(text).toContain('| `sent` | İnsan alveri | sent |');
  });

  it('explains each term once', () => {
    const names = [...terms.map(({ en }) => en), ...rooms.map(({ name }) => `room ${name}`)];
    expect(names.length).toBeGreaterThan(110);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect([...terms, ...rooms].filter(({ az, meaning }) => !az || !meaning.endsWith('.'))).toEqual([]);
  });
});
