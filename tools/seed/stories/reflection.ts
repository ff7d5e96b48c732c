import { days, tale } from '../tale.js';
import { agrees, asked, because, informed, informedBySocial, person, presumedBy, presume } from './scenes.js';

const termination = { ground: 'publicOrder', personHeard: true, ...because };

/** One case per state of the reflection period. */
export const reflection = [
  informedBySocial(
    presumedBy(
      tale('reflectionRunning', days(12), {
        state: 'reflection running',
        see: 'the floor in the case; closing is refused and names the day from which it is possible',
        as: ['social', 'police'],
      })
        .opens('police', { ...agrees, ...person('Məmməd Örnəkli') })
        .after(2),
      'police',
    ),
    'police',
  ),

  tale('informOverdue', days(3), {
    state: 'reflection running, inform overdue',
    see: 'nobody has informed her: the task and the overdue clock; inform her and the floor begins',
    as: ['police'],
  })
    .opens('police', { ...agrees, ...person('Nigar Sınaqlı') })
    .after(3)
    .does('police', 'identification.presume', presume)
    .after(4)
    .accepts('investigator', 'identification'),

  informedBySocial(
    presumedBy(
      tale('reflectionExtended', days(28), {
        state: 'reflection extended',
        see: 'more time because she was in hospital; the new end of the floor',
        as: ['social'],
      })
        .opens('police', { ...agrees, ...person('Orxan Nümunəli') })
        .after(2),
      'police',
    ),
    'police',
  )
    .after(days(20))
    .does('social', 'reflection.extend', { ground: 'hospital', days: 14 }),

  informedBySocial(
    presumedBy(
      tale('reflectionElapsed', days(36), {
        state: 'reflection elapsed',
        see: 'the period ended on its day, by the clock; her answer is still owed',
        as: ['social', 'police'],
      })
        .opens('police', { ...agrees, ...person('Pərişan Misallı') })
        .after(2),
      'police',
    ),
    'police',
  ),

  informedBySocial(
    presumedBy(
      tale('reflectionConcluded', days(40), {
        state: 'reflection concluded',
        see: 'elapsed and answered: she cooperates',
        as: ['social', 'investigator'],
      })
        .opens('police', { ...agrees, ...person('Qəmər Örnəkli') })
        .after(2),
      'police',
    ),
    'police',
  )
    .after(days(15))
    .does('social', 'reflection.recordDecision', { decision: 'cooperates' }),

  informedBySocial(
    presumedBy(
      tale('terminationProposed', days(11), {
        state: 'reflection terminationProposed',
        see: 'the prosecutor confirms or returns it; being a suspect is no ground',
        as: ['prosecutor', 'investigator'],
      })
        .opens('police', { ...agrees, ...person('Rasim Sınaqlı') })
        .after(2),
      'police',
    ),
    'police',
  )
    .after(days(9))
    .does('investigator', 'reflection.proposeTermination', termination),

  informedBySocial(
    presumedBy(
      tale('terminated', days(25), {
        state: 'reflection terminated',
        see: 'terminated by two bodies and drawn for review; the floor for a no still stands',
        as: ['investigator', 'coordinator'],
      })
        .opens('police', { ...agrees, ...person('Səkinə Nümunəli') })
        .after(2),
      'police',
    ),
    'police',
  )
    .after(days(8))
    .does('investigator', 'reflection.proposeTermination', termination)
    .after(20)
    .accepts('prosecutor', 'terminationReview')
    .does('prosecutor', 'reflection.confirmTermination'),

  tale('voluntary', days(8), {
    state: 'identification refused, voluntary reflection',
    see: 'no police, still help: the assistance centre owns the case and gave her time of her own',
    as: ['social'],
  })
    .opens('police', {
      district: 'baku-nasimi',
      consentReferToMainDepartment: 'no',
      consentServices: 'yes',
      ...person('Tərlan Misallı'),
    })
    .after(6)
    .accepts('social', 'assistance')
    .after(18)
    .does('social', 'reflection.begin', { interpreter: 'notNeeded' }),

  tale('notReached', days(7), {
    state: 'reflection running, not reached',
    see: 'she could not be reached: attempts on record, and the floor is ninety days',
    as: ['ngo'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Ulduz Örnəkli') })
    .after(4)
    .does('ngo', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .after(12)
    .does('ngo', 'reflection.inform', { ...informed, reached: false, attempts: ['telephone', 'visit'] })
    .after(1)
    .does('ngo', 'handoff.send', asked('assistance-centre', 'assistance')),
];
