import { words, type Words } from './words.js';

/** What a signed-in person is at work. A role says what she may do; her body says in whose name. */
export const roleLabels = {
  hotlineOperator: words('qaynar xətt operatoru', 'hotline operator'),
  caseOfficer: words('polis əməkdaşı', 'police case officer'),
  investigator: words('Baş İdarənin əməkdaşı', 'Main Department officer'),
  reviewer: words('yenidən baxan', 'reviewer'),
  prosecutor: words('prokuror', 'prosecutor'),
  shelterWorker: words('sığınacaq işçisi', 'shelter worker'),
  guardianshipOfficer: words('qəyyumluq və himayə orqanının əməkdaşı', 'guardianship officer'),
  commissionMember: words('komissiya üzvü', 'member of the commission on minors'),
  socialWorker: words('yardım mərkəzinin işçisi', 'assistance centre worker'),
  ngoWorker: words('QHT əməkdaşı', 'NGO worker'),
  consularOfficer: words('konsulluq əməkdaşı', 'consular officer'),
  migrationOfficer: words('miqrasiya əməkdaşı', 'migration officer'),
  localExecutiveOfficer: words('yerli icra hakimiyyətinin əməkdaşı', 'local executive officer'),
  healthWorker: words('səhiyyə işçisi', 'health worker'),
  schoolWorker: words('təhsil işçisi', 'school worker'),
  lawyer: words('vəkil', 'lawyer'),
  supervisor: words('nəzarətçi', 'supervisor'),
  coordinator: words('Milli Koordinatorun aparatı', "National Coordinator's office"),
  ombudsman: words('Ombudsman aparatı', "Ombudsman's office"),
  administrator: words('inzibatçı', 'administrator'),
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roleLabels;
export const roles = Object.keys(roleLabels) as Role[];

/** Who acts in a timeline entry: a person's role, the clock, or the rulebook following an earlier step. */
export type ActorRole = Role | 'clock' | 'rulebook';

/** First-line roles: those who meet the person and may open a case. */
export const firstLineRoles = [
  'hotlineOperator',
  'caseOfficer',
  'investigator',
  'shelterWorker',
  'guardianshipOfficer',
  'socialWorker',
  'ngoWorker',
  'consularOfficer',
  'migrationOfficer',
  'localExecutiveOfficer',
  'healthWorker',
  'schoolWorker',
  'lawyer',
  'prosecutor',
] as const satisfies readonly Role[];

/** A support worker is an officer of a participating NGO, assistance centre or shelter. */
export const supportRoles = ['ngoWorker', 'socialWorker', 'shelterWorker'] as const satisfies readonly Role[];
