import { days, tale, type Shown, type Tale } from '../tale.js';
import { agrees, because, person, representative } from './scenes.js';

const circumstances = { circumstance: 'lostContact', inDanger: true, place: 'Uydurma yer.' };
const told = { ...agrees, consentStatistics: 'notAsked' };

/** An adult in danger, reported by who met her. */
const missing = (key: string, ago: number, shown: Shown, name: string): Tale =>
  tale(key, ago, shown)
    .opens('ngo', { ...told, source: 'ngo', ...person(name) })
    .after(3)
    .does('ngo', 'missingPerson.report', circumstances);

const child = (key: string, ago: number, shown: Shown, name: string): Tale =>
  tale(key, ago, shown)
    .opens('school', {
      ageStatus: 'presumedChild',
      district: 'baku-nasimi',
      source: 'education',
      ...person(name),
    })
    .after(2)
    .accepts('guardian', 'guardianship')
    .after(3)
    .does('guardian', 'guardianship.appointInterim', representative);

const assessment = {
  disciplines: ['psychology', 'medicine'],
  representativePresent: true,
  report: 'Uydurma rəy.',
};

/** One case per state of who is missing, and of who was. */
export const missingPersons = [
  child(
    'childMissing',
    days(2),
    {
      state: 'child, being searched for',
      see: 'the police and the Main Department were asked with codes only; the clock is short',
      as: ['guardian', 'school', 'police'],
    },
    'İtkin Balaca Sınaqlı',
  )
    .after(20)
    .does('school', 'missingPerson.report', { ...circumstances, circumstance: 'ranAway' })
    .accepts('investigator', 'search'),
  missing(
    'missingReported',
    6,
    {
      state: 'reported missing',
      see: 'an adult in danger: the police of the district is asked to search',
      as: ['ngo', 'police'],
    },
    'Səssiz Nümunəli',
  ),
  child(
    'childFound',
    days(5),
    {
      state: 'found',
      see: 'the return interview with its assessment of risk is owed; the police knows the case no longer',
      as: ['guardian', 'school'],
    },
    'Tapılan Örnəkli',
  )
    .after(days(2))
    .does('school', 'missingPerson.report', circumstances)
    .after(20)
    .does('guardian', 'missingPerson.recordFound', { condition: 'harmed' }),
  missing(
    'leftByOwnWish',
    days(6),
    {
      state: 'left by own wish',
      see: 'an adult told so herself, alone and in her language: the search ended',
      as: ['ngo'],
    },
    'Gedən Misallı',
  )
    .after(days(1))
    .does('ngo', 'missingPerson.recordOwnWish', { heardAlone: true, languageUnderstood: true }),
  missing(
    'exploitedAgain',
    days(8),
    { state: 'back in exploitation', see: 'still missing: the case cannot be closed', as: ['ngo'] },
    'Qaytarılan Sınaqlı',
  )
    .after(days(2))
    .does('ngo', 'missingPerson.recordReturnToExploitation', { knownFrom: 'thirdPerson' }),
  missing(
    'longMissing',
    days(110),
    {
      state: 'missing for long',
      see: 'a lawful rest, looked at every ninety days; the case stays open',
      as: ['ngo'],
    },
    'Uzaqda Örnəkli',
  )
    .does('ngo', 'missingPerson.beginSearch')
    .after(days(95))
    .does('ngo', 'missingPerson.reviewLongTerm', { outcome: 'longTerm', ...because }),
  missing(
    'foundDead',
    days(20),
    {
      state: 'missing person found to have died',
      see: 'two bodies must still put the death on record',
      as: ['ngo'],
    },
    'Rəhmətlik Misallı',
  )
    .after(days(4))
    .does('ngo', 'missingPerson.recordDeceased', { basis: 'found' }),
  child(
    'assessedAdult',
    days(12),
    {
      state: 'assessed as an adult, in dispute time',
      see: 'every rule for a child holds until nobody can dispute it; a doubt of anybody stops it',
      as: ['guardian', 'school'],
    },
    'Yaşı Bilinməyən Nümunəli',
  )
    .after(days(5))
    .does('guardian', 'caseFile.recordAgeAssessment', { ...assessment, outcome: 'adult' })
    .does('school', 'caseFile.addProtectedPerson', {
      relation: 'sibling',
      minor: true,
      withHer: true,
      protectedName: 'Bacı Nümunəli',
    }),
];
