import { z } from 'zod';
import { choice, choices, count, day, flag, ref, text, words } from '#libs/vocabulary';
import { interpreters } from '../contact.js';
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

const note = text('statement', words('qeyd', 'note')).optional();
const explanation = text('statement', words('əsaslandırma', 'explanation'));
const place = text('location', words('yer', 'place'), { max: 300 }).optional();
const interpreter = choice(words('tərcüməçi', 'interpreter'), interpreters);

/** What a house must be able to give. Left open is no need. */
const needs = {
  sex: choice(words('cins', 'sex'), sexes).optional(),
  withFamily: flag(words('ailəsi ilə birlikdə', 'with her family')).optional(),
  accessible: flag(words('əlçatanlıq lazımdır', 'needs an accessible room')).optional(),
  highThreat: flag(words('axtarıla bilər', 'may be searched for')).optional(),
  avoidRegion: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({ data: 'code', label: words('uzaq durulmalı rayon', 'region to keep away from') })
    .optional(),
};

export const requestData = z.object({
  ...needs,
  shelterBodyId: ref('body', words('ilk soruşulacaq sığınacaq', 'house to ask first')).optional(),
  note,
});
export const declineData = z.object({ reason: choice(words('səbəb', 'reason'), declineReasons), note });
export const withdrawRequestData = z.object({ note });
const bedId = ref('bed', words('çarpayı', 'bed'), {
  hint: words(
    'Boş yer yoxdursa, əvvəlcə sığınacağa əlavə çarpayı yazın.',
    'Where none is free, first add a bed to the house.',
  ),
});
export const offerData = z.object({ bedId, note });
export const withdrawOfferData = z.object({
  reason: choice(words('səbəb', 'reason'), withdrawalReasons),
  note,
});
const personIsHere = flag(words('şəxs artıq bu sığınacaqdadır', 'she is in this house already')).optional();
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
  expectedBack: day(words('qayıdacağı gün', 'expected back')).optional(),
  place,
});
export const returnData = z.object({ note });
export const extendData = z.object({
  ground: choice(words('əsas', 'ground'), extensionGrounds),
  days: count(words('günlərin sayı', 'number of days'), 1, 180),
  note,
});
export const restrictionData = z.object({
  restrictions: choices(words('məhdudiyyətlər', 'restrictions'), restrictions),
  legalBasis: choice(words('hüquqi əsas', 'legal basis'), restrictionGrounds),
  endsOn: day(words('son gün', 'last day')),
  explanation,
});
export const transferData = z.object({
  kind: choice(words('növ', 'kind'), transferKinds),
  reason: choice(words('səbəb', 'reason'), transferReasons),
  ...needs,
  note,
});
export const missingData = z.object({
  lastSeen: text('location', words('son dəfə harada görülüb', 'where last seen'), { max: 300 }).optional(),
  note,
});
export const departData = z.object({
  reason: choice(words('səbəb', 'reason'), departures),
  moveOn: choice(words('hara gedir', 'where to'), movesOn).optional(),
  place,
  note,
});
export const plainData = z.object({ note });
export const nothing = z.object({});
