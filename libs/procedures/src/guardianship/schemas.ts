import { z } from 'zod';
import { choice, choices, flag, month, ref, text, words } from '#libs/vocabulary';
import { durableSolutions } from '../durable-solutions.js';
import * as labels from './labels.js';

const note = text('child', words('qeyd', 'note')).optional();
const explanation = text('child', words('əsaslandırma', 'explanation'));
const relation = choice(words('uşaqla əlaqəsi', 'relation to the child'), labels.relationsToChild);
const appointment = choice(words('növ', 'kind'), labels.appointments);

/** The representative as a person; her name and how to reach her stay in the vault. */
const representative = {
  relation,
  fromBodyId: ref('body', words('təmsil etdiyi qurum', 'body she comes from')).optional(),
  conflictFree: flag(
    words(
      'maraqlar toqquşmasının olmadığı yoxlanılıbmı?',
      'was it checked that there is no conflict of interest?',
    ),
  ),
  name: text('child', words('nümayəndənin adı', 'name of the representative'), { max: 200 }),
  contact: text('contact', words('nümayəndə ilə əlaqə', 'how to reach her'), { max: 300 }).optional(),
  note,
};

export const appointInterimData = z.object(representative);
export const appointGuardianData = z.object({ kind: appointment, ...representative });
export const recordMajorityData = z.object({
  eighteenIn: month(words('18 yaşının tamam olduğu ay', 'month of the eighteenth birthday')),
  estimated: flag(words('təxminidir', 'estimated')).optional(),
});
export const recordBestInterestsData = z.object({
  about: choice(words('nə barədə', 'what it is about'), labels.interestsIn),
  notHeardBecause: choice(
    words('uşaq dinlənilməyibsə, səbəbi', 'why the child was not heard, if so'),
    labels.whyNotHeard,
  ).optional(),
  durableSolution: choice(words('davamlı həll', 'durable solution'), durableSolutions).optional(),
  explanation,
});
export const recordChildViewsData = z.object({
  heardAlone: flag(words('təkbətək dinlənilib', 'heard alone')),
  views: text('child', words('uşağın fikri', "the child's views")),
});
export const recordFamilyAssessmentData = z.object({
  outcome: choice(words('nəticə', 'outcome'), labels.familyOutcomes),
  suspected: choices(
    words('şübhəli valideyn və ya qohum', 'suspected parent or relative'),
    labels.suspects,
  ).optional(),
  explanation,
});
export const confirmParentalCareData = z.object({
  parents: choices(words('təmsil edən valideyn', 'parents who represent'), labels.parents),
  explanation,
});
export const suspendGuardianData = z.object({
  reason: choice(words('səbəb', 'reason'), labels.suspensionReasons),
  explanation,
});
export const referToCommissionData = z.object({
  question: choice(words('məsələ', 'question'), labels.commissionQuestions),
  note,
});
export const recordCommissionDecisionData = z.object({
  decision: choice(words('qərar', 'decision'), labels.commissionDecisions),
  note,
});
export const recordVisitData = z.object({
  outcome: choice(words('nəticə', 'outcome'), labels.visitOutcomes),
  visitors: choices(words('iştirakçılar', 'who visited'), labels.visitors),
  childSeenAlone: flag(words('uşaqla təkbətək görüşülüb', 'the child was seen alone')),
  note,
});
export const planTransitionData = z.object({
  services: choices(words('xidmətlər', 'services'), labels.transitionServices),
  note,
});
export const endData = z.object({
  reason: choice(words('səbəb', 'reason'), labels.endReasons),
  toBodyId: ref('body', words('qəbul edən orqan', 'receiving body')).optional(),
  explanation,
});
export const nothing = z.object({});
