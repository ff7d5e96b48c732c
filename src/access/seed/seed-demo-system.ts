import type { Database } from '../../platform/index.js';
import { BodiesService } from '../bodies.service.js';
import type { Identity } from '../identity.js';
import { TokensService } from '../tokens.service.js';
import { demoAccounts } from './demo-accounts.js';
import { demoAccountId, demoBodyId } from './seed-demo-accounts.js';

const { name, role, body } = demoAccounts.admin;

const administrator: Identity = {
  accountId: demoAccountId('admin'),
  name,
  username: 'admin',
  role,
  bodyId: demoBodyId(body),
  bodyKind: 'administration',
  district: null,
  language: 'az',
  via: 'session',
};

/** Gives the NGO of the demo a system with a token, once. Nobody learns the token: another can be issued. */
export async function seedDemoSystem(database: Database): Promise<void> {
  const tokens = new TokensService(database, new BodiesService(database));
  const bodyId = demoBodyId('ngo-nar');
  if ((await tokens.list(bodyId)).length > 0) return;
  await tokens.issue(administrator, { system: 'Qeydiyyat jurnalı', bodyId, role: 'ngoWorker', days: 90 });
}
