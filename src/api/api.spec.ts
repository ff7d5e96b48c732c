import { startApplication, type TestApplication } from '../../test/support/application.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
}, 60_000);
afterAll(() => application?.close());

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and tells who it is', async () => {
    const answer = await application
      .stranger()
      .post('/session', { username: 'shelter', password: 'nar-və-heyva-12' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(answer.body).toMatchObject({
      user: { name: 'Aygün Misallı', role: 'shelterWorker', body: { code: 'state-shelter' } },
    });
  });
});
