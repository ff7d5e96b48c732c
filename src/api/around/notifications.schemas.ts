import { z } from 'zod';
import { digits } from '#libs/vocabulary';
import { code, id, instant, list } from '../shapes.js';

export const notificationQuery = z.strictObject({
  unread: z.enum(['true', 'false']).default('false').meta({ data: 'code' }),
  limit: digits(1, 200, 50),
  cursor: z.string().max(400).meta({ data: 'code' }).optional(),
});
export type NotificationQuery = z.output<typeof notificationQuery>;

export const notificationsAnswer = list(
  z.object({
    id: id(),
    template: code(),
    caseId: id().nullable(),
    caseNumber: code().nullable(),
    procedureId: id().nullable(),
    handoffId: id().nullable(),
    deadline: code().nullable(),
    createdAt: instant(),
    readAt: instant().nullable(),
  }),
);

export const readBody = z.strictObject({ ids: z.array(id()).min(1).max(200) });
export type ReadBody = z.output<typeof readBody>;
export const readAnswer = z.object({ read: z.int() });
