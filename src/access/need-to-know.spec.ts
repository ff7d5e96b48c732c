import { compartments, firstLineRoles, roles } from '#libs/vocabulary';
import type { Compartment, Role } from '#libs/vocabulary';
import { knowsProcedure, mayKnowProcedure, mayOpen, needToKnow } from './need-to-know.js';
import { knowledgeLevels, needToKnowSchema } from './need-to-know.schema.js';

/**
 * The table once more, written by hand: full, serving, breakGlass, one letter per compartment (i identity,
 * c contact, l location, h health, s statement, k child, p criminal). A change of the data file is a change here.
 */
const byHand: Record<Role, readonly [full: string, serving: string, breakGlass: string]> = {
  hotlineOperator: ['ic', 'ic', 'ic'],
  caseOfficer: ['ics', 'ic', 'ic'],
  investigator: ['icsp', 'ic', 'ics'],
  reviewer: ['is', 'i', ''],
  prosecutor: ['isp', 'i', 'i'],
  shelterWorker: ['iclhk', 'iclhk', 'iclhk'],
  guardianshipOfficer: ['iclhk', 'iclhk', 'iclhk'],
  commissionMember: ['ik', 'i', ''],
  socialWorker: ['ichsk', 'ichk', 'ichk'],
  ngoWorker: ['ichsk', 'ichk', 'ichk'],
  consularOfficer: ['ic', 'ic', 'ic'],
  migrationOfficer: ['i', 'i', 'i'],
  localExecutiveOfficer: ['ic', 'ic', 'ic'],
  healthWorker: ['ich', 'ich', 'ich'],
  schoolWorker: ['ic', 'ic', 'ic'],
  lawyer: ['icsp', 'icsp', 'ic'],
  supervisor: ['', '', ''],
  coordinator: ['', '', ''],
  ombudsman: ['', '', ''],
  administrator: ['', '', ''],
};
const letters: Record<Compartment, string> = {
  identity: 'i',
  contact: 'c',
  location: 'l',
  health: 'h',
  statement: 's',
  child: 'k',
  criminal: 'p',
};

describe('need to know', () => {
  it.each(roles)('%s opens exactly what is written for her, at every level', (role) => {
    const [full, serving, breakGlass] = byHand[role];
    const expected = { full, serving, breakGlass, preview: '', oversight: '' };
    for (const level of knowledgeLevels) {
      const opened = compartments.filter((one) => mayOpen(role, level, one)).map((one) => letters[one]);
      expect(`${level}: ${opened.join('')}`).toBe(`${level}: ${expected[level]}`);
    }
  });

  it('denies what it does not know', () => {
    expect(mayOpen('nobody' as Role, 'full', 'identity')).toBe(false);
    expect(mayOpen('constructor' as Role, 'full', 'identity')).toBe(false);
    expect(mayOpen('shelterWorker', 'owner' as 'full', 'identity')).toBe(false);
    expect(mayKnowProcedure('investigator', 'full', 'invented')).toBe(false);
  });

  it('is complete, dated and names its sources', () => {
    expect(Object.keys(needToKnow.roles).sort()).toEqual([...roles].sort());
    expect(needToKnow.sources.length).toBeGreaterThan(0);
    const { lawyer: _, ...rest } = needToKnow.roles;
    expect(needToKnowSchema.safeParse({ ...needToKnow, roles: rest }).success).toBe(false);
    expect(needToKnowSchema.safeParse({ ...needToKnow, procedures: ['caseFile'] }).success).toBe(false);
  });
});

describe('what no edition of the table may say', () => {
  const everywhere = (role: Role, compartment: Compartment) =>
    knowledgeLevels.some((level) => mayOpen(role, level, compartment));
  const enforcement = [
    'caseOfficer',
    'investigator',
    'prosecutor',
    'migrationOfficer',
    'hotlineOperator',
  ] as const;
  const overseers = ['supervisor', 'coordinator', 'ombudsman', 'administrator'] as const;

  it.each(enforcement)('%s never learns an address, an illness or the file of a child', (role) => {
    expect((['location', 'health', 'child'] as const).filter((one) => everywhere(role, one))).toEqual([]);
  });

  it('a shelter sees nothing of the prosecution', () => {
    expect(everywhere('shelterWorker', 'criminal')).toBe(false);
    expect(knowledgeLevels.some((level) => mayKnowProcedure('shelterWorker', level, 'redress'))).toBe(false);
  });

  it.each(overseers)('%s never opens a compartment', (role) => {
    expect(compartments.filter((one) => everywhere(role, one))).toEqual([]);
  });

  it('a preview opens nothing, and shows at least the handoff it is about', () => {
    expect(roles.filter((role) => compartments.some((one) => mayOpen(role, 'preview', one)))).toEqual([]);
    expect(firstLineRoles.filter((role) => !mayKnowProcedure(role, 'preview', 'handoff'))).toEqual([]);
  });

  it('only who houses, represents or protects a child knows where somebody lives', () => {
    expect(roles.filter((role) => everywhere(role, 'location'))).toEqual([
      'shelterWorker',
      'guardianshipOfficer',
    ]);
  });

  it('rising from preview to serving to full takes nothing away', () => {
    const lost = roles.flatMap((role) => [
      ...compartments.filter((c) => mayOpen(role, 'serving', c) && !mayOpen(role, 'full', c)),
      ...needToKnow.procedures.filter(
        (p) =>
          (mayKnowProcedure(role, 'preview', p) && !mayKnowProcedure(role, 'serving', p)) ||
          (mayKnowProcedure(role, 'serving', p) && !mayKnowProcedure(role, 'full', p)),
      ),
    ]);
    expect(lost).toEqual([]);
  });

  it('who may always act knows the procedures she acts in', () => {
    const needed = [
      'caseFile',
      'identification',
      'reflection',
      'placement',
      'missingPerson',
      'assistance',
      'handoff',
    ];
    for (const role of firstLineRoles) {
      expect([role, needed.filter((type) => !mayKnowProcedure(role, 'full', type))]).toEqual([role, []]);
    }
  });

  it('the administrator knows no procedure, overseers know all of them by oversight alone', () => {
    const known = (role: Role) =>
      needToKnow.procedures.filter((type) => mayKnowProcedure(role, 'oversight', type));
    expect(known('administrator')).toEqual([]);
    for (const role of ['supervisor', 'coordinator', 'ombudsman'] as const) {
      expect(known(role)).toEqual(needToKnow.procedures);
      expect(needToKnow.procedures.filter((type) => mayKnowProcedure(role, 'full', type))).toEqual([]);
    }
  });

  it('a previewing body learns more by break-glass, and only then', () => {
    const grant = { grantId: 'g', compartments: [], expiresAt: new Date() };
    const preview = { kind: 'participation', level: 'preview' } as const;
    expect(knowsProcedure('shelterWorker', preview, 'identification')).toBe(false);
    expect(knowsProcedure('shelterWorker', { ...preview, breakGlass: grant }, 'identification')).toBe(true);
  });
});
