import type { Role } from '#libs/vocabulary';
import type { DemoBodyCode } from './demo-bodies.js';

interface DemoAccount {
  readonly name: string;
  readonly role: Role;
  readonly body: DemoBodyCode;
}

/** Invented people, one per part to play, by username. */
export const demoAccounts = {
  police: { name: 'Elvin Sınaqlı', role: 'caseOfficer', body: 'police-baku-nasimi' },
  police2: { name: 'Günay Sınaqlı', role: 'caseOfficer', body: 'police-ganja' },
  investigator: { name: 'Rəşad Nümunəli', role: 'investigator', body: 'main-department' },
  investigator2: { name: 'Səbinə Nümunəli', role: 'investigator', body: 'main-department' },
  reviewer: { name: 'Tural Misallı', role: 'reviewer', body: 'review-unit' },
  shelter: { name: 'Aygün Misallı', role: 'shelterWorker', body: 'state-shelter' },
  shelter2: { name: 'Nərmin Örnəkli', role: 'shelterWorker', body: 'ngo-nar-shelter' },
  guardian: { name: 'Xəyalə Örnəkli', role: 'guardianshipOfficer', body: 'guardianship-baku-nasimi' },
  guardian2: { name: 'Cavid Örnəkli', role: 'guardianshipOfficer', body: 'guardianship-ganja' },
  commission: { name: 'Zülfiyyə Sınaqlı', role: 'commissionMember', body: 'commission-baku-nasimi' },
  social: { name: 'Fidan Nümunəli', role: 'socialWorker', body: 'assistance-centre' },
  ngo: { name: 'Leyla Misallı', role: 'ngoWorker', body: 'ngo-nar' },
  hotline: { name: 'Orxan Örnəkli', role: 'hotlineOperator', body: 'hotline-152' },
  consul: { name: 'İlqar Sınaqlı', role: 'consularOfficer', body: 'consulate' },
  migration: { name: 'Vüsal Nümunəli', role: 'migrationOfficer', body: 'migration-service' },
  prosecutor: { name: 'Kamran Misallı', role: 'prosecutor', body: 'prosecution' },
  local: { name: 'Şəfəq Örnəkli', role: 'localExecutiveOfficer', body: 'local-executive-baku-nasimi' },
  clinic: { name: 'Ülviyyə Sınaqlı', role: 'healthWorker', body: 'clinic' },
  school: { name: 'Pərvanə Nümunəli', role: 'schoolWorker', body: 'school' },
  lawyer: { name: 'Murad Misallı', role: 'lawyer', body: 'bar-association' },
  supervisor: { name: 'Rövşən Örnəkli', role: 'supervisor', body: 'police-baku-nasimi' },
  shelterSupervisor: { name: 'Könül Sınaqlı', role: 'supervisor', body: 'state-shelter' },
  coordinator: { name: 'Həsən Nümunəli', role: 'coordinator', body: 'coordinator-office' },
  ombudsman: { name: 'Sevinc Misallı', role: 'ombudsman', body: 'ombudsman-office' },
  admin: { name: 'Anar Örnəkli', role: 'administrator', body: 'administration' },
} as const satisfies Record<string, DemoAccount>;

export type DemoUsername = keyof typeof demoAccounts;
