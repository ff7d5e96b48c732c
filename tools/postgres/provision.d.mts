import type { Client } from 'pg';

export const roles: readonly ['nrm_owner', 'nrm_runtime', 'nrm_sweep', 'nrm_relay'];
export const attributes: string;
export const extensions: readonly string[];
export function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>;
export function provisionRoles(client: Client, passwordOf: (role: string) => string): Promise<void>;
export function provisionDatabase(client: Client, name: string): Promise<void>;
export function admit(client: Client, name: string): Promise<void>;
export function provisionExtensions(client: Client): Promise<void>;
export function provision(
  server: { urlOf(role: string, database: string): string; passwordOf(role: string): string },
  database: string,
): Promise<void>;
