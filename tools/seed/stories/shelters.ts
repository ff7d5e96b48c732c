import { days, tale, type Deed, type Shown, type Tale } from '../tale.js';
import { agrees, informed, person } from './scenes.js';

const bed =
  (name: string): Deed['data'] =>
  (_told, bedOf) => ({ bedId: bedOf(name) });
const yes = { interpreter: 'notNeeded' };
const note = { note: 'Uydurma qeyd.' };

/** Presumed, and the house of the NGO is asked: it suits a woman of the district. */
const asked = (key: string, ago: number, shown: Shown, name: string): Tale =>
  tale(key, ago, shown)
    .opens('social', { ...agrees, source: 'selfReferral', consentShelter: 'yes', ...person(name) })
    .does('social', 'identification.presume', { grounds: 'Uydurma əlamətlər.' })
    .after(1)
    .does('social', 'reflection.inform', informed)
    .does('social', 'placement.request', { sex: 'female', ...note });

const housed = (key: string, ago: number, shown: Shown, name: string, inBed: string): Tale =>
  asked(key, ago, shown, name)
    .after(1)
    .does('shelter2', 'placement.offerBed', bed(inBed))
    .after(1)
    .does('social', 'placement.acceptOffer', yes)
    .after(3)
    .does('shelter2', 'placement.admit', {});

/** A bed, from the request to leaving. */
export const shelters: readonly Tale[] = [
  asked(
    'bedOffered',
    2,
    {
      state: 'placement offered',
      see: 'a house keeps a bed; who is with the person records her answer, never the house',
      as: ['social', 'shelter2'],
    },
    'Ülkər Sınaqlı',
  )
    .after(0.5)
    .does('shelter2', 'placement.offerBed', bed('1.1')),

  housed(
    'away',
    days(12),
    {
      state: 'placement away',
      see: 'she is in hospital and her bed is kept',
      as: ['shelter2'],
    },
    'Nigar Nümunəli',
    '1.2',
  )
    .after(days(9))
    .does('shelter2', 'placement.recordAbsence', { kind: 'hospital', place: 'Uydurma xəstəxana' }),

  housed(
    'stayEnded',
    days(33),
    {
      state: 'placement admitted',
      see: 'her 30 days have passed: that is a task and ends nothing',
      as: ['shelter2', 'social'],
    },
    'Sona Misallı',
    '1.3',
  ),

  housed(
    'moved',
    days(20),
    {
      state: 'placement departed and admitted',
      see: 'moved in an emergency: the first house no longer knows the case, the second never saw the first',
      as: ['shelter', 'social'],
    },
    'Lamiyə Örnəkli',
    '2.1',
  )
    .after(days(2))
    .does('shelter2', 'placement.requestTransfer', {
      kind: 'emergency',
      reason: 'safety',
      highThreat: true,
      ...note,
    })
    .after(1)
    .does('shelter', 'placement.offerBed', bed('1.1'))
    .does('social', 'placement.acceptOffer', yes)
    .after(2)
    .does('shelter', 'placement.admit', {}),

  asked(
    'noHouse',
    days(1),
    {
      state: 'placement declined',
      see: 'no suitable house is left: the owner owes a new request',
      as: ['social'],
    },
    'Afət Nümunəli',
  )
    .after(1)
    .does('shelter2', 'placement.declineRequest', { reason: 'noCapacity' })
    .after(1)
    .does('shelter', 'placement.declineRequest', { reason: 'unsuitable' }),

  tale('noSuitingHouse', days(1), {
    state: 'placement declined',
    see: 'a family and an accessible room: no house gives both; who may know houses reads why of each, the police which needs left none',
    as: ['guardian', 'police'],
  })
    .opens('police', { ageStatus: 'child', district: 'baku-nasimi', ...person('Kövrək Nümunəli') })
    .after(1)
    .accepts('guardian', 'guardianship')
    .after(1)
    .does('guardian', 'placement.request', { withFamily: true, accessible: true, ...note }),

  asked(
    'bedAccepted',
    4,
    {
      state: 'placement accepted',
      see: 'she said yes and is on her way: the house counts the hours to her arrival',
      as: ['shelter2', 'social'],
    },
    'Aynur Sınaqlı',
  )
    .after(1)
    .does('shelter2', 'placement.offerBed', bed('1.4'))
    .after(0.5)
    .does('social', 'placement.acceptOffer', yes),

  housed(
    'goneFromHouse',
    days(5),
    {
      state: 'placement missing',
      see: 'she did not come home: her bed is kept while she is searched for',
      as: ['shelter2'],
    },
    'Xanım Nümunəli',
    '1.5',
  )
    .after(days(4))
    .does('shelter2', 'placement.reportMissing', note),

  asked(
    'bedRefused',
    6,
    {
      state: 'placement refused',
      see: 'she wants no bed in a house: nothing else ends, and the house may offer again',
      as: ['social', 'shelter2'],
    },
    'Səbinə Misallı',
  )
    .after(1)
    .does('shelter2', 'placement.offerBed', bed('1.6'))
    .after(1)
    .does('social', 'placement.refuseOffer', yes),

  asked(
    'neverCame',
    days(2),
    {
      state: 'placement non-arrival',
      see: 'she was expected and did not come; the house may offer again or she is reported missing',
      as: ['shelter2', 'social'],
    },
    'Gülər Örnəkli',
  )
    .after(1)
    .does('shelter2', 'placement.offerBed', bed('2.2'))
    .after(1)
    .does('social', 'placement.acceptOffer', yes)
    .after(days(1))
    .does('shelter2', 'placement.recordNonArrival', {}),

  asked(
    'requestWithdrawn',
    5,
    {
      state: 'placement cancelled',
      see: 'a relative took her in before a house answered',
      as: ['social'],
    },
    'Mehri Sınaqlı',
  )
    .after(1)
    .does('social', 'placement.withdrawRequest', note),
];
