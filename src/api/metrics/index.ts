export { observeRequest, serveMetrics } from './metrics.js';
