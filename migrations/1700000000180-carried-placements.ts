import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The placement of a voided duplicate, until it stands in the case that remains. */
export class CarriedPlacements1700000000180 implements MigrationInterface {
  readonly name = 'CarriedPlacements1700000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table carried_placements (
        placement_id uuid not null,
        from_case_id uuid not null references cases,
        to_case_id uuid not null references cases,
        fields jsonb not null,
        bed_id uuid references shelter_beds,
        since timestamptz not null,
        done_at timestamptz,
        sweep_after timestamptz,
        sweep_attempts integer not null default 0,
        primary key (placement_id, to_case_id)
      );
      comment on column carried_placements.bed_id is 'Kept for her all the time; null where none was offered yet.';
      comment on column carried_placements.sweep_after is 'Wall time: in hand, or failing and left alone, until then.';
      create index carried_placements_open on carried_placements (since) where done_at is null;

      alter table carried_placements enable row level security;
      create policy carried_placements_added on carried_placements for insert to nrm_runtime with check (true);
      create policy carried_placements_swept on carried_placements to nrm_sweep using (true) with check (true);
      grant insert on carried_placements to nrm_runtime, nrm_sweep;
      grant select, update on carried_placements to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table carried_placements');
  }
}
