import { Injectable } from '@nestjs/common';
import type { Body, BodyKind, Codes, Role, Uuid } from '#libs/vocabulary';
import { Database, nobody, type Statement, type Tx } from '../platform/index.js';
import { assertRoleFits } from './account-terms.js';
import { actStatement } from './act-records.js';
import { actingAs, type Identity } from './identity.js';
import { assertAdministratorStays } from './last-administrator.js';

const freshMs = 60_000;

interface BodyRow {
  id: Uuid;
  code: string;
  kind: BodyKind;
  name_az: string;
  name_en: string;
  parent_id: Uuid | null;
  district: string | null;
  active: boolean;
  [key: string]: unknown;
}

/** A shelter by every id that leads to it: its own and those of the accounts of its people. */
interface House {
  readonly bodyId: Uuid;
  readonly ids: readonly Uuid[];
}

interface Directory {
  readonly list: readonly Body[];
  readonly houses: readonly House[];
  readonly byId: ReadonlyMap<Uuid, Body>;
  readonly readAt: number;
}

const reads: readonly Statement[] = [
  { name: 'bodies_all', text: 'select * from bodies order by name_az', values: [] },
  {
    name: 'houses_all',
    text: `select b.id, array(select a.id from accounts a where a.body_id = b.id) as people
           from bodies b where b.kind = 'shelter'`,
    values: [],
  },
];

/** The directory of bodies, kept for a minute of wall time and read anew for an id it does not know. */
@Injectable()
export class BodiesService {
  private directory?: Promise<Directory>;

  constructor(private readonly database: Database) {}

  async all(): Promise<readonly Body[]> {
    return (await this.current()).list;
  }

  async byId(id: Uuid): Promise<Body | undefined> {
    return (await this.current()).byId.get(id) ?? (await this.reload()).byId.get(id);
  }

  /** Where bodies act; read anew for a district that is not among them. */
  async districts(wanted: string): Promise<readonly string[]> {
    const known = districtsOf(await this.current());
    return known.includes(wanted) ? known : districtsOf(await this.reload());
  }

  /** The shelters, with the accounts of their people. */
  async houses(): Promise<readonly House[]> {
    return (await this.current()).houses;
  }

  /**
   * Adds a body or replaces the one with this id; what it was and what it is now go on record with it. Throws UnfitRole
   * where people of the body have a role that its new kind has not; LastAdministrator; DatabaseError `unique` for a code that is taken.
   */
  async save(by: Identity, body: Body): Promise<void> {
    await this.database.inTransaction(actingAs(by), async (tx) => {
      if (!body.active) await assertAdministratorStays(tx, { bodyId: body.id });
      const { rows } = await tx.query<BodyRow>('select * from bodies where id = $1 for update', [body.id]);
      const before = rows[0] && bodyOf(rows[0]);
      if (before && before.kind !== body.kind) await assertPeopleFit(tx, body);
      const record = actStatement(by, {
        act: before ? 'bodyChanged' : 'bodyAdded',
        bodyId: body.id,
        before: before && codesOf(before),
        after: codesOf(body),
      });
      await tx.batch([savedBody(body), record]);
    });
    await this.reload();
  }

  /** Reads the directory now; other processes see a change within a minute. */
  async reload(): Promise<Directory> {
    this.directory = this.read();
    return this.directory;
  }

  private async current(): Promise<Directory> {
    const known = await this.directory?.catch(() => undefined);
    return known && Date.now() - known.readAt < freshMs ? known : this.reload();
  }

  private async read(): Promise<Directory> {
    const [bodies, houses] = await this.database.inTransaction(nobody, (tx) => tx.batch(reads));
    const list = (bodies?.rows ?? []).map((row) => bodyOf(row as BodyRow));
    const byId = new Map(list.map((body) => [body.id, body]));
    return { list, byId, houses: (houses?.rows ?? []).map(houseOf), readAt: Date.now() };
  }
}

/** A system counts while it holds a token: there is no other way to end it. */
async function assertPeopleFit(tx: Tx, { id, kind }: Body): Promise<void> {
  const { rows } = await tx.query<{ role: Role }>(
    `select distinct role from accounts a where body_id = $1 and active and (not is_system or exists (
       select 1 from api_tokens t
       where t.account_id = a.id and t.revoked_at is null and t.expires_at > clock_timestamp()))
     order by role`,
    [id],
  );
  rows.forEach(({ role }) => assertRoleFits(role, kind));
}

const savedBody = ({ id, code, kind, name, parentId, district, active }: Body): Statement => ({
  text: `insert into bodies (id, code, kind, name_az, name_en, parent_id, district, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (id) do update set code = excluded.code, kind = excluded.kind, name_az = excluded.name_az,
           name_en = excluded.name_en, parent_id = excluded.parent_id, district = excluded.district,
           active = excluded.active`,
  values: [id, code, kind, name.az, name.en, parentId, district, active],
});

const codesOf = ({ code, kind, name, parentId, district, active }: Body): Codes => ({
  code,
  kind,
  nameAz: name.az,
  nameEn: name.en,
  parentId,
  district,
  active,
});

const districtsOf = ({ list }: Directory): readonly string[] =>
  [...new Set(list.flatMap(({ district }) => district ?? []))].sort();

const houseOf = (row: Record<string, unknown>): House => {
  const bodyId = row['id'] as Uuid;
  return { bodyId, ids: [bodyId, ...(row['people'] as Uuid[])] };
};

function bodyOf(row: BodyRow): Body {
  const { id, code, kind, district, active } = row;
  return {
    id,
    code,
    kind,
    district,
    active,
    name: { az: row.name_az, en: row.name_en },
    parentId: row.parent_id,
  };
}
