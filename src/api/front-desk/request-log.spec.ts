import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { demoPassword, startApplication, type TestApplication } from '../../../test/support/application.js';
import { Database } from '../../platform/index.js';
import { serveMetrics } from '../metrics/index.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
}, 120_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await application?.close();
});

/** Everything that the application logs while `work` runs, as text. */
async function loggedDuring(work: () => Promise<unknown>): Promise<string> {
  const lines: unknown[] = [];
  const take = (...said: unknown[]) => void lines.push(said);
  const spies = (['log', 'warn', 'error', 'debug'] as const).map((level) =>
    jest.spyOn(Logger.prototype, level).mockImplementation(take),
  );
  await work();
  spies.forEach((spy) => spy.mockRestore());
  return JSON.stringify(lines);
}

const secrets = ['Gizlin', 'SECRETQUERY', demoPassword, 'bacısı'];

describe('what is written down of a request', () => {
  it('is its pattern, status and time, and nothing that it carried', async () => {
    const police = await application.signIn('police');
    const log = await loggedDuring(async () => {
      const { body } = await police.open({ person: { name: 'Gizlin Sınaqlı' } });
      await police.get(`/cases/${body.id}`);
      await police.give(body.id, 'caseFile', 'recordSafeContact', { safeContact: 'bacısı' });
      await police.post('/cases/search', { text: 'Gizlin' });
      await police.get('/cases?state=SECRETQUERY%20');
      await police.get('/nothing/SECRETQUERY');
      await application.stranger().post('/session', { username: 'police', password: demoPassword });
    });
    expect(log).toContain('/api/v1/cases/:id');
    expect(log).toContain('"status":201');
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/AZ-\d{4}-\d{6}|cases\/[0-9a-f]{8}/);
  });

  it('names the answer by an id of its own, which the caller gets too', async () => {
    let id: string | null = null;
    const log = await loggedDuring(async () => {
      id = (await application.stranger().get('/session')).headers.get('x-request-id');
    });
    expect(log).toContain(String(id));
  });
});

describe('figures', () => {
  it('stand on a port of their own, by route pattern', async () => {
    await application.stranger().get('/cases/0c2d0000-0000-8000-8000-000000000001');
    const server = await serveMetrics(application.app.get(Database), { host: '127.0.0.1', port: 0 });
    const { port } = server.address() as { port: number };
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain(
      'nrm_http_request_seconds_count{method="GET",route="/api/v1/cases/:id",status="401"}',
    );
    expect(text).toContain('nrm_database_connections');
    expect(text).not.toContain('0c2d0000');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await application.stranger().get('//metrics')).status).toBe(404);
    await new Promise((resolve) => server.close(resolve));
  });
});
