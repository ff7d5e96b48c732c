import { days, tale } from '../tale.js';
import { demoBodyId } from '../../../src/access/index.js';
import {
  agrees,
  informedBySocial,
  interview,
  person,
  presume,
  presumedBy,
  representative,
} from './scenes.js';

const child = { ageStatus: 'child', district: 'baku-nasimi' };
const childSigns = {
  catalogue: 'ilo-ec-2009-labour-child@1',
  observed: ['ex.no-education', 'ex.excessive-hours'],
  childTakenFromLabour: true,
};
const doubt = { grounds: 'Boyu və danışığı uşağa oxşayır (uydurma mətn).' };

/** Children, and who may be one. */
export const children = [
  tale('child', 5, {
    state: 'child, signalled',
    see: 'the statutory handoff in the box of the guardianship body: it can be redirected, never declined',
    as: ['guardian', 'school'],
  }).opens('school', { ...child, source: 'education', ...person('Uşaq Nümunəli', { languages: 'az' }) }),

  tale('childHelped', days(14), {
    state: 'child, presumed',
    see: 'taken out of exploitative labour (fulfils 13.2.4); heard only with the representative present',
    as: ['guardian', 'investigator'],
  })
    .opens('local', { ...child, source: 'localExecutive', ...person('Balaca Misallı') })
    .after(3)
    .accepts('guardian', 'guardianship')
    .after(1)
    .does('guardian', 'guardianship.appointInterim', representative)
    .after(1)
    .does('local', 'identification.recordIndicators', childSigns)
    .after(1)
    .does('local', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .after(10)
    .does('guardian', 'reflection.inform', {
      reached: true,
      interpreter: 'notNeeded',
      representativePresent: true,
    })
    .after(days(2))
    .does('investigator', 'identification.recordInterview', { ...interview, representativePresent: true }),

  informedBySocial(
    presumedBy(
      tale('ageDoubted', days(6), {
        state: 'presumed child',
        see: 'opened as an adult, in doubt a child: guardianship is asked, consent as of an adult no longer counts',
        as: ['guardian', 'social'],
      })
        .opens('police', { ...agrees, ...person('Yaşı Şübhəli Örnəkli') })
        .after(2),
      'police',
    ),
    'police',
  )
    .after(days(4))
    .does('social', 'caseFile.recordAgeDoubt', doubt),

  tale('redirected', days(2), {
    state: 'handoff redirected',
    see: 'sent to the guardianship body of Nasimi, passed on to Ganja; the clock kept its first start',
    as: ['guardian2', 'school'],
  })
    .opens('school', { ...child, source: 'education', ...person('Körpə Sınaqlı') })
    .after(4)
    .does(
      'guardian',
      'handoff.redirect',
      { toBodyId: demoBodyId('guardianship-ganja') },
      { purpose: 'guardianship' },
    ),

  tale('backToScreening', days(30), {
    state: 'returned to screening for age',
    see: 'no indication found, then a doubt about age: back to screening in the same transaction',
    as: ['police', 'guardian'],
  })
    .opens('police', { ...agrees, ...person('Gənc Nümunəli') })
    .after(2)
    .does('police', 'identification.recordIndicators', {
      catalogue: 'ilo-ec-2009-labour-adult@1',
      observed: ['ex.wage-manipulation'],
    })
    .after(2)
    .does('police', 'identification.rejectIndication', {
      reason: 'labourRights',
      explanation: 'Uydurma əsaslandırma.',
    })
    .after(20)
    .does('supervisor', 'identification.confirmRejection')
    .after(days(27))
    .does('police', 'caseFile.recordAgeDoubt', doubt),
];
