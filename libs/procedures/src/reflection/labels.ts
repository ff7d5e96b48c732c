import { words, type Words } from '#libs/vocabulary';

export const label = words('Bərpa və fikirləşmə müddəti', 'Recovery and reflection period');

export const states = {
  running: words('davam edir', 'running'),
  extended: words('uzadılıb', 'extended'),
  elapsed: words('bitib', 'elapsed'),
  concluded: words('yekunlaşıb', 'concluded'),
  terminationProposed: words('xitam təklif edilib', 'termination proposed'),
  terminated: words('xitam verilib', 'terminated'),
  discontinued: words('dayandırılıb', 'discontinued'),
} as const satisfies Record<string, Words>;

/** Grounds for more time. None shortens it. */
export const extensionGrounds = {
  notInformed: words('lazımınca məlumatlandırılmayıb', 'not informed properly'),
  missing: words('itkin düşüb', 'missing'),
  hospital: words('xəstəxanadadır', 'in hospital'),
  incapacity: words('qərar verə bilmir', 'cannot decide'),
  noRepresentative: words('uşağın nümayəndəsi yoxdur', 'child without a representative'),
  newFacts: words('yeni faktlar', 'new facts'),
  personAsks: words('şəxs xahiş edir', 'the person asks'),
} as const;

export const decisions = {
  cooperates: words('əməkdaşlıq edir', 'cooperates'),
  doesNotCooperate: words('əməkdaşlıq etmir', 'does not cooperate'),
  undecided: words('hələ qərar verməyib', 'undecided'),
} as const;

/** Only what the Convention names (CETS 197 Art. 13(3)): suspect, undocumented or uncooperative is no ground. */
export const terminationGrounds = {
  publicOrder: words('ictimai qayda', 'public order'),
  statusClaimedImproperly: words('statusdan sui-istifadə', 'status claimed improperly'),
} as const;
