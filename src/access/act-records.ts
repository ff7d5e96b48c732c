import type { Codes, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/index.js';
import type { Identity } from './identity.js';

/** What an administrator can do to an account, a body, a token or the training clock. */
export const acts = [
  'accountAdded',
  'passwordSet',
  'accountClosed',
  'accountReopened',
  'codeRequired',
  'bodyAdded',
  'bodyChanged',
  'clockMoved',
  'tokenIssued',
  'tokenRevoked',
] as const;
export type Act = (typeof acts)[number];

interface Done {
  readonly act: Act;
  readonly accountId?: Uuid;
  /** The body that was changed, or to which the account belongs; of the clock the administrator's own. */
  readonly bodyId: Uuid;
  readonly before?: Codes | undefined;
  readonly after?: Codes;
}

/** The record of an administrative act. It goes into the transaction of the act: without the one, not the other. */
export const actStatement = (
  by: Pick<Identity, 'accountId'>,
  { act, accountId, bodyId, before, after }: Done,
): Statement => ({
  text: `insert into administrative_acts (act, by_account_id, account_id, body_id, before, after)
         values ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`,
  values: [
    act,
    by.accountId,
    accountId ?? null,
    bodyId,
    JSON.stringify(before ?? {}),
    JSON.stringify(after ?? {}),
  ],
});

/** Tells the body of an account, and the Coordinator, that somebody else chose its password or let a system act for it. */
export const accountNotice = (template: 'password-set' | 'token-issued', bodyId: Uuid): Statement => ({
  text: `insert into notifications (body_id, template, created_at)
         select id, $2, now_domain() from bodies
         where id = $1 or (kind = 'coordinator' and active)`,
  values: [bodyId, template],
});
