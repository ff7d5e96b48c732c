export { accountNoticeLabels, deadlineNoticeLabels } from './labels.js';
export { NotificationsModule } from './notifications.module.js';
export {
  type NotificationItem,
  type NotificationsQuery,
  NotificationsService,
} from './notifications.service.js';
