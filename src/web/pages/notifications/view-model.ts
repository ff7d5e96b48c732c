import { localDay } from '#libs/calendar';
import { noticeLabels, procedures } from '#libs/procedures';
import type { Words } from '#libs/vocabulary';
import {
  accountNoticeLabels,
  deadlineNoticeLabels,
  type NotificationItem,
} from '../../../notifications/index.js';

const labels: Readonly<Record<string, Words>> = {
  ...noticeLabels,
  ...deadlineNoticeLabels,
  ...accountNoticeLabels,
};

/** Notices in words; one about a clock names it. */
const noticesShown = (items: readonly NotificationItem[]) =>
  items.map((item) => ({
    ...item,
    label: labels[item.template] ?? item.template,
    clock: clockOf(item.deadline),
  }));

type Kind = 'asks' | 'tells' | 'read';

/** What asks for something, what only tells, what was read: each by day, in the order given. A group without any is left out. */
export const grouped = (notices: Readonly<Record<Kind, readonly NotificationItem[]>>) =>
  (['asks', 'tells', 'read'] as const)
    .filter((kind) => notices[kind].length > 0)
    .map((kind) => ({ kind, days: byDay(notices[kind]) }));

function byDay(items: readonly NotificationItem[]) {
  const shown = noticesShown(items).map((notice) => ({ ...notice, day: localDay(notice.createdAt) }));
  const days = [...new Set(shown.map(({ day }) => day))];
  return days.map((day) => ({ day, notices: shown.filter((notice) => notice.day === day) }));
}

const clockOf = (name: string | null): Words | undefined =>
  name === null
    ? undefined
    : Object.values(procedures)
        .map(({ deadlines }) => deadlines[name]?.label)
        .find(Boolean);
