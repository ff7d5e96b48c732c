import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one clock of domain time. `now_domain()` is wall time plus the stored offset, in whole milliseconds;
 * it reads the wall at the moment of the call, so that it never lies before a lock that was waited for.
 * Only where the owner allowed training can `advance_domain_clock(ms)` move it, and only forward. It lies in the past
 * only while the owner seeds an empty database with a synthetic history, and no process serves people then.
 */
export class Clock1700000000001 implements MigrationInterface {
  readonly name = 'Clock1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table domain_clock (
        single boolean primary key default true check (single),
        offset_ms bigint not null default 0,
        training boolean not null default false,
        seeding boolean not null default false,
        constraint ahead_needs_training check (training or offset_ms <= 0),
        constraint past_needs_seeding check (seeding or offset_ms >= 0)
      );
      insert into domain_clock default values;

      create function now_domain() returns timestamptz language sql volatile set search_path = public as $$
        select date_trunc('milliseconds', clock_timestamp()) + offset_ms * interval '1 millisecond' from domain_clock
      $$;

      create function advance_domain_clock(ms bigint) returns timestamptz
        language plpgsql volatile security definer set search_path = public as $$
      begin
        if ms is null or ms < 0 then
          raise exception 'the training clock moves forward only' using errcode = '22023';
        end if;
        update domain_clock set offset_ms = offset_ms + ms where training and not seeding;
        if not found then
          raise exception 'this installation runs on the real clock' using errcode = '55000';
        end if;
        return now_domain();
      end $$;

      revoke execute on function advance_domain_clock(bigint) from public;
      grant execute on function advance_domain_clock(bigint) to nrm_runtime;
      grant select on domain_clock to nrm_runtime, nrm_sweep, nrm_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function advance_domain_clock(bigint);
      drop function now_domain();
      drop table domain_clock;
    `);
  }
}
