import { Injectable } from '@nestjs/common';
import type { Compartment, ParticipationLevel, Role, Uuid } from '#libs/vocabulary';
import { Database, type Tx } from '../platform/index.js';
import { actingAs, type Identity } from './identity.js';

/** A break-glass grant that is still good. `expiresAt` is wall time. */
export interface Grant {
  readonly grantId: Uuid;
  readonly compartments: readonly Compartment[];
  readonly expiresAt: Date;
}

/** Why somebody may know a case. A participant may hold a grant besides, e.g. to read what is sealed. */
export type Ground =
  | { readonly kind: 'participation'; readonly level: ParticipationLevel; readonly breakGlass?: Grant }
  | { readonly kind: 'oversight' }
  | ({ readonly kind: 'breakGlass' } & Grant);

interface GroundRow {
  level: ParticipationLevel | null;
  worked: boolean;
  sampled: boolean;
  grant_id: Uuid | null;
  compartments: Compartment[] | null;
  expires_at: Date | null;
  [key: string]: unknown;
}

const look = `
  select current.level, worked.yes as worked, case_is_sampled($1) as sampled,
    granted.id as grant_id, granted.compartments, granted.expires_at
  from (select exists (select 1 from participations where case_id = $1 and body_id = $2) as yes) worked
  left join (select level from participations where case_id = $1 and body_id = $2 and ended_at is null) current on true
  left join (
    select id, compartments, expires_at from break_glass_grants
    where account_id = $3 and case_id = $1 and expires_at > clock_timestamp()
    order by granted_at desc limit 1
  ) granted on true`;

/**
 * The ground on which somebody may know a case, or null: then the case does not exist for her. A ground other than
 * participation is told to the row policies of this transaction.
 */
export async function groundOf(tx: Tx, identity: Identity, caseId: Uuid): Promise<Ground | null> {
  const { accountId, bodyId, role } = identity;
  const [row] = (await tx.query<GroundRow>(look, [caseId, bodyId, accountId], 'ground_of')).rows;
  const ground = row ? groundFrom(row, role) : null;
  if (ground && ground.kind !== 'participation') {
    await tx.query("select set_config('app.case_id', $1, true)", [caseId]);
  }
  return ground;
}

/** Grounds outside a transaction of one's own. */
@Injectable()
export class Grounds {
  constructor(private readonly database: Database) {}

  of(identity: Identity, caseId: Uuid): Promise<Ground | null> {
    return this.database.inTransaction(actingAs(identity), (tx) => groundOf(tx, identity, caseId));
  }
}

/** Supervisors see the work of their own body, past work too; the Coordinator every timeline; the Ombudsman samples. */
const overseers: Partial<Record<Role, (row: GroundRow) => boolean>> = {
  supervisor: ({ worked }) => worked,
  coordinator: () => true,
  ombudsman: ({ sampled }) => sampled,
  administrator: () => false,
};

function groundFrom(row: GroundRow, role: Role): Ground | null {
  const oversees = overseers[role];
  if (oversees) return oversees(row) ? { kind: 'oversight' } : null;
  const grant = grantFrom(row);
  if (row.level) return { kind: 'participation', level: row.level, ...(grant ? { breakGlass: grant } : {}) };
  return grant ? { kind: 'breakGlass', ...grant } : null;
}

function grantFrom({ grant_id, compartments, expires_at }: GroundRow): Grant | null {
  if (!grant_id || !compartments || !expires_at) return null;
  return { grantId: grant_id, compartments, expiresAt: expires_at };
}
