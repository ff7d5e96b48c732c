export { ApiController } from './api-controller.js';
export { problemOfCase, type Instead } from './case-fault.js';
export { frontDesk } from './desk.js';
export { IdempotencyKey, IfMatch } from './headers.js';
export { Problem, type Fault } from './problem.js';
export { requestLog } from './request-log.js';
export { securityHeaders } from './security-headers.js';
export { ForRoles, OpenToAll, Who } from './signed-in.js';
