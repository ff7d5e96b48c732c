import http from 'node:http';
import { randomUUID } from 'node:crypto';

/** HTTP clients with a session, each on cases of its own, sending one command after another. A process of its own. */
process.once('message', async ({ origin, cookie, csrfToken, cases, clients, seconds, command }) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const times = [];
  const faults = {};
  const waiting = cases.map((one) => ({ ...one }));
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const one = waiting.shift();
      const from = performance.now();
      const reply = await post(agent, origin, cookie, csrfToken, one, command);
      if (reply.status === 200) {
        times.push(performance.now() - from);
        one.revision = reply.body.revision;
      } else {
        faults[`${reply.status} ${reply.body.code}`] =
          (faults[`${reply.status} ${reply.body.code}`] ?? 0) + 1;
      }
      waiting.push(one);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  process.send({ times, faults, cases: waiting }, () => process.disconnect());
});

function post(agent, origin, cookie, csrfToken, { id, revision }, command) {
  const body = JSON.stringify(command);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    cookie,
    'x-csrf-token': csrfToken,
    'if-match': `"${revision}"`,
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${origin}/api/v1/cases/${id}/commands`,
      { method: 'POST', agent, headers },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (piece) => (text += piece));
        reply.on('end', () => resolve({ status: reply.statusCode, body: JSON.parse(text) }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
