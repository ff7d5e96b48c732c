import type { BodyKind } from './bodies.js';
import type { Role } from './roles.js';

/** What people of a body can be, by its kind. Who works for a body decides what its steps mean: no other role fits. */
export const rolesOfKind: Readonly<Record<BodyKind, readonly Role[]>> = {
  hotline: ['hotlineOperator', 'supervisor'],
  police: ['caseOfficer', 'supervisor'],
  mainDepartment: ['investigator', 'supervisor'],
  reviewUnit: ['reviewer', 'supervisor'],
  prosecution: ['prosecutor', 'supervisor'],
  court: ['supervisor'],
  shelter: ['shelterWorker', 'supervisor'],
  assistanceCentre: ['socialWorker', 'supervisor'],
  ngo: ['ngoWorker', 'supervisor'],
  guardianship: ['guardianshipOfficer', 'supervisor'],
  commission: ['commissionMember', 'supervisor'],
  consulate: ['consularOfficer', 'supervisor'],
  migration: ['migrationOfficer', 'supervisor'],
  localExecutive: ['localExecutiveOfficer', 'supervisor'],
  health: ['healthWorker', 'supervisor'],
  education: ['schoolWorker', 'supervisor'],
  legalAid: ['lawyer', 'supervisor'],
  coordinator: ['coordinator'],
  ombudsman: ['ombudsman'],
  administration: ['administrator'],
  ministry: ['supervisor'],
};
