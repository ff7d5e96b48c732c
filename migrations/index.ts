import type { MigrationInterface } from 'typeorm';
import { Clock1700000000001 } from './1700000000001-clock.js';

/** Every migration, oldest first. */
export const migrations: (new () => MigrationInterface)[] = [Clock1700000000001];
