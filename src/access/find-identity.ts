import type { BodyKind, Language, Role, Uuid } from '#libs/vocabulary';
import type { Tx } from '../platform/index.js';
import { type Credentials, hashSecret, idleMinutes } from './credentials.js';
import type { Identity } from './identity.js';

interface IdentityRow {
  account_id: Uuid;
  display_name: string;
  username: string;
  role: Role;
  language: Language;
  body_id: Uuid;
  kind: BodyKind;
  district: string | null;
  csrf_token: string | null;
  stale: boolean;
  [key: string]: unknown;
}

const person = `a.id as account_id, a.display_name, a.username, a.role, a.language, b.id as body_id, b.kind, b.district`;
const lives = `join accounts a on a.id = s.account_id and a.active join bodies b on b.id = a.body_id and b.active
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > clock_timestamp()`;

const bySession = `select ${person}, s.csrf_token, s.seen_at < clock_timestamp() - interval '1 minute' as stale
  from sessions s ${lives} and s.seen_at > clock_timestamp() - interval '${idleMinutes} minutes'`;
const byToken = `select ${person}, null as csrf_token, false as stale from api_tokens s ${lives}`;

/** Whom these credentials belong to now; null when they are unknown, over, revoked, or their account is closed. */
export async function findIdentity(tx: Tx, { kind, secret }: Credentials): Promise<Identity | null> {
  const hash = hashSecret(secret);
  const [sql, name] = kind === 'session' ? [bySession, 'session_seen'] : [byToken, 'token_seen'];
  const [row] = (await tx.query<IdentityRow>(sql, [hash], name)).rows;
  if (!row) return null;
  if (row.stale) {
    await tx.query('update sessions set seen_at = clock_timestamp() where token_hash = $1', [hash]);
  }
  return identityOf(row, kind);
}

function identityOf(row: IdentityRow, via: Identity['via']): Identity {
  return {
    accountId: row.account_id,
    name: row.display_name,
    username: row.username,
    role: row.role,
    bodyId: row.body_id,
    bodyKind: row.kind,
    district: row.district,
    language: row.language,
    via,
    ...(row.csrf_token ? { csrfToken: row.csrf_token } : {}),
  };
}
