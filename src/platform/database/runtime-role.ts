import type { Database } from './database.js';
import { nobody } from './identity.js';

const look = `
  select current_user as role,
         r.rolsuper as superuser,
         r.rolbypassrls as "bypassesPolicies",
         r.rolcreaterole as "createsRoles",
         (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             and pg_has_role(current_user, c.relowner, 'MEMBER')) as owned
    from pg_roles r where r.rolname = current_user`;

interface RoleFacts {
  role: string;
  superuser: boolean;
  bypassesPolicies: boolean;
  createsRoles: boolean;
  owned: number;
}

/**
 * Fails the start when row policies would not bind this connection: a superuser, BYPASSRLS, a role that may
 * create roles, or one that owns a table, itself or through a role it is a member of.
 */
export async function assertRuntimeRole(database: Database): Promise<void> {
  const { rows } = await database.inTransaction(nobody, (tx) =>
    tx.query<RoleFacts & { [key: string]: unknown }>(look),
  );
  const [facts] = rows;
  const faults = facts ? faultsOf(facts) : ['is unknown'];
  if (faults.length === 0) return;
  throw new Error(
    `database role "${facts?.role}" ${faults.join(', ')}: row policies would not hold. ` +
      'Connect as nrm_runtime (DATABASE_URL), nrm_sweep or nrm_relay; only migrations use the owner.',
  );
}

function faultsOf({ superuser, bypassesPolicies, createsRoles, owned }: RoleFacts): string[] {
  return [
    ...(superuser ? ['is a superuser'] : []),
    ...(bypassesPolicies ? ['bypasses row policies'] : []),
    ...(createsRoles ? ['may create roles'] : []),
    ...(owned > 0 ? [`owns ${owned} tables or indexes`] : []),
  ];
}
