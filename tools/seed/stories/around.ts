import { days, tale } from '../tale.js';
import { agrees, asked, because, informed, labourSigns, person, presume, presumedBy } from './scenes.js';

const hour = 3_600_000;

/** What happens around a case: detention, family, conflicts of interest, entries made late. */
export const around = [
  presumedBy(
    tale('detained', days(1.5), {
      state: 'detained',
      see: 'requests for release and for non-punishment wait at the prosecution',
      as: ['prosecutor', 'migration'],
    })
      .opens('migration', { ...agrees, source: 'migration', ...person('Kənan Misallı') })
      .after(3),
    'migration',
  )
    .after(4)
    .does('migration', 'caseFile.recordDetention', {
      ground: 'immigration',
      place: 'Uydurma saxlanma yeri',
    }),

  tale('familyOne', days(4), {
    state: 'linked cases',
    see: 'linked with the next one as family; knowing one opens nothing of the other',
    as: ['police'],
  })
    .opens('police', { ...agrees, ...person('Mehriban Örnəkli') })
    .after(1)
    .does('police', 'identification.recordIndicators', labourSigns)
    .does('police', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .does('police', 'reflection.inform', informed)
    // The NGO knows both, and links them.
    .does('police', 'handoff.send', asked('ngo-nar', 'assistance'))
    .accepts('ngo', 'assistance'),

  tale('familyTwo', days(3.9), {
    state: 'linked cases',
    see: 'the other one; opened by another body, to the police it does not exist',
    as: ['ngo'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Murad Örnəkli') })
    .after(1)
    .does('ngo', 'caseFile.linkCase', (told) => ({ caseId: told('familyOne'), relation: 'family' })),

  tale('conflict', days(8), {
    state: 'conflict of interest',
    see: 'the officer declared a conflict: proposing is refused to her, a colleague goes on',
    as: ['investigator', 'investigator2'],
  })
    .opens('ngo', { ...agrees, source: 'ngo', ...person('Nailə Sınaqlı') })
    .after(2)
    .does('ngo', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .does('ngo', 'reflection.inform', informed)
    .after(20)
    .does('investigator', 'identification.beginAssessment')
    .after(1)
    .does('investigator', 'caseFile.declareConflict', because),

  tale('lateEntry', days(12), {
    state: 'entry made late',
    see: 'entered four days after it happened, with a reason; listed to the supervisor',
    as: ['supervisor', 'police'],
  })
    .opens('police', { ...agrees, ...person('Pənah Nümunəli') })
    .after(days(6))
    .does('police', 'identification.recordIndicators', labourSigns, {
      late: { by: 96 * hour, reason: 'Şəbəkə yox idi (uydurma).' },
    })
    .after(1)
    .does('police', 'identification.presume', presume)
    .after(2)
    .accepts('investigator', 'identification')
    .does('police', 'reflection.inform', informed),
];
