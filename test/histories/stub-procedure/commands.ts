import { z } from 'zod';
import { choice, firstLineRoles, supportRoles, words, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';

const languages = { ru: words('rus', 'Russian'), fa: words('fars', 'Persian') } as const;
const plain = {
  by: supportRoles,
  schema: z.object({}),
  rules: [],
  links: [{ paragraph: '9.1', relation: 'applies' }],
  legalBasis: ['CETS 197 Art. 12(1)(c)'],
} as const;

export const commands = {
  request: {
    ...plain,
    label: words('Tərcüməçi istəmək', 'Request an interpreter'),
    past: words('Tərcüməçi istənildi', 'Interpreter requested'),
    by: firstLineRoles,
    schema: z.object({ language: choice(words('dil', 'language'), languages) }),
  },
  arrange: {
    ...plain,
    label: words('Tərcüməçi təyin etmək', 'Arrange an interpreter'),
    past: words('Tərcüməçi təyin edildi', 'Interpreter arranged'),
  },
  recordMeeting: {
    ...plain,
    label: words('Görüşü qeyd etmək', 'Record the meeting'),
    past: words('Görüş qeyd edildi', 'Meeting recorded'),
  },
  cancel: {
    ...plain,
    label: words('Ləğv etmək', 'Cancel'),
    past: words('Ləğv edildi', 'Cancelled'),
  },
} satisfies Record<string, CommandSpec<PlanLink>>;
