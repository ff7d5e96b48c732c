import type { BodyKind, Language, Role, Uuid } from '#libs/vocabulary';
import { type Database, nobody } from '../platform/index.js';
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
  token_hash: string;
  [key: string]: unknown;
}

const person = `a.id as account_id, a.display_name, a.username, a.role, a.language, b.id as body_id, b.kind, b.district`;
const lives = `join accounts a on a.id = s.account_id and a.active join bodies b on b.id = a.body_id and b.active
  where s.token_hash = any($1::text[]) and s.revoked_at is null and s.expires_at > clock_timestamp()`;

const notIdle = `s.seen_at > clock_timestamp() - interval '${idleMinutes} minutes'`;

const bySession = `select ${person}, s.token_hash, s.csrf_token from sessions s ${lives} and ${notIdle}`;
const byToken = `select ${person}, s.token_hash, null as csrf_token from api_tokens s ${lives} and a.is_system`;
const seen = `update sessions s set seen_at = clock_timestamp() where s.token_hash = any($1::text[])
  and s.seen_at < clock_timestamp() - interval '1 minute' and ${notIdle}`;
/** Of every request of a system; hence only now and then. */
const used = `update api_tokens s set seen_at = clock_timestamp() where s.token_hash = any($1::text[])
  and s.revoked_at is null and s.expires_at > clock_timestamp()
  and coalesce(s.seen_at, '-infinity') < clock_timestamp() - interval '1 minute'`;

/**
 * Whom each of these credentials belongs to now, in their order; null where they are unknown, over, revoked, or their
 * account is closed. One round trip for all. `inUse`: their sessions are used by this, and last on.
 */
export async function findIdentities(
  database: Database,
  all: readonly Credentials[],
  { inUse }: { readonly inUse: boolean },
): Promise<(Identity | null)[]> {
  const hashes = all.map(({ secret }) => hashSecret(secret));
  const of = (kind: Credentials['kind']) => [hashes.filter((_, index) => all[index]?.kind === kind)];
  const [sessions, tokens] = await database.inTransaction(nobody, (tx) =>
    tx.commitWith([
      { name: 'sessions_seen', text: bySession, values: of('session') },
      { name: 'tokens_seen', text: byToken, values: of('token') },
      ...(inUse ? [{ name: 'sessions_touched', text: seen, values: of('session') }] : []),
      ...(inUse && all.some(({ kind }) => kind === 'token')
        ? [{ name: 'tokens_touched', text: used, values: of('token') }]
        : []),
    ]),
  );
  const found = new Map<string, Identity>();
  for (const row of (sessions?.rows ?? []) as IdentityRow[])
    found.set(row.token_hash, identityOf(row, 'session'));
  for (const row of (tokens?.rows ?? []) as IdentityRow[])
    found.set(row.token_hash, identityOf(row, 'token'));
  return hashes.map((hash) => found.get(hash) ?? null);
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
