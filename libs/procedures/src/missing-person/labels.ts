import { words, type Words } from '#libs/vocabulary';

export const label = words('İtkin düşmüş şəxs', 'Missing person');

export const states = {
  reported: words('xəbər verilib', 'reported'),
  searching: words('axtarılır', 'being searched for'),
  found: words('tapılıb', 'found'),
  leftByOwnWish: words('öz istəyi ilə gedib', 'left by her own wish'),
  returnedToExploitation: words('istismara qayıdıb', 'back in exploitation'),
  longTermMissing: words('uzun müddət itkin', 'missing for long'),
  deceased: words('vəfat edib', 'died'),
} as const satisfies Record<string, Words>;

export const circumstances = {
  leftShelter: words('sığınacaqdan gedib', 'left the shelter'),
  ranAway: words('qaçıb', 'ran away'),
  lostContact: words('əlaqə itib', 'contact lost'),
  taken: words('aparılıb', 'taken away'),
  unknown: words('məlum deyil', 'not known'),
} as const;

export const conditions = {
  well: words('sağ-salamatdır', 'well'),
  harmed: words('zərər çəkib', 'harmed'),
  exploited: words('istismar olunub', 'exploited'),
  unclear: words('aydın deyil', 'not clear'),
} as const;

export const risks = {
  low: words('aşağı', 'low'),
  medium: words('orta', 'medium'),
  high: words('yüksək', 'high'),
} as const;

export const knownFrom = {
  sighting: words('görülüb', 'seen'),
  ownContact: words('özü əlaqə saxlayıb', 'she made contact'),
  thirdPerson: words('başqa şəxs məlumat verib', 'told by somebody else'),
  police: words('polis məlumatı', 'police'),
} as const;

export const reviews = {
  continue: words('axtarış davam edir', 'the search goes on'),
  longTerm: words('uzun müddət itkin sayılır', 'missing for long'),
} as const;

export const deathBases = {
  found: words('cəsədi tapılıb', 'found dead'),
  declaredByCourt: words('məhkəmə ölmüş elan edib', 'declared dead by a court'),
} as const;
