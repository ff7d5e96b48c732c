export { ApiModule } from './api.module.js';
export { document } from './documentation.js';
export { openApiDocument } from './document/document.js';
export { frontDesk, requestLog, securityHeaders } from './front-desk/index.js';
export { serveMetrics } from './metrics/index.js';
