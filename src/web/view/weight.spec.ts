import http from 'node:http';
import { startApplication, type TestApplication } from '../../../test/support/application.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
}, 120_000);
afterAll(() => application.close());

interface Answer {
  readonly bytes: number;
  readonly body: string;
  readonly encoding: string | undefined;
}

/** The bytes of an answer as they go over the wire. */
function fetched(path: string, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encoding };
    http
      .get(application.url + path, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const all = Buffer.concat(parts);
          const used = response.headers['content-encoding'];
          resolve({ bytes: all.length, body: all.toString('utf8'), encoding: used });
        });
      })
      .on('error', reject);
  });
}

describe('the first page', () => {
  it('comes with all that it loads in less than 150 kB', async () => {
    const { body } = await fetched('/sign-in', 'identity');
    const loaded = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const paths = ['/sign-in', ...new Set(loaded)];
    expect(paths).toHaveLength(4);
    const answers = await Promise.all(paths.map((path) => fetched(path, 'gzip')));
    const heaviest = answers.toSorted((one, other) => other.bytes - one.bytes)[0];
    expect([answers[0]?.encoding, heaviest?.encoding]).toEqual(['gzip', 'gzip']);
    const weight = answers.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(weight).toBeGreaterThan(5_000);
    expect(weight).toBeLessThan(150_000);
  });
});
