import { words, type Words } from '#libs/vocabulary';

export const label = words('Sığınacağa yerləşdirmə', 'Placement in a shelter');

export const states = {
  requested: words('sorğu göndərilib', 'requested'),
  offered: words('yer təklif edilib', 'offered'),
  accepted: words('təklif qəbul edilib', 'accepted'),
  admitted: words('yerləşdirilib', 'admitted'),
  away: words('müvəqqəti kənardadır', 'away'),
  missing: words('itkin düşüb', 'missing'),
  departed: words('sığınacaqdan çıxıb', 'departed'),
  declined: words('sığınacaqlar qəbul etməyib', 'declined'),
  refused: words('şəxs imtina edib', 'refused'),
  nonArrival: words('gəlib çıxmayıb', 'did not arrive'),
  cancelled: words('ləğv edilib', 'cancelled'),
} as const satisfies Record<string, Words>;

export const sexes = {
  female: words('qadın', 'female'),
  male: words('kişi', 'male'),
} as const;

export const declineReasons = {
  noCapacity: words('yer yoxdur', 'no capacity'),
  unsuitable: words('uyğun deyil', 'not suitable'),
  safety: words('təhlükəsizlik', 'safety'),
} as const;

export const withdrawalReasons = {
  ...declineReasons,
  outOfService: words('yer yararsız hala düşüb', 'the bed went out of service'),
} as const;

export const absences = {
  hospital: words('xəstəxana', 'hospital'),
  hearing: words('istintaq və ya məhkəmə', 'hearing'),
  family: words('ailə', 'family'),
  school: words('təhsil', 'school'),
  work: words('iş', 'work'),
  other: words('başqa', 'other'),
} as const;

export const extensionGrounds = {
  personAsks: words('şəxs xahiş edir', 'the person asks'),
  prosecutionBody: words('cinayət təqibi orqanının vəsatəti', 'application of the prosecution body'),
  court: words('məhkəmənin qərarı', 'decision of the court'),
  guardianshipBody: words('qəyyumluq və himayə orqanının vəsatəti', 'application of the guardianship body'),
  notReady: words('müstəqil yaşamağa hazır deyil', 'not ready to live on her own'),
} as const;

export const transferKinds = {
  emergency: words('təcili', 'emergency'),
  planned: words('planlı', 'planned'),
} as const;

export const transferReasons = {
  safety: words('təhlükəsizlik', 'safety'),
  health: words('sağlamlıq', 'health'),
  familyUnity: words('ailə birliyi', 'keeping a family together'),
  unsuitable: words('yer uyğun deyil', 'the bed does not suit'),
  personAsks: words('şəxs xahiş edir', 'the person asks'),
} as const;

/** What is restricted, and on what law: nothing else may be. */
export const restrictions = {
  goingOut: words('çölə çıxma', 'going out'),
  telephone: words('telefon', 'telephone'),
  visits: words('görüşlər', 'visits'),
} as const;
export const restrictionGrounds = {
  court: words('məhkəmənin qərarı', 'decision of a court'),
  protectionMeasure: words('təhlükəsizlik tədbiri haqqında qərar', 'decision on a protection measure'),
  quarantine: words('karantin', 'quarantine'),
} as const;

export const departures = {
  ownWish: words('öz istəyi', 'own wish'),
  movedOn: words('yeni yaşayış yeri', 'moved on'),
  transferred: words('başqa sığınacağa keçib', 'transferred'),
  decisionForChild: words('uşaq barədə qərar', 'decision for the child'),
  deceased: words('vəfat edib', 'deceased'),
} as const;

export const movesOn = {
  family: words('ailəsi', 'family'),
  ownHome: words('öz evi', 'own home'),
  rented: words('kirayə mənzil', 'rented home'),
  familyCare: words('ailə himayəsi', 'family care'),
  institution: words('müəssisə', 'institution'),
  abroad: words('xarici ölkə', 'abroad'),
  notSaid: words('bildirmək istəmir', 'does not say'),
} as const;

export const findings = {
  ownWish: words('öz iradəsidir', 'of her own will'),
  notOwnWish: words('öz iradəsi deyil', 'not of her own will'),
} as const;
