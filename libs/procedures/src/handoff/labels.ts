import { words, type Words } from '#libs/vocabulary';
import { purposes } from '../purposes.js';

export const label = words('Ötürmə', 'Handoff');

export const states = {
  sent: words('göndərilib', 'sent'),
  received: words('alınıb', 'received'),
  accepted: words('qəbul edilib', 'accepted'),
  declined: words('qəbul edilməyib', 'declined'),
  redirected: words('başqa quruma yönəldilib', 'redirected'),
  withdrawn: words('geri götürülüb', 'withdrawn'),
  completed: words('tamamlanıb', 'completed'),
} as const satisfies Record<string, Words>;

export const kindLabels = {
  share: words('məlumat paylaşma', 'share'),
  transfer: words('işin ötürülməsi', 'transfer'),
  request: words('müraciət', 'request'),
} as const;

export const basisLabels = {
  consent: words('razılıq', 'consent'),
  statutoryDuty: words('qanunla vəzifə', 'statutory duty'),
  vitalInterest: words('həyati maraq', 'vital interest'),
} as const;

export const purposeLabels = Object.fromEntries(
  Object.entries(purposes).map(([name, { label: purpose }]) => [name, purpose]),
) as { [P in keyof typeof purposes]: Words };

export const declineReasons = {
  noCapacity: words('yer yoxdur', 'no capacity'),
  unsuitable: words('uyğun deyil', 'not suitable'),
  safety: words('təhlükəsizlik', 'safety'),
  notCompetent: words('səlahiyyətə aid deyil', 'not competent'),
} as const;

export const redirectReasons = {
  silence: words('cavab verilmir', 'nobody answers'),
  notCompetent: declineReasons.notCompetent,
  noCapacity: declineReasons.noCapacity,
} as const;

export const outcomes = {
  done: words('görülüb', 'done'),
  partlyDone: words('qismən görülüb', 'partly done'),
  notPossible: words('mümkün olmayıb', 'not possible'),
} as const;
