export { nameUuid } from './name-uuid.js';
