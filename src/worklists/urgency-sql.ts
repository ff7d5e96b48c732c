import { childStatuses } from '#libs/procedures';

const children = childStatuses.map((status) => `'${status}'`).join(', ');

/** SQL: whether the clock `d` is that of the search for a child, or for who may be one; `file` is her case file. */
export const searchForChild = `(d.procedure = 'missingPerson' and d.name = 'search'
  and coalesce(file.context->>'ageStatus' in (${children}), false))`;

/** SQL: how urgent the clock `d` is at a moment. The search for a child is due soon from its beginning. */
export const urgencyAt = (moment: string): string => `(case
  when ${searchForChild} and d.state = 'running' then least(urgency(d.started_at, d.due_at, ${moment}), 2::smallint)
  else urgency(d.started_at, d.due_at, ${moment}) end)`;
