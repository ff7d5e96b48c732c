import { no } from '../../journeys/scenes.js';
import type { CaseName, Cast, Name } from './cases.js';

export interface Attack {
  readonly what: string;
  readonly by: Name;
  readonly on: CaseName;
  readonly command: string;
  readonly data?: (who: Cast) => object;
  /** Claimed time in hours from now, and the purpose of the handoff spoken of. */
  readonly giving?: { readonly hours?: number; readonly handoff?: string };
  /** Why not; the status follows from it. */
  readonly code: string;
}

export const closing = () => ({
  reason: 'ownWish',
  durableSolution: 'independent',
  explanation: 'Özü belə istəyir.',
});
export const voiding = () => ({ reason: 'openedInError', explanation: 'Səhvən açılıb.' });
export const negative = () => no;
export const refusing = (change: object) => () => ({
  scope: 'formalProcedure',
  heardAlone: true,
  languageUnderstood: true,
  ...change,
});
export const sending = (to: Name, change: object) => (who: Cast) => ({
  toBodyId: who[to].bodyId,
  kind: 'share',
  purpose: 'assistance',
  basis: 'consent',
  consentGiven: true,
  ...change,
});
export const identification = { purpose: 'identification' };

const statuses: Readonly<Record<string, number>> = {
  'not-for-your-role': 403,
  'not-found': 404,
  'invalid-data': 422,
  'happened-in-the-future': 422,
  'no-such-procedure': 404,
};
export const statusOf = (code: string): number => statuses[code] ?? 409;
