import type { MigrationInterface, QueryRunner } from 'typeorm';

const overseen = `
  current_setting('app.role', true) = 'coordinator'
  or (current_setting('app.role', true) = 'supervisor'
    and body_id = nullif(current_setting('app.body_id', true), '')::uuid)`;
const ofClock = `(current_setting('app.role', true) = 'administrator' and act = 'clockMoved')`;

/** Who moves the training clock sees how it was moved before; of accounts and bodies she sees nothing more. */
export class ClockMoves1700000000230 implements MigrationInterface {
  readonly name = 'ClockMoves1700000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy administrative_acts_overseen on administrative_acts using (${overseen} or ${ofClock})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy administrative_acts_overseen on administrative_acts using (${overseen})`,
    );
  }
}
