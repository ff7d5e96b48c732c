import { randomUUID } from 'node:crypto';
import { compartments } from '#libs/vocabulary';
import { agreeing, no, person, restricted } from '../journeys/scenes.js';
import { allWell, Story } from '../journeys/story.js';
import { statusOf, type Attack } from './rights/attack.js';
import { names, prepared, type CaseName, type Cases, type Cast, type Name } from './rights/cases.js';
import { ending } from './rights/ending.js';
import { handing } from './rights/handing.js';

let story: Story;
let who: Cast;
let cases: Cases;

beforeAll(async () => {
  story = await Story.begin(null);
  who = await story.cast(...names);
  cases = await prepared(story, who);
}, 180_000);
afterAll(() => story.end());

const about = (name: CaseName): void => {
  story.caseId = cases[name].id;
};

/** The heads of all timelines: what changes with any entry. */
const heads = async () =>
  story.application.sql('select id, revision, head_seq, head_hash from cases order by id');

describe.each(Object.entries({ ...ending, ...handing }))('%s', (_right, rows) => {
  it.each(rows.map((row) => [`${row.what} (${row.by})`, row] as const))('%s', async (_what, attack) => {
    const there = await heads();
    about(attack.on);
    expect(await tried(attack)).toEqual({ status: statusOf(attack.code), code: attack.code });
    expect(await heads()).toEqual(there);
  });
});

/** Hours ahead of `now`; negative before it. */
const moved = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();

/** With the revision of the instance even where the attacker may not see it. */
async function tried({ by, on, command, data, giving = {} }: Attack) {
  const [type = '', name = ''] = command.split('.');
  const purpose = giving.handoff ?? null;
  const rows = await story.application.sql<{ id: string; revision: number }>(
    `select p.id, p.revision from procedure_instances p left join handoffs h on h.id = p.id
     where p.case_id = $1 and p.type = $2 and ($3::text is null or h.purpose = $3) order by p.position desc limit 1`,
    [cases[on].id, type, purpose],
  );
  const [file] = await story.application.sql<{ revision: number }>(
    'select revision from cases where id = $1',
    [cases[on].id],
  );
  const ofCase = type === 'caseFile' || name === 'send' || !rows[0];
  const revision = (ofCase ? file?.revision : rows[0]?.revision) ?? 0;
  const told = {
    ...(purpose ? { procedureId: rows[0]?.id ?? '' } : {}),
    ...(giving.hours ? { happenedAt: moved(await story.now(), giving.hours) } : {}),
  };
  const given = data?.(who) ?? {};
  const { status, body } = await who[by].client.give(cases[on].id, type, name, given, { revision, ...told });
  return { status, code: (body as { code?: string }).code };
}

describe('no oracle', () => {
  const alike = async (ask: (of: string) => Promise<{ status: number; body: unknown }>, real: string) => {
    const [known, unknown] = [await ask(real), await ask(randomUUID())];
    expect({ status: known.status, body: known.body }).toEqual({
      status: unknown.status,
      body: unknown.body,
    });
    return known.status;
  };

  it.each(['', '/timeline', '/timeline/export', '/access', '/compartments/identity', '/assessments'])(
    'a case that one may not know is a case that does not exist: %s',
    async (path) => {
      for (const name of ['police2', 'school', 'admin'] as const)
        expect(await alike((id) => who[name].client.get(`/cases/${id}${path}`), cases.presumed.id)).toBe(404);
    },
  );

  it('nor does a command tell, whatever is wrong with it', async () => {
    const revision = { revision: 1 };
    for (const data of [{ note: 'Yazı' }, { unknown: true }])
      expect(
        await alike(
          (id) => who.police2.client.give(id, 'caseFile', 'beginAftercare', data, revision),
          cases.presumed.id,
        ),
      ).toBe(404);
  });

  it('a wrong number is answered as the right one at break-glass', async () => {
    const ask = (number: string) =>
      who.clinic.client.post('/break-glass', { number, reason: 'Təcili yardım', compartments: ['health'] });
    const [right, wrong] = [await ask(cases.presumed.number), await ask('AZ-2026-999999')];
    expect([right.status, wrong.status]).toEqual([202, 202]);
    expect(Object.keys(right.body)).toEqual(Object.keys(wrong.body));
    expect(right.body['compartments']).toEqual(wrong.body['compartments']);
  });

  it('a search finds nobody who is known elsewhere only', async () => {
    for (const text of [person, cases.presumed.number, 'Heç Kim'])
      expect((await who.school.client.post('/cases/search', { text })).body).toEqual({ items: [] });
  });

  it('an intake is answered alike whether the person is known or not', async () => {
    const encounteredAt = await story.now();
    const opened = async (name: string) => {
      await who.school.opens({ ...agreeing, source: 'education', person: { name }, encounteredAt });
      const { banners, procedures, owner, ageStatus } = await who.school.looks();
      const shown = procedures.map(({ type, state, revision, deadlines, allowed, blocked }) => ({
        ...{ type, state, revision },
        clocks: deadlines.map((one) => `${one.name} ${one.state}`),
        commands: allowed.map(({ command }) => command),
        reasons: blocked.map(({ command, reason }) => `${command} ${reason.code}`),
      }));
      const told = await story.application.sql('select template from notifications where case_id = $1', [
        story.caseId,
      ]);
      return {
        banners,
        shown,
        owner,
        ageStatus,
        told,
        tasks: await story.tasks(),
        tells: await who.school.tells(),
      };
    };
    expect(await opened(person)).toEqual(await opened('Heç Kim Yoxdu'));
  });
});

describe('oversight and administration', () => {
  it.each(Object.keys({ presumed: 0, withoutPolice: 0, sealed: 0, child: 0, closed: 0 }) as CaseName[])(
    'shows no compartment of %s to supervisor, Coordinator or Ombudsman, and nothing to the administrator',
    async (name) => {
      about(name);
      for (const overseer of ['supervisor', 'coordinator', 'ombudsman'] as const)
        for (const compartment of compartments)
          expect([restricted, 404]).toContain(await who[overseer].reads(compartment));
      expect(await who.coordinator.sees()).toMatchObject({ person: restricted });
      expect(await who.admin.sees()).toBe(404);
    },
  );

  it('lists no case to the administrator anywhere', async () => {
    for (const path of ['/cases', '/deadlines', '/handoffs?box=in', '/handoffs?box=out', '/notifications'])
      expect((await who.admin.client.get(path)).body).toEqual({ items: [] });
    for (const path of ['/supervision/integrity', '/supervision/late-entries', '/break-glass'])
      expect((await who.admin.client.get(path)).status).toBe(403);
    const glass = {
      number: cases.presumed.number,
      reason: 'Sistemin yoxlanması',
      compartments: ['identity'],
    };
    expect((await who.admin.client.post('/break-glass', glass)).status).toBe(403);
  });

  it('lets nobody but the administrator move the clock', async () => {
    const now = await story.now();
    for (const name of ['police', 'investigator', 'supervisor', 'coordinator'] as Name[])
      expect(await who[name].client.post('/clock/advance', { duration: 'P31D' })).toMatchObject({
        status: 403,
      });
    expect(Date.parse(await story.now()) - Date.parse(now)).toBeLessThan(86_400_000);
  });
});

describe('linked cases', () => {
  it('are linked, and not shown to who knows only the other', async () => {
    about('sister');
    expect(await who.police.sees()).toMatchObject({ caseFile: 'open' });
    for (const name of ['social', 'investigator'] as const) expect(await who[name].sees()).toBe(404);
    about('presumed');
    expect(await who.social.sees()).toMatchObject({ caseFile: 'open', person });
    const { body } = await who.social.client.get(`/cases/${cases.presumed.id}`);
    expect(JSON.stringify(body)).not.toContain(cases.sister.id);
  });
});

describe('a child, also after closing', () => {
  it('is said by a reader by break-glass, who may say nothing else', async () => {
    about('closed');
    const glass = { number: cases.closed.number, reason: 'Şagird görünür', compartments: ['identity'] };
    expect(await who.school.client.post('/break-glass', glass)).toMatchObject({ status: 202 });
    const contact = { safeContact: 'Dostu' };
    expect(await who.school.isRefused('caseFile.recordSafeContact', contact)).toEqual({
      status: 403,
      code: 'reading-only',
    });
    await who.school.does('caseFile.recordAgeDoubt', { grounds: 'Sinif jurnalına görə on altı yaşı var.' });
    expect(await who.police.sees()).toMatchObject({ caseFile: 'open', identification: 'screening' });
    expect(await who.guardian.handoff('guardianship')).toMatchObject({ state: 'sent', statutory: true });
  });

  it('is said of who wanted no police: what she consented to as an adult is no longer a ground', async () => {
    about('withoutPolice');
    await who.social.does('caseFile.recordAgeDoubt', { grounds: 'Sənədi yoxdur.' });
    expect((await who.social.looks()).ageStatus).toBe('presumedChild');
    expect(await who.social.state('identification')).toBe('screening');
    expect(
      await who.social.isRefused('identification.recordRefusal', {
        scope: 'everything',
        heardAlone: true,
        languageUnderstood: true,
      }),
    ).toMatchObject({ code: 'adults-only' });
  });
});

describe('when half a year has passed', () => {
  beforeAll(async () => {
    await story.passes('P180D');
  }, 180_000);

  it('nothing has ended by itself', async () => {
    about('presumed');
    expect(await who.police.sees()).toEqual({
      caseFile: 'open',
      identification: 'assessment',
      reflection: 'elapsed',
      person,
    });
    expect(await who.social.handoff('assistance')).toMatchObject({ state: 'accepted' });
    about('detained');
    expect(await who.police.sees()).toMatchObject({ caseFile: 'open', identification: 'presumed' });
    expect((await who.police.looks()).banners.map(({ code }) => code)).toContain('removalBarred');
  });

  it('a statutory handoff still stands where it was sent, and has climbed to the Coordinator', async () => {
    about('child');
    expect(await who.guardian.handoff('guardianship')).toMatchObject({ state: 'sent', escalation: 3 });
    expect((await who.ngo.looks()).owner).toMatchObject({ bodyId: who.ngo.bodyId });
  });

  it('and the Coordinator, who holds no part of the case, sends it openly to a body that can answer', async () => {
    about('child');
    const { guardian2 } = await story.cast('guardian2');
    const { procedures } = await who.coordinator.looks();
    const sent = procedures.find(({ type, state }) => type === 'handoff' && state === 'sent');
    expect(sent?.allowed.map(({ command }) => command)).toEqual(['redirect']);
    const elsewhere = { toBodyId: guardian2.bodyId };
    const giving = { procedureId: sent?.id };
    const unreasoned = await who.coordinator.isRefused('handoff.redirect', elsewhere, giving);
    expect(unreasoned).toMatchObject({ status: 422, code: 'redirect-reason' });
    await who.coordinator.does('handoff.redirect', { ...elsewhere, reason: 'silence' }, giving);
    expect(await guardian2.handoff('guardianship')).toMatchObject({ state: 'sent' });
    expect(await who.coordinator.reads('identity')).toBe(restricted);
  });

  it('help does not ask what she decided or what was decided on her', async () => {
    about('presumed');
    await who.social.does('reflection.recordDecision', { decision: 'doesNotCooperate' });
    await who.investigator.does('identification.proposeDecision', no);
    await who.investigator2.does('identification.confirmDecision');
    expect(await who.social.handoff('assistance')).toMatchObject({ state: 'accepted' });
    const asked = { kind: 'request', purpose: 'health', basis: 'consent', consentGiven: true };
    await who.social.does('handoff.send', { ...asked, toBodyId: who.clinic.bodyId });
    await who.clinic.accepts('health');
    expect(await who.clinic.sees()).toMatchObject({ caseFile: 'open', person });
  });

  it('who refused everything is destroyed by nobody before the guard, and leaves a whole timeline', async () => {
    about('sealed');
    expect(await who.ngo.reads('identity')).toBe('shredded');
    expect(await who.ngo.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });
});
