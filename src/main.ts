import 'reflect-metadata';
import { serveMetrics } from './api/index.js';
import { CONFIG, type Config } from './config/index.js';
import { Database } from './platform/index.js';

/** A fault in the settings is told in plain words, without a stack. SIGTERM and SIGINT let open requests finish. */
try {
  const [{ AppModule }, { webApplication }] = await Promise.all([
    import('./app.module.js'),
    import('./web-application.js'),
  ]);
  const app = await webApplication(AppModule.forRoot());
  const { web, metrics } = app.get<Config>(CONFIG);
  const figures = await serveMetrics(app.get(Database), { host: web.host, port: metrics.port });
  app.getHttpServer().once('close', () => figures.close());
  await app.listen(web.port, web.host);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
