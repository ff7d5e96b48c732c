import { Injectable } from '@nestjs/common';
import type { Body, BodyKind, Uuid } from '#libs/vocabulary';
import { Database, nobody } from '../platform/index.js';

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

interface Directory {
  readonly list: readonly Body[];
  readonly byId: ReadonlyMap<Uuid, Body>;
  readonly readAt: number;
}

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

  /** Adds a body or replaces the one with this id. */
  async save({ id, code, kind, name, parentId, district, active }: Body): Promise<void> {
    await this.database.inTransaction(nobody, (tx) =>
      tx.query(
        `insert into bodies (id, code, kind, name_az, name_en, parent_id, district, active)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (id) do update set code = excluded.code, kind = excluded.kind, name_az = excluded.name_az,
           name_en = excluded.name_en, parent_id = excluded.parent_id, district = excluded.district,
           active = excluded.active`,
        [id, code, kind, name.az, name.en, parentId, district, active],
      ),
    );
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
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<BodyRow>('select * from bodies order by name_az', [], 'bodies_all'),
    );
    const list = rows.map(bodyOf);
    return { list, byId: new Map(list.map((body) => [body.id, body])), readAt: Date.now() };
  }
}

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
