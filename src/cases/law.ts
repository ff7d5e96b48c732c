import { azerbaijanCalendar } from '#libs/calendar';
import { notYetBuilt, procedures, terms } from '#libs/procedures';
import type { Law } from '#libs/rulebook';

/** The law this installation decides by. A new decree changes the data behind it, not the code. */
export const law: Law = {
  procedures,
  terms,
  calendar: azerbaijanCalendar,
  notYetBuilt: Object.keys(notYetBuilt),
};
