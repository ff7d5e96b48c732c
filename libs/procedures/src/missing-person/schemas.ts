import { z } from 'zod';
import { choice, flag, moment, text, words } from '#libs/vocabulary';
import { onlyWhere } from '../read-by.js';
import * as labels from './labels.js';

const onlyLocation = { hint: onlyWhere };
/** Who searches is the police too. */
const searched = {
  hint: words(
    'Axtaranlar, o cümlədən polis oxuyur: harada axtarmalı olduqlarını yazın. Sığınacağın adını və ünvanını yazmayın.',
    'Those who search read it, the police among them: say where to look. Write neither the name nor the address of a shelter.',
  ),
};
const note = text('statement', words('qeyd', 'note'), searched).optional();
/** Of one who is found it may tell where she is. */
const noteOfFound = text('location', words('qeyd', 'note'), onlyLocation).optional();
const place = text('location', words('yer', 'place'), { max: 300, ...onlyLocation }).optional();

/** Also where her house reports it. */
export const description = text(
  'statement',
  words('təsviri və geyimi', 'what she looks like and wears'),
  searched,
).optional();

export const reportData = z.object({
  circumstance: choice(words('hal', 'circumstance'), labels.circumstances),
  inDanger: flag(words('təhlükədədir', 'in danger')),
  lastSeenAt: moment(words('son dəfə görüldüyü vaxt', 'last seen at')).optional(),
  place,
  description,
});
export const recordSightingData = z.object({
  sightedAt: moment(words('görüldüyü vaxt', 'seen at')),
  place,
  note,
});
export const recordFoundData = z.object({
  condition: choice(words('vəziyyəti', 'condition'), labels.conditions),
  place,
  note: noteOfFound,
});
export const recordReturnInterviewData = z.object({
  risk: choice(words('risk qiymətləndirməsi', 'risk assessment'), labels.risks),
  heardAlone: flag(words('təkbətək dinlənilib', 'heard alone')),
  representativePresent: flag(words('nümayəndə iştirak edib', 'representative present')).optional(),
  account: text('statement', words('danışdıqları', 'what she told')),
});
export const recordOwnWishData = z.object({
  heardAlone: flag(words('təkbətək danışılıb', 'heard alone')),
  languageUnderstood: flag(words('başa düşdüyü dildə', 'in a language she understands')),
  throughThirdPerson: flag(words('üçüncü şəxs vasitəsilə', 'through a third person')).optional(),
  note: noteOfFound,
});
export const recordReturnToExploitationData = z.object({
  knownFrom: choice(words('mənbə', 'known from'), labels.knownFrom),
  place,
  note,
});
export const reviewLongTermData = z.object({
  outcome: choice(words('nəticə', 'outcome'), labels.reviews),
  explanation: text('statement', words('əsaslandırma', 'explanation')),
});
export const recordDeceasedData = z.object({
  basis: choice(words('əsas', 'basis'), labels.deathBases),
  note,
});
export const nothing = z.object({});
