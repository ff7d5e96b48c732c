import { z } from 'zod';
import { choice, choices, codes, flag, ref, text, words } from '#libs/vocabulary';
import { attempts, interpreters } from '../contact.js';
import {
  authorities,
  dimensionReasons,
  externalOutcomes,
  opinions,
  outcomes,
  refusalScopes,
  rejectionReasons,
  resumeAnswers,
} from './labels.js';

const note = text('statement', words('qeyd', 'note')).optional();
const explanation = text('statement', words('əsaslandırma', 'explanation'));
const reasons = choices(words('ölçülər üzrə səbəblər', 'reasons per dimension'), dimensionReasons);

export const recordIndicatorsData = z.object({
  catalogue: z
    .string()
    .regex(/^[a-z0-9-]+@[a-z0-9.-]+$/)
    .meta({ data: 'code', label: words('göstəricilər kataloqu', 'catalogue of indicators') }),
  policy: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/)
    .meta({ data: 'code', label: words('qiymətləndirmə qaydası', 'scoring policy') })
    .optional(),
  observed: codes(words('müşahidə edilmiş göstəricilər', 'observed indicators'), { ref: 'indicator' }),
  childTakenFromLabour: flag(
    words('uşaq istismar xarakterli əməkdən çıxarılıb', 'a child was taken out of exploitative labour'),
  ).optional(),
  note,
});
export const presumeData = z.object({ grounds: text('statement', words('əsaslar', 'grounds')) });
export const rejectIndicationData = z.object({
  reason: choice(words('səbəb', 'reason'), rejectionReasons),
  explanation,
});
export const confirmData = z.object({ note });
export const returnData = z.object({ explanation });
export const recordRefusalData = z.object({
  scope: choice(words('nədən imtina edir', 'what is refused'), refusalScopes),
  heardAlone: flag(words('təkbətək dinlənilib', 'heard alone')),
  languageUnderstood: flag(words('başa düşdüyü dildə', 'in a language understood')),
  throughThirdPerson: flag(words('üçüncü şəxs vasitəsilə', 'through a third person')).optional(),
  danger: flag(words('təhlükə var', 'danger')).optional(),
  ageDoubt: flag(words('yaşla bağlı şübhə var', 'doubt about age')).optional(),
  duress: flag(words('məcburiyyət şübhəsi var', 'doubt about duress')).optional(),
  note,
});
export const resumeData = z.object({
  consentReferToMainDepartment: choice(
    words('Baş İdarəyə göndərilməyə razılıq', 'consent to refer to the Main Department'),
    resumeAnswers,
  ),
  note,
});
export const beginAssessmentData = z.object({ note });
export const inviteParticipantData = z.object({ bodyId: ref('body', words('qurum', 'body')) });
export const recordInterviewData = z.object({
  interpreter: choice(words('tərcüməçi', 'interpreter'), interpreters),
  representativePresent: flag(words('nümayəndə iştirak edib', 'representative present')).optional(),
  supportPersonPresent: flag(words('dəstək şəxsi iştirak edib', 'support person present')).optional(),
  account: text('statement', words('ifadə', 'account')),
});
export const decisionData = z.object({
  outcome: choice(words('nəticə', 'outcome'), outcomes),
  reasons,
  explanation,
});
export const recordExternalDecisionData = z.object({
  authority: choice(words('orqan', 'authority'), authorities),
  outcome: choice(words('nəticə', 'outcome'), externalOutcomes),
  reference: text('criminal', words('qərarın nömrəsi', 'reference of the decision'), { max: 200 }),
});
export const informOfDecisionData = z.object({
  reached: flag(words('şəxslə əlaqə saxlanılıb', 'the person was reached')),
  attempts: choices(words('cəhdlər', 'attempts'), attempts).optional(),
  note,
});
export const requestReconsiderationData = z.object({ explanation });
export const recordOpinionData = z.object({
  opinion: choice(words('rəy', 'opinion'), opinions),
  explanation,
});
export const nothing = z.object({});
