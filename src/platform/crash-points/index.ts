export { type CrashPoint, crashPoint } from './crash-point.js';
