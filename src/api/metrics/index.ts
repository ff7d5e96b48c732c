export { observeRequest, registry, serveMetrics } from './metrics.js';
