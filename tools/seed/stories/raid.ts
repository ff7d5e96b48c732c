import { days, tale } from '../tale.js';
import {
  agrees,
  asked,
  informedBySocial,
  labourSigns,
  person,
  presume,
  presumedBy,
  representative,
} from './scenes.js';

/** One joint inspection of a brick works: three persons met at once, each with a case of her own. */
const inspected = {
  source: 'jointInspection',
  encounterId: '5b0c2f6e-7d1a-4c3e-9f58-2a64b1c0d7e9',
  encounteredTogether: 3,
};
const childSigns = {
  catalogue: 'ilo-ec-2009-labour-child@1',
  observed: ['ex.no-education', 'ex.excessive-hours'],
  childTakenFromLabour: true,
};

export const raid = [
  tale('raidChild', days(3), {
    state: 'met in a raid: child, presumed',
    see: 'taken out of exploitative labour; met together with 2 others, to the guardianship body no cases',
    as: ['guardian', 'police'],
  })
    .opens('police', {
      ...inspected,
      ageStatus: 'presumedChild',
      district: 'baku-nasimi',
      ...person('Elşad Nümunəli'),
    })
    .after(1)
    .accepts('guardian', 'guardianship')
    .does('guardian', 'guardianship.appointInterim', representative)
    .after(1)
    .does('police', 'identification.recordIndicators', childSigns)
    .does('police', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification'),

  informedBySocial(
    presumedBy(
      tale('raidWorker', days(3), {
        state: 'met in a raid: informed',
        see: 'met together with 2 others: the police open all, the assistance centre this one and the next',
        as: ['police', 'social'],
      })
        .opens('police', { ...inspected, ...agrees, ...person('Vüqar Örnəkli') })
        .after(2)
        .does('police', 'identification.recordIndicators', labourSigns),
      'police',
    ),
    'police',
  ),

  tale('raidColleague', days(3), {
    state: 'met in a raid: signalled',
    see: 'screened last of the three; the assistance centre was asked and has not answered',
    as: ['police', 'social'],
  })
    .opens('police', { ...inspected, ...agrees, ...person('Samir Misallı') })
    .after(days(2.5))
    .does('police', 'handoff.send', asked('assistance-centre', 'assistance')),
];
