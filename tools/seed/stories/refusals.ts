import { days, tale } from '../tale.js';
import { agrees, asked, person, presume, refusing } from './scenes.js';

const everything = { scope: 'everything', ...refusing };

/** What an adult can refuse, and what follows from it. */
export const refusals = [
  tale('refused', 20, {
    state: 'identification refused',
    see: 'no referral goes out; the transfer offered to the assistance centre waits there',
    as: ['social', 'police'],
  }).opens('police', {
    district: 'baku-nasimi',
    consentReferToMainDepartment: 'no',
    consentServices: 'yes',
    ...person('Validə Sınaqlı'),
  }),

  tale('refusalHeld', days(2), {
    state: 'identification refusalHeld',
    see: 'danger was recorded with the refusal: a second reader confirms or returns it',
    as: ['social', 'police'],
  })
    .opens('police', { ...agrees, ...person('Xumar Nümunəli') })
    .after(2)
    .does('police', 'handoff.send', asked('assistance-centre', 'assistance'))
    .after(3)
    .accepts('social', 'assistance')
    .after(20)
    .does('police', 'identification.recordRefusal', { scope: 'formalProcedure', ...refusing, danger: true }),

  tale('sharingRefused', days(6), {
    state: 'presumed, sharing refused',
    see: 'identification stays where it is; a handoff by consent is refused',
    as: ['ngo'],
  })
    .opens('ngo', { ...agrees, source: 'selfReferral', ...person('Yaqub Misallı') })
    .after(2)
    .does('ngo', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .after(24)
    .does('ngo', 'identification.recordRefusal', { scope: 'sharing', ...refusing }),

  tale('sealed', days(5), {
    state: 'refused everything, sealed',
    see: 'nobody reads who she is; given by another body too, her return code opens the case again',
    as: ['ngo'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Zərifə Örnəkli') })
    .after(2)
    .does('ngo', 'identification.recordIndicators', {
      catalogue: 'unodc-general@1',
      observed: ['gen.movements-controlled', 'gen.documents-held-by-others'],
    })
    .after(20)
    .does('ngo', 'identification.recordRefusal', everything),

  tale('shredded', days(41), {
    state: 'refused everything, shredded',
    see: 'the guard of thirty days passed and the keys are destroyed; the chain still verifies',
    as: ['ngo', 'coordinator'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Şahin Sınaqlı') })
    .after(30)
    .does('ngo', 'identification.recordRefusal', everything),
];
