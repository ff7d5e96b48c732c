import http from 'node:http';
import {
  startApplication,
  type TestApplication,
  demoPassword,
} from '../../../../test/support/application.js';
import { Visitor } from '../../../../test/browser/visitor.js';
import { until } from '../../../../test/support/until.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
}, 120_000);
afterAll(() => application.close());

/** Opens the stream as a browser does. */
function listening(cookie: string) {
  const said: { notices: number; handoffs: number; text: string }[] = [];
  const state = { type: '', status: 0, ended: false, retry: '' };
  const request = http.get(`${application.url}/live`, { headers: { cookie } }, (reply) => {
    state.type = reply.headers['content-type'] ?? '';
    state.status = reply.statusCode ?? 0;
    reply.setEncoding('utf8');
    reply.on('data', (piece: string) => {
      state.retry ||= /^retry: .*$/m.exec(piece)?.[0] ?? '';
      for (const [, json = ''] of piece.matchAll(/^data: (.*)$/gm)) said.push(JSON.parse(json));
    });
    reply.on('close', () => (state.ended = true));
  });
  request.on('error', () => undefined);
  return { said, state, close: () => request.destroy() };
}

describe('an open page', () => {
  it('is told what waits for its body, at once and when it changes, and nothing of another body', async () => {
    const investigator = await Visitor.signedIn(application.url, 'investigator', demoPassword);
    const guardian = await Visitor.signedIn(application.url, 'guardian', demoPassword);
    const [mine, theirs] = [listening(investigator.cookie), listening(guardian.cookie)];
    await until('both are told how things stand', () => mine.said.length > 0 && theirs.said.length > 0);
    expect(mine.state).toMatchObject({ status: 200, type: expect.stringContaining('text/event-stream') });
    expect(mine.said[0]).toMatchObject({ handoffs: 0 });
    const police = await application.signIn('police');
    const { body } = await police.open({ consent: { referToMainDepartment: 'yes' } });
    const { body: shown } = await police.get<{ procedures: { id: string; type: string }[] }>(
      `/cases/${body.id}`,
    );
    const procedureId = shown.procedures.find(({ type }) => type === 'identification')?.id ?? '';
    await police.give(body.id, 'identification', 'presume', { grounds: 'Sınaq' }, { procedureId });
    await until('the receiving body is told', () => mine.said.at(-1)?.handoffs === 1);
    expect(mine.said.at(-1)?.text).toContain('1');
    expect(JSON.stringify(mine.said)).not.toContain(body.number);
    expect(theirs.said).toHaveLength(1);
    expect((await investigator.visit('/inbox')).html).toMatch(/data-news="handoffs">1</);
    mine.close();
    theirs.close();
  });

  it('is no sign of its reader: a session that she leaves alone ends in its time', async () => {
    const visitor = await Visitor.signedIn(application.url, 'clinic', demoPassword);
    const idle = (minutes: number) =>
      application.sql(
        `update sessions set seen_at = clock_timestamp() - $1 * interval '1 minute'
         where account_id = (select id from accounts where username = 'clinic')`,
        [minutes],
      );
    await idle(59);
    const open = listening(visitor.cookie);
    await until('the page is told', () => open.said.length > 0);
    const again = { headers: { cookie: visitor.cookie, 'x-by-itself': 'yes' } };
    expect((await fetch(`${application.url}/inbox`, again)).status).toBe(200);
    const touched = await application.sql(
      `select 1 from sessions where seen_at > clock_timestamp() - interval '50 minutes'
       and account_id = (select id from accounts where username = 'clinic')`,
    );
    expect(touched).toEqual([]);
    await idle(61);
    await until('the stream ends', () => open.state.ended, 30_000);
    expect((await visitor.visit('/')).path).toBe('/sign-in');
  });

  it('hears nothing without a session, and no more after signing out', async () => {
    const nobody = listening('nrm_session=none');
    await until('the stranger is sent away', () => nobody.state.ended);
    expect(nobody.state.status).toBe(303);
    const visitor = await Visitor.signedIn(application.url, 'ngo', demoPassword);
    const open = listening(visitor.cookie);
    await until('the page is told', () => open.said.length > 0);
    const home = await visitor.visit('/');
    await visitor.submit(home, '/sign-out');
    await until('the stream ends', () => open.state.ended, 30_000);
  });

  it('is one of eight at most of her account: the oldest is ended, and says when to ask again', async () => {
    const visitor = await Visitor.signedIn(application.url, 'consul', demoPassword);
    const pages: ReturnType<typeof listening>[] = [];
    for (let page = 0; page < 9; page += 1) {
      const opened = listening(visitor.cookie);
      await until('the page is told', () => opened.said.length > 0);
      pages.push(opened);
    }
    await until('the oldest ends', () => pages[0]?.state.ended === true);
    expect(pages.filter(({ state }) => state.ended)).toHaveLength(1);
    expect(pages[0]?.state.retry).toBe('retry: 30000');
    pages.forEach(({ close }) => close());
  });
});
