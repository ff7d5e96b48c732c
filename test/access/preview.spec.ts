import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { startApplication, type TestApplication } from '../support/application.js';

let application: TestApplication;
let police: Client;
let first: Client;
let second: Client;
beforeAll(async () => {
  application = await startApplication();
  [police, first, second] = await Promise.all([
    application.signIn('police'),
    application.signIn('shelter2'),
    application.signIn('shelter'),
  ]);
}, 120_000);
afterAll(() => application?.close());

interface Box {
  readonly items: readonly { id: string; caseId: string }[];
}
interface Shown {
  readonly procedures: readonly { id: string; type: string; state: string; context: object }[];
}

/** A case whose first house said no, so that the second is asked: both see it in preview only. */
async function askedOfTwoHouses(): Promise<string> {
  const safety = { immediateDanger: true, needsShelter: true };
  const { id } = (await police.open({ safety })).body;
  const asked = (await first.get<Box>('/handoffs?box=in')).body.items.find(({ caseId }) => caseId === id);
  const told = { procedureId: asked?.id ?? '' };
  const no = await first.give(id, 'handoff', 'decline', { reason: 'noCapacity' }, told);
  expect(no.status).toBe(200);
  return id;
}

const share = (toBodyId: string) => ({ toBodyId, kind: 'share', purpose: 'health', basis: 'vitalInterest' });

describe('a house that is asked', () => {
  let id: string;
  beforeAll(async () => {
    id = await askedOfTwoHouses();
  });

  it('does not learn from the timeline, nor from its export, which house was asked before it', async () => {
    for (const path of ['', '/timeline', '/timeline/export']) {
      const { status, body } = await second.get(`/cases/${id}${path}`);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(first.user?.body.id);
    }
    const { body } = await second.get<Shown>(`/cases/${id}`);
    const asked = body.procedures.filter(({ type }) => type === 'handoff');
    expect(asked).toMatchObject([{ state: 'sent', context: { toBodyId: second.user?.body.id } }]);
  });

  it('does not learn it once it houses her either', async () => {
    const { body } = await second.get<Shown>(`/cases/${id}`);
    const told = { procedureId: body.procedures.find(({ type }) => type === 'handoff')?.id ?? '' };
    const yes = await second.give(id, 'handoff', 'accept', {}, told);
    expect(yes.status).toBe(200);
    for (const { body: shown } of [
      yes,
      await second.get(`/cases/${id}`),
      await second.get(`/cases/${id}/timeline`),
    ])
      expect(JSON.stringify(shown)).not.toContain(first.user?.body.id);
  });
});

describe('an instance that is not shown', () => {
  it('is refused as one that does not exist is, whatever is asked of it', async () => {
    const id = await askedOfTwoHouses();
    const { body } = await police.get<Shown>(`/cases/${id}`);
    const declined = body.procedures.find(({ type, state }) => type === 'handoff' && state === 'declined');
    const asking: readonly (readonly [string, object])[] = [
      ['accept', {}],
      ['withdraw', { note: 'Geri.' }],
      ['decline', { reason: 'noCapacity' }],
    ];
    for (const procedureId of [declined?.id ?? '', randomUUID()])
      for (const [command, data] of asking)
        for (const revision of [1, 2, 3]) {
          const answer = await second.give(id, 'handoff', command, data, { procedureId, revision });
          expect([command, revision, answer.status, answer.body]).toEqual([
            command,
            revision,
            404,
            expect.objectContaining({ code: 'no-such-procedure' }),
          ]);
          expect(answer.body).not.toHaveProperty('allowed');
        }
  });
});

describe('a body in preview', () => {
  let id: string;
  beforeAll(async () => {
    id = await askedOfTwoHouses();
  });

  it('hands the case to nobody before it has accepted', async () => {
    const clinic = await application.signIn('clinic');
    const answer = await second.give(id, 'handoff', 'send', share(clinic.user?.body.id ?? ''), {
      revision: (await police.get<{ revision: number }>(`/cases/${id}`)).body.revision,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'handoff-not-accepted' } });
  });

  it('learns nothing of a procedure that it may not see by asking for a step in it', async () => {
    for (const revision of [1, 2, 99]) {
      const answer = await second.give(id, 'identification', 'presume', { grounds: 'x' }, { revision });
      expect(answer).toMatchObject({ status: 404, body: { code: 'no-such-procedure' } });
    }
  });
});
