import type { NoticeCode } from '#libs/procedures';
import type { accountNoticeLabels, deadlineNoticeLabels } from './labels.js';

type Template = NoticeCode | keyof typeof deadlineNoticeLabels | keyof typeof accountNoticeLabels;

/** Notices that ask somebody to do something; the others only tell. */
export const asking: readonly Template[] = [
  'deadline-passed',
  'deadline-80',
  'handoff-overdue',
  'handoff-sent',
  'handoff-declined',
  'decision-proposed',
  'proposal-returned',
  'representative-suspended',
  'person-missing',
  'did-not-arrive',
  'bed-offered',
  'age-in-doubt',
  'password-set',
];
