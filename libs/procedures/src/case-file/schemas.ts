import { z } from 'zod';
import { choice, choices, count, day, flag, moment, month, ref, text, uuid, words } from '#libs/vocabulary';
import { birthDate } from './birth-date.js';
import { durableSolutions } from '../durable-solutions.js';
import {
  ageOutcomes,
  ageStatuses,
  closeReasons,
  consentAnswers,
  deathSources,
  detentionGrounds,
  disciplines,
  followUpOutcomes,
  protectedRelations,
  relations,
  reopenReasons,
  sources,
  voidReasons,
} from './labels.js';

const consent = (az: string, en: string) => choice(words(az, en), consentAnswers).optional();
const person = (az: string, en: string, max = 200) => text('identity', words(az, en), { max }).optional();
const note = text('statement', words('qeyd', 'note'));
const explanation = text('statement', words('əsaslandırma', 'explanation'));

/** District codes are data: lower-case Latin words joined by hyphens. */
const district = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/)
  .meta({ data: 'code', label: words('rayon', 'district') });

/** Who the person is, as far as she is known. */
const whoSheIs = {
  otherNames: person('başqa adlar', 'other names'),
  birthDate,
  nationality: person('vətəndaşlıq', 'nationality'),
  documents: person('sənədlər', 'documents'),
  languages: person('dillər', 'languages'),
};

export const openData = z.object({
  source: choice(words('mənbə', 'source'), sources),
  encounteredAt: moment(words('rastlaşma vaxtı', 'encountered at')),
  ageStatus: choice(words('yaş', 'age'), ageStatuses),
  district: district.optional(),
  immediateDanger: flag(words('dərhal təhlükə var', 'immediate danger')),
  needsShelter: flag(words('sığınacaq lazımdır', 'needs shelter')),
  consentReferToMainDepartment: consent(
    'Baş İdarəyə göndərilməyə razılıq',
    'consent to refer to the Main Department',
  ),
  consentServices: consent('xidmətlərə razılıq', 'consent to services'),
  consentShelter: consent('sığınacağa razılıq', 'consent to shelter'),
  consentStatistics: consent('statistikaya razılıq', 'consent to statistics'),
  name: person('ad, soyad', 'name'),
  ...whoSheIs,
  phone: text('contact', words('telefon', 'telephone'), { max: 40 }).optional(),
  safeContact: text('contact', words('təhlükəsiz əlaqə', 'safe contact'), { max: 1000 }).optional(),
  note: note.optional(),
  // Several persons met at once, e.g. in a raid: given by who opens them together.
  encounterId: uuid()
    .meta({ data: 'code', label: words('rastlaşma', 'encounter') })
    .optional(),
  encounteredTogether: count(
    words('birlikdə rastlaşılanların sayı', 'persons met together'),
    1,
    200,
  ).optional(),
});

/** A signal may come before its person: she is entered when she is found. */
export const recordPersonData = z.object({
  name: text('identity', words('ad, soyad', 'name'), { max: 200 }),
  ...whoSheIs,
});

export const assignOfficerData = z.object({ officerId: ref('user', words('əməkdaş', 'officer')) });
export const declareConflictData = z.object({ explanation });
export const recordSafeContactData = z.object({
  safeContact: text('contact', words('təhlükəsiz əlaqə', 'safe contact'), { max: 1000 }),
  codeWord: text('contact', words('şərti söz', 'code word'), { max: 60 }).optional(),
  phone: text('contact', words('telefon', 'telephone'), { max: 40 }).optional(),
});
export const recordAgeDoubtData = z.object({
  grounds: text('child', words('şübhənin əsası', 'grounds for the doubt')),
});
export const recordAgeAssessmentData = z.object({
  outcome: choice(words('nəticə', 'outcome'), ageOutcomes),
  disciplines: choices(words('iştirak edən sahələr', 'disciplines'), disciplines),
  representativePresent: flag(words('nümayəndə iştirak edib', 'representative present')),
  eighteenIn: month(words('18 yaşının tamam olduğu ay', 'month of the eighteenth birthday')).optional(),
  report: text('child', words('rəy', 'report')),
});
export const addProtectedPersonData = z.object({
  relation: choice(words('əlaqəsi', 'relation'), protectedRelations),
  minor: flag(words('uşaqdır', 'a child')),
  withHer: flag(words('yanındadır', 'with her')),
  protectedName: text('identity', words('adı', 'name'), { max: 200 }),
  note: note.optional(),
});
export const recordDetentionData = z.object({
  ground: choice(words('tutulma əsası', 'ground of detention'), detentionGrounds),
  place: text('location', words('saxlanma yeri', 'place of detention'), { max: 300 }),
  note: note.optional(),
});
export const recordReleaseData = z.object({ note: note.optional() });
export const linkCaseData = z.object({
  caseId: ref('case', words('iş', 'case')),
  relation: choice(words('əlaqə', 'relation'), relations),
});
export const correctEntryData = z.object({
  entrySeq: count(words('qeydin nömrəsi', 'number of the entry'), 1, 2_147_483_647, { ref: 'entry' }),
  correction: text('statement', words('düzəliş', 'correction')),
});
export const beginAftercareData = z.object({ note: note.optional() });
export const recordFollowUpData = z.object({
  outcome: choice(words('nəticə', 'outcome'), followUpOutcomes),
  note: note.optional(),
});
export const reopenData = z.object({
  reason: choice(words('səbəb', 'reason'), reopenReasons),
  note: note.optional(),
});
export const closeData = z.object({
  reason: choice(words('səbəb', 'reason'), closeReasons),
  durableSolution: choice(
    words('uşaq üçün davamlı həll', 'durable solution for the child'),
    durableSolutions,
  ).optional(),
  explanation,
});
export const voidData = z.object({
  reason: choice(words('səbəb', 'reason'), voidReasons),
  survivingCaseId: ref('case', words('qalan iş', 'case that remains')).optional(),
  explanation,
});
export const recordDeathData = z.object({
  confirmedBy: choice(words('təsdiq edən', 'confirmed by'), deathSources),
  diedOn: day(words('ölüm günü', 'day of death')).optional(),
  explanation,
});
export const confirmData = z.object({ note: note.optional() });
export const returnData = z.object({ explanation });
export const nothing = z.object({});
