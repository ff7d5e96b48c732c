import { consentAnswers, words, type Words } from '#libs/vocabulary';

export const label = words('İş', 'Case file');

export const states = {
  open: words('açıq', 'open'),
  aftercare: words('sonrakı dəstək', 'aftercare'),
  endProposed: words('bağlanma təklif edilib', 'end proposed'),
  closed: words('bağlı', 'closed'),
  voided: words('etibarsız', 'voided'),
} as const satisfies Record<string, Words>;

export const sources = {
  hotline: words('qaynar xətt', 'hotline'),
  police: words('polis', 'police'),
  border: words('sərhəd', 'border'),
  migration: words('miqrasiya', 'migration'),
  labourInspection: words('əmək müfəttişliyi', 'labour inspection'),
  jointInspection: words('birgə yoxlama', 'joint inspection'),
  health: words('səhiyyə', 'health'),
  education: words('təhsil', 'education'),
  localExecutive: words('yerli icra hakimiyyəti', 'local executive authority'),
  ngo: words('QHT', 'NGO'),
  consulate: words('konsulluq', 'consulate'),
  onlineMonitoring: words('internet monitorinqi', 'online monitoring'),
  selfReferral: words('özü müraciət edib', 'self-referral'),
  public: words('vətəndaş', 'member of the public'),
  foreignPartner: words('xarici tərəfdaş', 'foreign partner'),
  court: words('məhkəmə', 'court'),
} as const;

export const ageStatuses = {
  assumedAdult: words('yetkin sayılır', 'assumed adult'),
  verifiedAdult: words('yetkinliyi təsdiq olunub', 'verified adult'),
  child: words('uşaq', 'child'),
  presumedChild: words('uşaq sayılır', 'presumed child'),
} as const;

export { consentAnswers };

export const closeReasons = {
  needsMet: words('ehtiyaclar qarşılanıb', 'needs met'),
  ownWish: words('öz istəyi', 'own wish'),
  leftCountry: words('ölkəni tərk edib', 'left the country'),
  neverFound: words('tapılmayıb', 'never found'),
  notIndicated: words('əlamət aşkar edilməyib', 'no indication found'),
} as const;

export const voidReasons = {
  duplicate: words('təkrar iş', 'duplicate'),
  mistakenIdentity: words('şəxsiyyət səhvi', 'mistaken identity'),
  openedInError: words('səhvən açılıb', 'opened in error'),
} as const;

export const deathSources = {
  civilRegistry: words('vətəndaşlıq vəziyyəti aktlarının qeydiyyatı', 'civil registry'),
  medical: words('tibb müəssisəsi', 'medical institution'),
  court: words('məhkəmə', 'court'),
  consulate: words('konsulluq', 'consulate'),
} as const;

export const followUpOutcomes = {
  safe: words('təhlükəsizdir', 'safe'),
  atRisk: words('risk altındadır', 'at risk'),
  exploitedAgain: words('yenidən istismar olunub', 'exploited again'),
  notReached: words('əlaqə saxlanmayıb', 'not reached'),
  declinedContact: words('əlaqədən imtina edib', 'wants no contact'),
} as const;

export const reopenReasons = {
  newFacts: words('yeni faktlar', 'new facts'),
  personReturned: words('şəxs qayıdıb', 'the person came back'),
  exploitedAgain: words('yenidən istismar', 'exploited again'),
  closedInError: words('səhvən bağlanıb', 'closed in error'),
} as const;

export const relations = {
  sameEncounter: words('eyni rastlaşma', 'same encounter'),
  family: words('ailə', 'family'),
  sibling: words('bacı-qardaş', 'sibling'),
  dependant: words('himayəsində olan', 'dependant'),
} as const;

/** Who is protected with her without being a victim herself. */
export const protectedRelations = {
  child: words('övladı', 'her child'),
  sibling: words('bacı-qardaşı', 'sibling'),
  spouse: words('həyat yoldaşı', 'spouse'),
  parent: words('valideyni', 'parent'),
  relative: words('qohumu', 'relative'),
  witness: words('şahid', 'witness'),
} as const;

export const ageOutcomes = {
  adult: words('yetkindir', 'adult'),
  child: words('uşaqdır', 'child'),
  inconclusive: words('müəyyən edilmədi', 'not established'),
} as const;

/** The police may take part; it never counts as one of the two. */
export const disciplines = {
  psychology: words('psixologiya', 'psychology'),
  socialWork: words('sosial iş', 'social work'),
  medicine: words('tibb', 'medicine'),
  education: words('təhsil', 'education'),
  documents: words('sənədlərin yoxlanması', 'examination of documents'),
  police: words('polis', 'police'),
} as const;

export const detentionGrounds = {
  immigration: words('miqrasiya qaydaları', 'immigration rules'),
  administrative: words('inzibati xəta', 'administrative offence'),
  criminal: words('cinayət ittihamı', 'criminal charge'),
  unknown: words('məlum deyil', 'not known'),
} as const;
