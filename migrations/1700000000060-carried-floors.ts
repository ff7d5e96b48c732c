import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The floor of a voided duplicate, until it stands in the case that remains. */
export class CarriedFloors1700000000060 implements MigrationInterface {
  readonly name = 'CarriedFloors1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table carried_floors (
        from_case_id uuid not null references cases,
        to_case_id uuid not null references cases,
        ends_at timestamptz,
        since timestamptz not null,
        done_at timestamptz,
        sweep_after timestamptz,
        sweep_attempts integer not null default 0,
        primary key (from_case_id, to_case_id)
      );
      comment on column carried_floors.ends_at is 'Null: the person was not informed yet.';
      comment on column carried_floors.sweep_after is 'Wall time: in hand, or failing and left alone, until then.';
      create index carried_floors_open on carried_floors (since) where done_at is null;

      alter table carried_floors enable row level security;
      create policy carried_floors_added on carried_floors for insert to nrm_runtime with check (true);
      create policy carried_floors_swept on carried_floors to nrm_sweep using (true) with check (true);
      grant insert on carried_floors to nrm_runtime, nrm_sweep;
      grant select, update on carried_floors to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table carried_floors');
  }
}
