import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the deadline sweep, the reminders and the messages need beside the rows of the cases. */
export class Wakes1700000000050 implements MigrationInterface {
  readonly name = 'Wakes1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deadlines add sweep_after timestamptz, add sweep_failures integer not null default 0;
      comment on column deadlines.sweep_after is 'Wall time: claimed, or failing and left alone, until then.';
      drop index deadlines_due;
      create index deadlines_due on deadlines (due_at, id) where state = 'running';
      create index deadlines_running on deadlines (case_id, due_at, id) where state = 'running';
      create index deadlines_failing on deadlines (case_id) where state = 'running' and sweep_failures > 0;

      alter table notifications add deadline text;
      comment on column notifications.deadline is 'Name of the clock it tells of, where it tells of one.';

      grant insert on notifications to nrm_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert on notifications from nrm_relay;
      alter table notifications drop deadline;
      drop index deadlines_failing, deadlines_running, deadlines_due;
      create index deadlines_due on deadlines (due_at) where state = 'running';
      alter table deadlines drop sweep_after, drop sweep_failures;
    `);
  }
}
