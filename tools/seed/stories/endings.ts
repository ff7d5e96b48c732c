import { days, tale, type Tale } from '../tale.js';
import {
  agrees,
  asked,
  because,
  decided,
  fewSigns,
  informedBySocial,
  person,
  positive,
  presume,
  presumedBy,
} from './scenes.js';

const notIndicated = (story: Tale): Tale =>
  story
    .after(2)
    .does('police', 'identification.recordIndicators', fewSigns)
    .after(3)
    .does('police', 'identification.rejectIndication', { reason: 'noIndicators', ...because })
    .after(20)
    .does('supervisor', 'identification.confirmRejection');

/** How a case ends, and what goes on after it. */
export const endings = [
  decided(
    informedBySocial(
      presumedBy(
        tale('closed', days(70), {
          state: 'caseFile closed',
          see: 'a whole case: audit its timeline, verify the chain, download it',
          as: ['supervisor', 'coordinator'],
        })
          .opens('police', { ...agrees, source: 'jointInspection', ...person('Bənövşə Sınaqlı') })
          .after(2),
        'police',
      ),
      'police',
    ).after(days(10)),
    positive,
  )
    .after(5)
    .does('social', 'identification.informOfDecision', { reached: true })
    .after(days(8))
    .does('social', 'reflection.recordDecision', { decision: 'cooperates' })
    .after(days(30))
    .does('police', 'caseFile.close', { reason: 'needsMet', ...because })
    .after(24)
    .does('investigator', 'caseFile.confirmEnd'),

  notIndicated(
    tale('endProposed', days(9), {
      state: 'caseFile endProposed',
      see: 'the second person confirms or returns the closing',
      as: ['supervisor', 'police'],
    }).opens('police', { ...agrees, ...person('Davud Nümunəli') }),
  )
    .after(days(7))
    .does('police', 'caseFile.close', { reason: 'notIndicated', ...because }),

  decided(
    informedBySocial(
      presumedBy(
        tale('aftercare', days(97), {
          state: 'caseFile aftercare',
          see: 'aftercare began three months ago: the follow-up is due',
          as: ['social'],
        })
          .opens('police', { ...agrees, ...person('Esmira Misallı') })
          .after(2),
        'police',
      ),
      'police',
    ).after(8),
    positive,
  )
    .after(4)
    .does('social', 'identification.informOfDecision', { reached: true })
    .does('social', 'reflection.recordDecision', { decision: 'doesNotCooperate' })
    .does('police', 'handoff.send', asked('assistance-centre', 'assistance', 'transfer'))
    .after(2)
    .accepts('social', 'assistance')
    .does('social', 'caseFile.beginAftercare'),

  tale('voided', days(3), {
    state: 'caseFile voided',
    see: 'a duplicate, voided by two bodies; what ran is discontinued',
    as: ['coordinator', 'ngo'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Fikrət Örnəkli') })
    .after(2)
    .does('ngo', 'identification.presume', presume)
    .after(6)
    .does('ngo', 'caseFile.void', (told) => ({
      reason: 'duplicate',
      survivingCaseId: told('sharingRefused'),
      ...because,
    }))
    .after(20)
    .does('coordinator', 'caseFile.confirmEnd'),

  tale('death', days(21), {
    state: 'death recorded',
    see: 'the only end before the floor, by two persons of two bodies; drawn for review',
    as: ['clinic', 'coordinator'],
  })
    .opens('clinic', { ...agrees, source: 'health', ...person('Gülzar Sınaqlı') })
    .after(3)
    .does('clinic', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .after(30)
    .does('clinic', 'caseFile.recordDeath', { confirmedBy: 'medical', ...because })
    .after(20)
    .does('investigator', 'caseFile.confirmEnd'),

  notIndicated(
    tale('reopened', days(26), {
      state: 'caseFile reopened',
      see: 'closed, then reopened on new facts: the timeline keeps both',
      as: ['police', 'supervisor'],
    }).opens('police', { ...agrees, source: 'onlineMonitoring', ...person('Hicran Nümunəli') }),
  )
    .after(days(5))
    .does('police', 'caseFile.close', { reason: 'notIndicated', ...because })
    .after(10)
    .does('supervisor', 'caseFile.confirmEnd')
    .after(days(12))
    .does('police', 'caseFile.reopen', { reason: 'newFacts' }),
];
