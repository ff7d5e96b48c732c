import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses of houses are kept encrypted. Those written before stay where they were until the worker, which has the
 * key, seals them at its next start; they are shown to nobody in the meantime.
 */
export class HouseAddresses1700000000160 implements MigrationInterface {
  readonly name = 'HouseAddresses1700000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shelter_houses rename column address to address_to_seal;
      alter table shelter_houses alter column address_to_seal drop not null, add column address bytea,
        add constraint address_kept_once check ((address is null) <> (address_to_seal is null));
      comment on column shelter_houses.address is 'Ciphertext: a place of safety. Opening it is an access record.';
      comment on column shelter_houses.address_to_seal is 'Written before addresses were encrypted; empty once the worker has started.';
      create index access_records_of_houses on access_records (detail, id) where what = 'houseAddress';
    `);
  }

  /** Addresses cannot be opened here; the houses have to be described again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index access_records_of_houses;
      alter table shelter_houses drop constraint address_kept_once, drop column address;
      update shelter_houses set address_to_seal = '' where address_to_seal is null;
      alter table shelter_houses rename column address_to_seal to address;
      alter table shelter_houses alter column address set not null;
    `);
  }
}
