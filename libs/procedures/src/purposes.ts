import { words, type BodyKind, type Words } from '#libs/vocabulary';

export type HandoffKind = 'share' | 'transfer' | 'request';

export interface Purpose {
  readonly label: Words;
  /** Kinds of bodies that can answer it. */
  readonly desks: readonly BodyKind[];
  readonly kinds: readonly HandoffKind[];
  /** Cannot be declined or withdrawn by a person, only redirected. */
  readonly statutory?: true;
  /** Carries codes only and is no handing over of a suspected victim, also where the desk is law enforcement. */
  readonly codesOnly?: true;
}

const readers: readonly BodyKind[] = [
  'mainDepartment',
  'reviewUnit',
  'guardianship',
  'commission',
  'assistanceCentre',
  'ngo',
  'shelter',
  'coordinator',
  'health',
  'legalAid',
  'consulate',
  'hotline',
];

/** What a handoff can be for, and which desks answer it (Cabinet decisions 21/2008 and 123/2009). */
export const purposes = {
  identification: {
    label: words('müəyyənetmə', 'identification'),
    desks: ['mainDepartment'],
    kinds: ['share'],
    statutory: true,
  },
  guardianship: {
    label: words('qəyyumluq', 'guardianship'),
    desks: ['guardianship'],
    kinds: ['share'],
    statutory: true,
  },
  shelter: { label: words('sığınacaq', 'shelter'), desks: ['shelter'], kinds: ['request'] },
  assistance: {
    label: words('yardım', 'assistance'),
    desks: ['assistanceCentre', 'ngo', 'shelter', 'guardianship', 'mainDepartment'],
    kinds: ['share', 'transfer', 'request'],
  },
  secondReading: { label: words('ikinci baxış', 'second reading'), desks: readers, kinds: ['request'] },
  release: {
    label: words('azad etmə', 'release'),
    desks: ['prosecution'],
    kinds: ['request'],
    codesOnly: true,
  },
  nonPunishment: {
    label: words('cəzalandırmama', 'non-punishment'),
    desks: ['prosecution'],
    kinds: ['request'],
    codesOnly: true,
  },
  terminationReview: {
    label: words('xitam üzrə nəzarət', 'review of a termination'),
    desks: ['prosecution'],
    kinds: ['request'],
    codesOnly: true,
  },
  search: {
    label: words('axtarış', 'search'),
    desks: ['police', 'mainDepartment'],
    kinds: ['request'],
    codesOnly: true,
  },
  legalAid: {
    label: words('hüquqi yardım', 'legal aid'),
    desks: ['legalAid', 'ngo', 'assistanceCentre'],
    kinds: ['share', 'request'],
  },
  health: {
    label: words('tibbi yardım', 'medical assistance'),
    desks: ['health'],
    kinds: ['share', 'request'],
  },
  education: { label: words('təhsil', 'education'), desks: ['education'], kinds: ['share', 'request'] },
  consular: {
    label: words('konsulluq müdafiəsi', 'consular protection'),
    desks: ['consulate'],
    kinds: ['share', 'request'],
  },
  migration: {
    label: words('miqrasiya', 'migration'),
    desks: ['migration'],
    kinds: ['share', 'request'],
  },
} as const satisfies Record<string, Purpose>;

export type PurposeName = keyof typeof purposes;
export const purposeOf = (name: string | null): Purpose | undefined =>
  name !== null && name in purposes ? purposes[name as PurposeName] : undefined;
