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
export const noticesShown = (items: readonly NotificationItem[]) =>
  items.map((item) => ({
    ...item,
    label: labels[item.template] ?? item.template,
    clock: clockOf(item.deadline),
  }));

const clockOf = (name: string | null): Words | undefined =>
  name === null
    ? undefined
    : Object.values(procedures)
        .map(({ deadlines }) => deadlines[name]?.label)
        .find(Boolean);
