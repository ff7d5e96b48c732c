import { z } from 'zod';
import { choice, choices, count, day, flag, ref, text, words } from '#libs/vocabulary';
import { interpreters } from '../contact.js';
import { description } from '../missing-person/schemas.js';
import { onlyWhere } from '../read-by.js';
import {
  absences,
  declineReasons,
  departures,
  extensionGrounds,
  findings,
  movesOn,
  restrictionGrounds,
  restrictions,
  sexes,
  transferKinds,
  transferReasons,
  withdrawalReasons,
} from './labels.js';

/**
 * Words of a house tell where she is, sooner or later: only who may know that reads them. But for what who searches
 * goes by.
 */
const onlyLocation = { hint: onlyWhere };
const note = text('location', words('qeyd', 'note'), onlyLocation).optional();
const explanation = text('location', words('əsaslandırma', 'explanation'), onlyLocation);
const place = text('location', words('yer', 'place'), { max: 300, ...onlyLocation }).optional();
const interpreter = choice(words('tərcüməçi', 'interpreter'), interpreters, {
  hint: words(
    'Şəxs cavab verəndə tərcüməçi iştirak edibmi?',
    'Was an interpreter there when the person answered?',
  ),
});

/** What a house must be able to give. Left open is no need. */
const needs = {
  sex: choice(words('cins', 'sex'), sexes).optional(),
  withFamily: flag(words('ailəsi ilə birlikdə', 'with her family')).optional(),
  accessible: flag(words('əlçatanlıq lazımdır', 'needs an accessible room')).optional(),
  highThreat: flag(words('axtarıla bilər', 'may be searched for'), {
    hint: words('Onda yalnız mühafizə olunan sığınacaqdan soruşulur.', 'Then only a guarded house is asked.'),
  }).optional(),
  avoidRegion: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({ data: 'code', ref: 'district', label: words('uzaq durulmalı rayon', 'region to keep away from') })
    .optional(),
};

export const requestData = z.object({
  ...needs,
  shelterBodyId: ref('body', words('ilk soruşulacaq sığınacaq', 'house to ask first')).optional(),
  note,
});
export const declineData = z.object({
  reason: choice(words('səbəb', 'reason'), declineReasons, {
    hint: words(
      'Səbəb yer istəyən quruma bildirilir; sonra növbəti uyğun sığınacaqdan soruşulur.',
      'Who asked is told the reason; then the next suitable house is asked.',
    ),
  }),
  note,
});
export const withdrawRequestData = z.object({ note });
const bedId = ref('bed', words('çarpayı', 'bed'), {
  hint: words(
    'Yalnız boş çarpayılar göstərilir. Boş yer yoxdursa, əvvəlcə sığınacağa əlavə çarpayı yazın.',
    'Only free beds are offered. Where none is free, first add a bed to the house.',
  ),
});
const despite = text('location', words('uyğun gəlmirsə, niyə təklif edilir', 'why, if it does not suit'), {
  hint: words(
    'Yalnız çarpayı uyğun gəlməyəndə lazımdır; təklifə mane olmur. Nəyin uyğun gəlmədiyini sistem özü yazır. Bunu yalnız şəxsin harada olduğunu bilməyə icazəsi olanlar oxuyur.',
    'Needed only where the bed does not suit; it hinders no offer. What does not suit is written down by itself. Read only by those who may know where the person is.',
  ),
}).optional();
export const offerData = z.object({ bedId, despite, note });
export const withdrawOfferData = z.object({
  reason: choice(words('səbəb', 'reason'), withdrawalReasons, {
    hint: words(
      'Çarpayı boşalır və növbəti uyğun sığınacaqdan soruşulur.',
      'The bed becomes free, and the next suitable house is asked.',
    ),
  }),
  note,
});
const personIsHere = flag(words('şəxs artıq bu sığınacaqdadır', 'she is in this house already'), {
  hint: words(
    'Yalnız cavabı sığınacağın özü qeyd edəndə lazımdır. Onda razılığı başqa qurum yoxlayır.',
    'Needed only where the house itself records the answer. Another body then reviews it.',
  ),
}).optional();
export const acceptData = z.object({
  interpreter,
  personIsHere,
  note,
});
export const refuseData = z.object({
  interpreter,
  personIsHere,
  note,
});
export const reviewData = z.object({ finding: choice(words('nəticə', 'finding'), findings) });
export const admitData = z.object({ note });
export const nonArrivalData = z.object({ note });
export const absenceData = z.object({
  kind: choice(words('hara', 'where to'), absences),
  expectedBack: day(words('qayıdacağı gün', 'expected back'), {
    hint: words(
      'Bilinirsə. Məsələn, 27 3 2026. Çarpayı bu gündən sonra da saxlanılır.',
      'Where it is known, for example 27 3 2026. The bed is kept after that day too.',
    ),
  }).optional(),
  place,
});
export const returnData = z.object({ note });
export const extendData = z.object({
  ground: choice(words('əsas', 'ground'), extensionGrounds),
  days: count(words('günlərin sayı', 'number of days'), 1, 180, {
    hint: words(
      'Müddətin indiki sonuna, müddət keçibsə, bu günə əlavə olunur. Ən çoxu 180.',
      'Added to the present end of the stay, or to today where it has passed. At most 180.',
    ),
  }),
  note,
});
export const restrictionData = z.object({
  restrictions: choices(words('məhdudiyyətlər', 'restrictions'), restrictions),
  legalBasis: choice(words('hüquqi əsas', 'legal basis'), restrictionGrounds, {
    hint: words(
      'Bu əsaslardan biri olmadan heç nə məhdudlaşdırıla bilməz.',
      'Without one of these grounds nothing may be restricted.',
    ),
  }),
  endsOn: day(words('son gün', 'last day'), {
    hint: words(
      'Qərarda göstərilən son gün, məsələn, 27 3 2026. Əsas daha tez aradan qalxsa, məhdudiyyəti götürün.',
      'As the decision says, for example 27 3 2026. Lift the restriction as soon as the ground is gone.',
    ),
  }),
  explanation,
});
export const transferData = z.object({
  kind: choice(words('növ', 'kind'), transferKinds, {
    hint: words(
      'Təcili: şəxs burada qala bilməz. Onda keçid müddəti qısadır.',
      'Emergency: the person cannot stay here. Then the time for the transfer is short.',
    ),
  }),
  reason: choice(words('səbəb', 'reason'), transferReasons),
  ...needs,
  note,
});
export const missingData = z.object({
  lastSeen: text('location', words('son dəfə harada görülüb', 'where last seen'), {
    max: 300,
    ...onlyLocation,
  }).optional(),
  description,
  note,
});
export const departData = z.object({
  reason: choice(words('səbəb', 'reason'), departures, {
    hint: words(
      'Yetkin şəxs istədiyi vaxt gedir: sığınacaq yalnız qeyd edir. Uşağın hara gedəcəyini qəyyumluq və himayə orqanı qərarlaşdırır.',
      'An adult leaves when she wants to: the house only records it. Where a child goes is decided by the guardianship body.',
    ),
  }),
  moveOn: choice(words('hara gedir', 'where to'), movesOn).optional(),
  place,
  note,
});
export const plainData = z.object({ note });
export const nothing = z.object({});
