import { days, tale } from '../tale.js';
import { agrees, asked, informed, labourSigns, person, presume } from './scenes.js';

/** One case per fate of a handoff, and those that silence moves. */
export const handoffs = [
  tale('referralOverdue', days(2.5), {
    state: 'referral overdue',
    see: 'the 24 hours to refer passed in silence: critically overdue, a task, told to the parent body',
    as: ['police2', 'coordinator'],
  })
    .opens('police2', {
      district: 'ganja',
      consentReferToMainDepartment: 'yes',
      ...person('Əli Misallı'),
    })
    .after(8)
    .does('police2', 'identification.recordIndicators', labourSigns),

  tale('escalated', days(2.3), {
    state: 'handoff sent, rung 2',
    see: 'the Main Department is silent: the ladder climbed to its ministry; accept it late',
    as: ['investigator', 'police'],
  })
    .opens('police', { ...agrees, ...person('Əsmər Örnəkli') })
    .after(3)
    .does('police', 'identification.presume', presume),

  tale('rungThree', days(5), {
    state: 'handoff sent, rung 3',
    see: 'silence at every rung: the National Coordinator was told',
    as: ['coordinator', 'police2'],
  })
    .opens('police2', { district: 'ganja', consentReferToMainDepartment: 'yes', ...person('Ömər Sınaqlı') })
    .after(2)
    .does('police2', 'identification.presume', presume),

  tale('many', days(4), {
    state: 'handoffs completed, declined, withdrawn, received',
    see: 'every handoff of one case with its answer',
    as: ['police', 'clinic'],
  })
    .opens('police', { ...agrees, ...person('Üzeyir Nümunəli') })
    .after(2)
    .does('police', 'identification.recordIndicators', labourSigns)
    .does('police', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .does('police', 'reflection.inform', informed)
    .does('police', 'handoff.send', asked('clinic', 'health'))
    .after(3)
    .accepts('clinic', 'health')
    .after(40)
    .does('clinic', 'handoff.reportOutcome', { outcome: 'done' }, { purpose: 'health' })
    .does('police', 'handoff.send', asked('ngo-nar', 'assistance'))
    .after(3)
    .does('ngo', 'handoff.decline', { reason: 'noCapacity' }, { purpose: 'assistance' })
    .does('police', 'handoff.send', asked('consulate', 'consular'))
    .after(1)
    .does('police', 'handoff.withdraw', { note: 'Uydurma qeyd.' }, { purpose: 'consular' })
    .does('police', 'handoff.send', asked('bar-association', 'legalAid'))
    .after(20)
    .does('lawyer', 'handoff.acknowledge', {}, { purpose: 'legalAid' }),

  tale('shelterAsked', 7, {
    state: 'shelter asked, second house',
    see: 'one house at a time: the first was silent for four hours, the next one is asked',
    as: ['shelter', 'police'],
  }).opens('police', {
    ...agrees,
    consentShelter: 'yes',
    needsShelter: true,
    immediateDanger: true,
    ...person('İlahə Misallı'),
  }),

  tale('transferred', days(10), {
    state: 'owner changed',
    see: 'a transfer was accepted: the assistance centre owns the case, the police still take part',
    as: ['social', 'police'],
  })
    .opens('police', { ...agrees, ...person('Çinarə Örnəkli') })
    .after(2)
    .does('police', 'identification.recordIndicators', labourSigns)
    .after(24)
    .does('police', 'handoff.send', asked('assistance-centre', 'assistance', 'transfer'))
    .after(5)
    .accepts('social', 'assistance')
    .does('social', 'caseFile.recordSafeContact', {
      safeContact: 'Bacısı vasitəsilə, axşamlar (uydurma)',
      codeWord: 'nar',
    }),
];
