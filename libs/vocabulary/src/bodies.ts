import { words, type Words } from './words.js';
import type { Uuid } from './ids.js';

/** Kinds of acting units. A body is the unit that acts; rights never flow along `parent`. */
export const bodyKindLabels = {
  hotline: words('qaynar xətt', 'hotline'),
  police: words('polis orqanı', 'police office'),
  mainDepartment: words('Baş İdarə', 'Main Department'),
  reviewUnit: words('yenidən baxılma qurumu', 'review unit'),
  prosecution: words('prokurorluq', 'prosecution'),
  court: words('məhkəmə', 'court'),
  shelter: words('sığınacaq', 'shelter'),
  assistanceCentre: words('yardım mərkəzi', 'assistance centre'),
  ngo: words('qeyri-hökumət təşkilatı', 'non-governmental organisation'),
  guardianship: words('qəyyumluq və himayə orqanı', 'guardianship and trusteeship body'),
  commission: words('komissiya', 'commission on minors'),
  consulate: words('konsulluq', 'consulate'),
  migration: words('Dövlət Miqrasiya Xidməti', 'State Migration Service'),
  localExecutive: words('yerli icra hakimiyyəti orqanı', 'local executive authority'),
  health: words('səhiyyə müəssisəsi', 'health institution'),
  education: words('təhsil müəssisəsi', 'educational institution'),
  legalAid: words('hüquqi yardım', 'legal aid'),
  coordinator: words('Milli Koordinator', 'National Coordinator'),
  ombudsman: words('Ombudsman', 'Ombudsman'),
  administration: words('inzibatçılıq', 'administration'),
  ministry: words('nazirlik', 'ministry'),
} as const satisfies Record<string, Words>;

export type BodyKind = keyof typeof bodyKindLabels;
export const bodyKinds = Object.keys(bodyKindLabels) as BodyKind[];

/** Law enforcement other than the Main Department: no handover of a suspected victim to them (Decision 21/2008, Art 7). */
export const lawEnforcementKinds = [
  'police',
  'prosecution',
  'migration',
] as const satisfies readonly BodyKind[];

/** State bodies with the duty to tell the Main Department within 24 hours (Decision 21/2008, Art 7; dated configuration decides). */
export const stateBodyKinds = [
  'hotline',
  'police',
  'mainDepartment',
  'prosecution',
  'migration',
  'localExecutive',
  'health',
  'education',
  'guardianship',
  'consulate',
] as const satisfies readonly BodyKind[];

/** The sector of a body, for decisions that need two sectors. */
export const sectorOf = (kind: BodyKind): 'lawEnforcement' | 'social' | 'civil' | 'oversight' => {
  if (['police', 'mainDepartment', 'prosecution', 'migration', 'hotline'].includes(kind))
    return 'lawEnforcement';
  if (['ngo', 'legalAid'].includes(kind)) return 'civil';
  if (['coordinator', 'ombudsman', 'reviewUnit', 'administration', 'court'].includes(kind))
    return 'oversight';
  return 'social';
};

export interface Body {
  readonly id: Uuid;
  readonly code: string;
  readonly kind: BodyKind;
  readonly name: Words;
  readonly parentId: Uuid | null;
  /** District code, e.g. `baku-nasimi`; null for a body of the whole country. */
  readonly district: string | null;
  readonly active: boolean;
}
