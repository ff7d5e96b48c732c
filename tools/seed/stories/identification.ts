import { days, tale } from '../tale.js';
import {
  agrees,
  asked,
  assessed,
  because,
  decided,
  fewSigns,
  informed,
  informedBySocial,
  labourSigns,
  person,
  positive,
  negative,
  presume,
  presumedBy,
} from './scenes.js';

const noSigns = { reason: 'noIndicators', ...because };

/** One case per state of identification, of adults who agree. */
export const identification = [
  tale('signalled', 2, {
    state: 'identification signalled',
    see: 'a new signal; the 24 hours to refer are running',
    as: ['police'],
  }).opens('police', { ...agrees, source: 'hotline', ...person('Aynur Sınaqlı'), note: 'Uydurma qeyd.' }),

  tale('screening', days(3), {
    state: 'identification screening',
    see: 'indicators on record; an NGO has no duty to refer, and screening has its own clock',
    as: ['ngo'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Bəhruz Nümunəli') })
    .after(5)
    .does('ngo', 'identification.recordIndicators', labourSigns),

  tale('rejectionProposed', days(4), {
    state: 'identification rejectionProposed',
    see: 'confirm or return it: the second person is another than the first',
    as: ['supervisor', 'police'],
  })
    .opens('police', { ...agrees, ...person('Cəmilə Misallı') })
    .after(2)
    .does('police', 'identification.recordIndicators', fewSigns)
    .after(days(3))
    .does('police', 'identification.rejectIndication', noSigns),

  tale('notIndicated', days(20), {
    state: 'identification notIndicated',
    see: 'new indicators take it back to screening; a doubt about age does too',
    as: ['police'],
  })
    .opens('police', { ...agrees, source: 'public', ...person('Dilarə Örnəkli') })
    .after(3)
    .does('police', 'identification.recordIndicators', fewSigns)
    .after(5)
    .does('police', 'identification.rejectIndication', noSigns)
    .after(20)
    .does('supervisor', 'identification.confirmRejection'),

  tale('presumed', 10, {
    state: 'identification presumed',
    see: 'the referral waits in the box of the Main Department: accept it there',
    as: ['investigator', 'police'],
  })
    .opens('police', { ...agrees, source: 'labourInspection', ...person('Elçin Sınaqlı') })
    .after(1)
    .does('police', 'identification.recordIndicators', labourSigns)
    .after(1)
    .does('police', 'identification.presume', presume)
    .after(1)
    .does('investigator', 'handoff.acknowledge', {}, { purpose: 'identification' }),

  informedBySocial(
    presumedBy(
      tale('assessment', days(18), {
        state: 'identification assessment',
        see: 'propose a decision: a positive one at any time, a negative one only after the floor',
        as: ['investigator'],
      })
        .opens('police', { ...agrees, ...person('Fəridə Nümunəli', { phone: '000 00 01' }) })
        .after(2),
      'police',
    ),
    'police',
  )
    .after(24)
    .does('investigator', 'identification.beginAssessment'),

  assessed(
    informedBySocial(
      presumedBy(
        tale('decisionProposed', days(9), {
          state: 'identification decisionProposed',
          see: 'confirm or return it as the second officer; the first cannot',
          as: ['investigator2', 'investigator'],
        })
          .opens('hotline', { ...agrees, source: 'hotline', ...person('Gülnar Misallı') })
          .after(2),
        'hotline',
      ),
      'hotline',
    ).after(days(7)),
    positive,
  ),

  decided(
    informedBySocial(
      presumedBy(
        tale('identified', days(16), {
          state: 'identification identified',
          see: 'an early yes: the reflection period runs on and removal stays barred',
          as: ['social', 'investigator'],
        })
          .opens('police', { ...agrees, ...person('Həmid Örnəkli') })
          .after(2),
        'police',
      ),
      'police',
    ).after(days(4)),
    positive,
  )
    .after(6)
    .does('social', 'identification.informOfDecision', informedOf()),

  decided(
    informedBySocial(
      presumedBy(
        tale('notIdentified', days(45), {
          state: 'identification notIdentified',
          see: 'a no after the floor; the person may ask for reconsideration, nothing has ended',
          as: ['social', 'lawyer'],
        })
          .opens('police', { ...agrees, ...person('İradə Sınaqlı') })
          .after(2),
        'police',
      ),
      'police',
    )
      .after(days(10))
      .does('social', 'handoff.send', asked('bar-association', 'legalAid'))
      .after(5)
      .accepts('lawyer', 'legalAid')
      .after(days(22)),
    negative,
  )
    .after(24)
    .does('social', 'identification.informOfDecision', informedOf()),

  decided(
    presumedBy(
      tale('reconsideration', days(50), {
        state: 'identification reconsideration',
        see: 'an opinion of another sector as ngo, then the new decision as reviewer',
        as: ['reviewer', 'ngo'],
      })
        .opens('ngo', { ...agrees, source: 'ngo', ...person('Kamal Nümunəli') })
        .after(2),
      'ngo',
    )
      .after(2)
      .does('ngo', 'reflection.inform', informed)
      .after(days(33)),
    negative,
  )
    .after(24)
    .does('ngo', 'identification.informOfDecision', informedOf())
    .after(days(6))
    .does('ngo', 'identification.requestReconsideration', because)
    .after(20)
    .accepts('reviewer', 'secondReading'),

  tale('recognisedAbroad', days(30), {
    state: 'identified by an external decision',
    see: 'recognised by a foreign mechanism, on record as an external decision',
    as: ['consul'],
  })
    .opens('consul', {
      source: 'foreignPartner',
      consentReferToMainDepartment: 'yes',
      consentServices: 'yes',
      ...person('Lalə Misallı'),
    })
    .after(4)
    .does('consul', 'identification.recordExternalDecision', {
      authority: 'foreignMechanism',
      outcome: 'recognised',
      reference: 'UYDURMA-1',
    })
    .after(3)
    .does('consul', 'identification.informOfDecision', informedOf())
    .does('consul', 'reflection.inform', informed),
];

function informedOf() {
  return { reached: true };
}
