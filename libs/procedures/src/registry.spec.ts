import type { z } from 'zod';
import type { DeadlineSpec } from '#libs/vocabulary';
import {
  decidesOnProposal,
  notYetBuilt,
  procedures,
  reasons,
  reasonWords,
  terms,
  readTerms,
} from '#libs/procedures';
import { bodies, people } from '../../../test/builders/case-builder.js';
import { noticeLabels, taskLabels } from './notices.js';
import { noneAsked, notFromHerHouse, thisHouse, withThePerson } from './placement/rules.js';
import { refusalByPerson } from './case-file/rules.js';
import { byPerson, noConflict, notVoided, secondPerson } from './rules/index.js';
import { firstDay } from './terms.js';

const commands = Object.values(procedures).flatMap((procedure) =>
  Object.entries(procedure.commands).map(([command, spec]) => ({
    name: `${procedure.type}.${command}`,
    procedure,
    command,
    spec,
  })),
);
/** What a system of a body records and asks: it decides nothing and does not speak for the person (docs/adr/0009). */
const bySystems = Object.entries({
  caseFile: `addProtectedPerson assignOfficer beginAftercare correctEntry declareConflict linkCase recordAgeDoubt
    recordDetention recordFollowUp recordPerson recordRelease recordSafeContact`,
  guardianship: 'planTransition recordMajority recordVisit referToCommission',
  handoff: 'accept acknowledge decline redirect reportOutcome send withdraw',
  identification: 'inviteParticipant presume recordIndicators recordInterview withdrawProposal',
  missingPerson: `beginSearch recordFound recordReturnInterview recordReturnToExploitation
    recordSighting report reviewLongTerm`,
  placement: `admit completeTransfer declineRequest extendStay recordAbsence recordNonArrival
    recordReturn reportMissing reportReturn request requestTransfer withdrawOffer withdrawRequest`,
}).flatMap(([type, given]) => given.split(/\s+/).map((command) => `${type}.${command}`));
const metaOf = (field: z.ZodType): Record<string, unknown> | undefined => {
  const own = field.meta();
  return own?.['data'] || !('unwrap' in field) ? own : metaOf((field as z.ZodOptional<z.ZodType>).unwrap());
};

describe.each(commands)('$name', ({ spec, command, procedure }) => {
  it('names at least one and at most three parts of the plan, one of them always', () => {
    expect(spec.links.length).toBeLessThanOrEqual(3);
    expect(spec.links.some(({ when }) => when === undefined)).toBe(true);
  });

  it('cites its legal basis', () => {
    expect(spec.legalBasis.filter((basis) => basis.trim() !== '')).not.toHaveLength(0);
  });

  it('marks every field as code or as text of a compartment', () => {
    for (const field of Object.values(spec.schema.shape)) {
      const meta = metaOf(field as z.ZodType);
      expect(['code', 'text']).toContain(meta?.['data']);
      if (meta?.['data'] === 'text') expect(meta['compartment']).toBeDefined();
      expect(meta?.['label']).toMatchObject({ az: expect.any(String), en: expect.any(String) });
    }
  });

  it('belongs to a clock only where the procedure has that deadline', () => {
    if (command.endsWith('Passed'))
      expect(Object.keys(procedure.deadlines)).toContain(command.slice(0, -'Passed'.length));
    expect(spec.by === 'clock').toBe(command.endsWith('Passed'));
  });

  it('has no lawful guard where it is never blocked, but whose it is, that a person gives it and the state of the case', () => {
    // A void file, a request that is open already, and the house in which she lives: that asks for a transfer.
    const whose: readonly unknown[] = [thisHouse, notFromHerHouse, byPerson, refusalByPerson];
    const reviewed = [...whose, notVoided, noneAsked];
    if (spec.neverBlocked) expect(spec.rules.filter((rule) => !reviewed.includes(rule))).toEqual([]);
  });
});

describe('the registry', () => {
  it('keeps each procedure under its own type, and no built one among those not yet built', () => {
    expect(Object.entries(procedures).every(([type, procedure]) => type === procedure.type)).toBe(true);
    expect(Object.keys(notYetBuilt).filter((type) => type in procedures)).toEqual([]);
  });

  it('may only shrink what is not yet built', () => {
    expect(Object.keys(notYetBuilt).sort()).toEqual(['assistance']);
  });

  it('blocks nothing of what may never be blocked', () => {
    const never = commands.filter(({ spec }) => spec.neverBlocked).map(({ name }) => name);
    expect(never).toEqual([
      'caseFile.open',
      'caseFile.recordAgeDoubt',
      'identification.presume',
      'placement.request',
      'placement.offerBed',
      'placement.admit',
      'placement.reportMissing',
    ]);
  });

  it('leaves to persons what two persons share, and what asks for a decider without a conflict', () => {
    const personal: readonly unknown[] = [byPerson, noConflict, secondPerson];
    const waits = ({
      target,
    }: {
      readonly target?: readonly { readonly tags: readonly string[] }[] | undefined;
    }) => target?.some(({ tags }) => tags.includes('secondPerson'));
    const waiting = ({ machines }: (typeof commands)[number]['procedure'], command: string) =>
      Object.values(machines)
        .flatMap(({ states }) => Object.values(states))
        .some(({ transitions }) => transitions.get(command)?.some(waits));
    const shared = commands.filter(
      ({ spec, procedure, command }) => typeof spec.by !== 'string' && waiting(procedure, command),
    );
    expect(shared.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['caseFile.recordDeath', 'identification.proposeDecision']),
    );
    const open = shared.filter(({ spec }) => !spec.rules.some((rule) => personal.includes(rule)));
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('knows which commands decide upon what another proposed, and in which states', () => {
    const deciding = commands.filter(({ procedure, command }) => decidesOnProposal(procedure.type, command));
    expect(deciding.map(({ name }) => name)).toEqual([
      'caseFile.confirmEnd',
      'caseFile.returnEnd',
      'identification.confirmRejection',
      'identification.returnRejection',
      'identification.confirmRefusal',
      'identification.returnRefusal',
      'identification.returnDecision',
      'identification.confirmDecision',
      'reflection.confirmTermination',
      'reflection.returnTermination',
    ]);
    const elsewhere = deciding.filter(({ procedure: { machines }, command }) =>
      Object.values(machines)
        .flatMap(({ states }) => Object.values(states))
        .some(({ transitions, tags }) => transitions.has(command) && !tags.includes('secondPerson')),
    );
    expect(elsewhere).toEqual([]);
    expect(decidesOnProposal('invented', 'confirm')).toBe(false);
  });

  it('names what a system of a body may give: a new command is for persons, or stands here', () => {
    const personal: readonly unknown[] = [byPerson, noConflict, secondPerson, refusalByPerson, withThePerson];
    const given = commands.filter(({ spec }) => typeof spec.by !== 'string');
    const open = given.filter(({ spec }) => !spec.rules.some((rule) => personal.includes(rule)));
    expect(open.map(({ name }) => name).sort()).toEqual(bySystems);
  });

  it('labels every state of every machine', () => {
    for (const { machines, states } of Object.values(procedures))
      for (const machine of Object.values(machines))
        expect(Object.keys(machine.states).sort()).toEqual(Object.keys(states).sort());
  });

  it('has a term for every deadline, and a deadline for every term', () => {
    const own = Object.values(procedures).flatMap(({ deadlines }) =>
      Object.entries<DeadlineSpec>(deadlines).flatMap(([name, { terms: named = [name] }]) => named),
    );
    const noClock = ['restriction'];
    expect(new Set([...own, ...noClock])).toEqual(new Set(terms.map(({ name }) => name)));
  });

  it('gives no command to an administrator', () => {
    expect(
      commands.filter(({ spec }) => typeof spec.by !== 'string' && spec.by.includes('administrator')),
    ).toEqual([]);
  });
});

describe('terms', () => {
  it('verify only what the plan or a published page supports', () => {
    expect(terms.filter(({ verified }) => verified).map(({ name }) => name)).toEqual([
      'referralToMainDepartment',
      'reflectionFloor',
    ]);
  });

  it('refuse a duration that is none, and a field nobody knows', () => {
    expect(() => readTerms([{ ...terms[0], duration: '30 days' }])).toThrow('duration');
    expect(() => readTerms([{ ...terms[0], shortened: true }])).toThrow('shortened');
  });

  it('are all loaded from one day on', () => {
    expect(firstDay).toBe('2008-01-01');
  });
});

describe('words', () => {
  const tables = { reasons, taskLabels, noticeLabels };
  it.each(Object.entries(tables))('of %s stand in two languages', (_, table) => {
    for (const { az, en } of Object.values(table))
      expect([az.length > 3, en.length > 3, az !== en]).toEqual([true, true, true]);
  });

  it('fill the same places in both languages', () => {
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const { az, en } of Object.values(reasons)) expect(places(az)).toEqual(places(en));
  });

  it('fall back to the bare code', () => {
    expect(reasonWords('of-a-later-law')).toEqual({ az: 'of-a-later-law', en: 'of-a-later-law' });
  });
});

describe('the builder of tests', () => {
  it('gives every person a body of its own list', () => {
    const known = Object.values(bodies).map(({ id }) => id);
    expect(Object.values(people).filter(({ bodyId }) => !known.includes(bodyId))).toEqual([]);
  });
});
