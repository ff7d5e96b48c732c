import { randomUUID } from 'node:crypto';
import { ClockFixture } from '../../test/support/clock-fixture.js';
import { type MailServer, mailServer } from '../../test/support/mail-server.js';
import { placeOf } from '../../test/support/recording-door.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import { testConfig } from '../../test/support/test-config.js';
import type { Identity } from '../access/index.js';
import { notify } from '../notifications/notify.js';
import { Database, nobody, RelayDatabase } from '../platform/index.js';
import { Deliveries } from './deliveries.js';
import { MailAddresses } from './mail-addresses.js';
import { Postman } from './postman.js';

let test: TestDatabase;
let fixture: ClockFixture;
let runtime: Database;
let relay: RelayDatabase;
let server: MailServer;
let addresses: MailAddresses;

beforeEach(async () => {
  test = await testDatabase();
  fixture = await ClockFixture.open(test);
  runtime = new Database({ url: test.runtimeUrl, poolSize: 2, name: 'test' });
  relay = new RelayDatabase({ url: test.relayUrl, poolSize: 3, name: 'test' });
  server = await mailServer();
  addresses = new MailAddresses(runtime);
});

afterEach(async () => {
  await Promise.all([fixture.close(), runtime.close(), relay.close(), server.close()]);
  await test.drop();
});

const postman = (url = server.url) => {
  const mail = {
    NRM_SMTP_URL: url,
    NRM_MAIL_FROM: 'noreply@nrm.example',
    NRM_PUBLIC_URL: 'https://nrm.example/some/path',
  };
  return new Postman(new Deliveries(relay), testConfig(test, mail));
};

async function official(bodyId: string, address?: string): Promise<Identity> {
  const accountId = randomUUID();
  const username = `u-${accountId.slice(0, 8)}`;
  await fixture.query(
    `insert into accounts (id, username, display_name, role, body_id, password_hash, language)
     values ($1, $2, 'Sınaq Uydurma', 'caseOfficer', $3, 'x', 'az')`,
    [accountId, username, bodyId],
  );
  const identity: Identity = {
    accountId,
    name: 'Sınaq Uydurma',
    username,
    role: 'caseOfficer',
    bodyId,
    bodyKind: 'police',
    district: null,
    language: 'az',
    via: 'session',
  };
  if (address) await addresses.change(identity, address);
  return identity;
}

async function tell(bodyId: string): Promise<string> {
  const one = await fixture.newCase();
  const place = placeOf(one.id, { procedure: 'test', now: new Date(), seq: 1 });
  const effect = { type: 'notify' as const, procedureId: one.procedureId, bodyId, template: 'handoff-sent' };
  await runtime.inTransaction(nobody, (tx) => tx.commitWith(notify(effect, place)));
  return one.id;
}

const states = async () =>
  (
    await fixture.query(`select concat_ws(' ', state, answer) as said from mail_deliveries order by asked_at`)
  ).map(({ said }) => said);
const madeDue = () => fixture.query(`update mail_deliveries set next_attempt_at = clock_timestamp()`);

describe('a letter to an official', () => {
  it('goes to each of the body told who gave an address, and says nothing of a case', async () => {
    await official(fixture.owner, 'birinci@qurum.example');
    await official(fixture.owner);
    await official(fixture.other, 'basqa@qurum.example');
    const caseId = await tell(fixture.owner);
    await postman().round();
    expect(server.letters.map(({ to }) => to)).toEqual(['birinci@qurum.example']);
    const [{ raw } = { raw: '' }] = server.letters;
    expect(raw).toContain('https://nrm.example/notifications');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    for (const secret of [caseId, 'T-', 'owner', 'Uydurma', 'handoff']) expect(raw).not.toContain(secret);
    expect(await states()).toEqual(['sent 250']);
  });

  it('goes to one address, whatever stands in it', async () => {
    await official(fixture.owner, 'bir@qurum.example,iki');
    await tell(fixture.owner);
    await postman().round();
    expect(server.letters).toEqual([]);
    expect(await states()).toEqual([expect.not.stringMatching(/^sent/)]);
  });

  it('is one, however often the body is told before it leaves; told again later, another follows', async () => {
    await official(fixture.owner, 'bir@qurum.example');
    await Promise.all([tell(fixture.owner), tell(fixture.owner), tell(fixture.owner)]);
    await postman().round();
    await postman().round();
    expect(server.letters).toHaveLength(1);
    await tell(fixture.owner);
    await postman().round();
    expect(server.letters).toHaveLength(2);
    const ids = server.letters.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('is not sent where everything has been read meanwhile, or the address was taken back', async () => {
    await official(fixture.owner, 'oxuyan@qurum.example');
    await tell(fixture.owner);
    await fixture.query('update notifications set read_at = now_domain()');
    const gone = await official(fixture.other, 'geri@qurum.example');
    await tell(fixture.other);
    await addresses.change(gone, null);
    await postman().round();
    expect(server.letters).toEqual([]);
    expect(await states()).toEqual(['needless', 'needless']);
  });

  it('is tried again while the server is away or busy, with the same id, and given up where it is refused for good', async () => {
    const own = await official(fixture.owner, 'bir@qurum.example');
    await tell(fixture.owner);
    await postman('smtp://127.0.0.1:9').round();
    expect(await states()).toEqual(['waiting ESOCKET']);
    await postman().round();
    expect(server.letters).toEqual([]);
    await madeDue();
    server.refuse({ code: 451, message: 'later, bir@qurum.example' });
    await postman().round();
    expect(await states()).toEqual(['waiting 451']);
    await madeDue();
    server.refuse({ code: 550, message: 'no such bir@qurum.example' });
    await postman().round();
    expect(await states()).toEqual(['failed 550']);
    expect((await addresses.own(own)).deliveries).toMatchObject([{ state: 'failed', answer: '550' }]);
  });

  it('whose sender died is sent by the next after five minutes, and by two at once only one time', async () => {
    await official(fixture.owner, 'bir@qurum.example');
    await tell(fixture.owner);
    await new Deliveries(relay).claim(10);
    await postman().round();
    expect(server.letters).toEqual([]);
    await madeDue();
    await Promise.all([postman().round(), postman().round()]);
    expect(server.letters).toHaveLength(1);
    expect(await states()).toEqual(['sent 250']);
  });
});

describe('an address', () => {
  it('is seen and changed by its own account only, and refused where it is none', async () => {
    const one = await official(fixture.owner, 'bir@qurum.example');
    const two = await official(fixture.owner);
    expect((await addresses.own(one)).address).toBe('bir@qurum.example');
    expect((await addresses.own(two)).address).toBeNull();
    const stolen = runtime.inTransaction(
      { userId: two.accountId, bodyId: two.bodyId, role: two.role },
      (tx) => tx.query('update mail_addresses set address = $1', ['iki@qurum.example']),
    );
    expect((await stolen).count).toBe(0);
    for (const wrong of ['', 'bir', 'bir@', 'a b@c', 'bir@x\nBcc: y@z', `${'a'.repeat(250)}@b.az`])
      await expect(addresses.change(one, wrong)).rejects.toMatchObject({ kind: 'check' });
    expect((await addresses.own(one)).address).toBe('bir@qurum.example');
  });
});
