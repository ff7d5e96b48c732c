import { words, type Body, type BodyKind, type Facts, type Role, type Uuid } from '#libs/vocabulary';

/** A readable, lawful UUID: `idOf(3, 12)` is `00000003-0000-4000-8000-000000000012`. */
export const idOf = (space: number, n: number): Uuid =>
  `${String(space).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

const body = (n: number, kind: BodyKind, district: string | null = null, parent?: number): Body => ({
  id: idOf(1, n),
  code: `${kind}-${n}`,
  kind,
  name: words(`${kind} ${n}`, `${kind} ${n}`),
  parentId: parent === undefined ? null : idOf(1, parent),
  district,
  active: true,
});

/** Synthetic bodies: one of each kind that acts, two of those that a test sets against each other. */
export const bodies = {
  hotline: body(10, 'hotline', null, 90),
  police: body(11, 'police', 'baku-nasimi', 90),
  police2: body(12, 'police', 'ganja', 90),
  mainDepartment: body(13, 'mainDepartment', null, 90),
  reviewUnit: body(14, 'reviewUnit'),
  prosecution: body(15, 'prosecution'),
  stateShelter: body(16, 'shelter', null, 90),
  ngoShelter: body(17, 'shelter', 'baku-nasimi', 20),
  assistanceCentre: body(18, 'assistanceCentre', null, 91),
  ngo: body(20, 'ngo'),
  guardianship: body(21, 'guardianship', 'baku-nasimi', 92),
  guardianship2: body(22, 'guardianship', 'ganja', 92),
  commission: body(23, 'commission', 'baku-nasimi'),
  consulate: body(24, 'consulate'),
  migration: body(25, 'migration'),
  localExecutive: body(26, 'localExecutive', 'baku-nasimi'),
  health: body(27, 'health', 'baku-nasimi'),
  education: body(28, 'education', 'baku-nasimi'),
  legalAid: body(29, 'legalAid'),
  coordinator: body(30, 'coordinator'),
  ombudsman: body(31, 'ombudsman'),
  administration: body(32, 'administration'),
  interior: body(90, 'ministry'),
  labour: body(91, 'ministry'),
  families: body(92, 'ministry'),
} as const satisfies Record<string, Body>;
export type BodyName = keyof typeof bodies;

const person = (n: number, role: Role, at: BodyName) => ({ id: idOf(2, n), role, bodyId: bodies[at].id });

/** Synthetic officers. Two of a body where a test needs a maker and a checker. */
export const people = {
  hotline: person(1, 'hotlineOperator', 'hotline'),
  police: person(2, 'caseOfficer', 'police'),
  policeColleague: person(3, 'caseOfficer', 'police'),
  police2: person(4, 'caseOfficer', 'police2'),
  investigator: person(5, 'investigator', 'mainDepartment'),
  investigator2: person(6, 'investigator', 'mainDepartment'),
  investigator3: person(7, 'investigator', 'mainDepartment'),
  reviewer: person(8, 'reviewer', 'reviewUnit'),
  prosecutor: person(9, 'prosecutor', 'prosecution'),
  shelter: person(10, 'shelterWorker', 'stateShelter'),
  shelter2: person(11, 'shelterWorker', 'ngoShelter'),
  shelterColleague: person(28, 'shelterWorker', 'ngoShelter'),
  social: person(12, 'socialWorker', 'assistanceCentre'),
  ngo: person(13, 'ngoWorker', 'ngo'),
  ngoColleague: person(14, 'ngoWorker', 'ngo'),
  guardian: person(15, 'guardianshipOfficer', 'guardianship'),
  guardian2: person(16, 'guardianshipOfficer', 'guardianship2'),
  commission: person(17, 'commissionMember', 'commission'),
  consul: person(18, 'consularOfficer', 'consulate'),
  migration: person(19, 'migrationOfficer', 'migration'),
  local: person(20, 'localExecutiveOfficer', 'localExecutive'),
  clinic: person(21, 'healthWorker', 'health'),
  school: person(22, 'schoolWorker', 'education'),
  lawyer: person(23, 'lawyer', 'legalAid'),
  supervisor: person(24, 'supervisor', 'police'),
  coordinator: person(25, 'coordinator', 'coordinator'),
  ombudsman: person(26, 'ombudsman', 'ombudsman'),
  admin: person(27, 'administrator', 'administration'),
} as const satisfies Record<string, Facts['actor']>;
export type PersonName = keyof typeof people;
