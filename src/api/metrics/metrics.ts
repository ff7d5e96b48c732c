import { createServer, type Server, type ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../../platform/index.js';

/** Figures of this process. Labels are route patterns, methods and statuses: never an id, a name or a case. */
export const registry = new Registry();

const requests = new Histogram({
  name: 'nrm_http_request_seconds',
  help: 'Time to answer, by route pattern',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

export const observeRequest = (
  labels: { method: string; route: string; status: number },
  seconds: number,
): void => requests.observe(labels, seconds);

/** Answers `/metrics` on a port of its own, so that the public address never shows figures. */
export async function serveMetrics(
  database: Database,
  { host, port }: { host: string; port: number },
): Promise<Server> {
  registry.clear();
  registry.registerMetric(requests);
  collectDefaultMetrics({ register: registry });
  watchConnections(database);
  const server = createServer((request, response) => void answer(request.url, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

function watchConnections(database: Database): void {
  const connections = new Gauge({
    name: 'nrm_database_connections',
    help: 'Connections to PostgreSQL, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, value] of Object.entries(database.load)) this.set({ state }, value);
    },
  });
  connections.reset();
}

async function answer(url: string | undefined, response: ServerResponse): Promise<void> {
  if (url !== '/metrics') {
    response.writeHead(404).end();
    return;
  }
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType }).end(text);
}
