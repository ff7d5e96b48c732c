import { z } from 'zod';
import { choice, flag, ref, text, words } from '#libs/vocabulary';
import {
  basisLabels,
  declineReasons,
  kindLabels,
  outcomes,
  purposeLabels,
  redirectReasons,
} from './labels.js';

const note = text('statement', words('qeyd', 'note'));
const toBodyId = ref('body', words('qurum', 'body'));

export const sendData = z.object({
  toBodyId,
  kind: choice(words('növ', 'kind'), kindLabels),
  purpose: choice(words('məqsəd', 'purpose'), purposeLabels),
  basis: choice(words('əsas', 'basis'), basisLabels),
  consentGiven: flag(words('şəxs razılıq verib', 'the person has agreed')).optional(),
  note: note.optional(),
});
export const declineData = z.object({
  reason: choice(words('səbəb', 'reason'), declineReasons),
  note: note.optional(),
});
export const redirectData = z.object({
  toBodyId,
  reason: choice(words('səbəb', 'reason'), redirectReasons, {
    hint: words(
      'Cavabsız qalan ötürməni Koordinator yönəldəndə səbəb göstərilir.',
      'Given where the Coordinator redirects what was not answered.',
    ),
  }).optional(),
  note: note.optional(),
});
export const withdrawData = z.object({ note });
export const outcomeData = z.object({
  outcome: choice(words('nəticə', 'outcome'), outcomes),
  note: note.optional(),
});
export const nothing = z.object({});
