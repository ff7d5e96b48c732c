import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Test } from '@nestjs/testing';
import { AccessModule, BodiesService, SessionsService } from '../../src/access/index.js';
import { PlatformModule } from '../../src/platform/index.js';
import { Vault, VaultModule } from '../../src/vault/index.js';
import { testConfig } from '../support/test-config.js';
import { type DemoDesk, demoDesk, demoPassword, signedIn } from './demo-desk.js';

let desk: DemoDesk;
const data = mkdtempSync(path.join(tmpdir(), 'nrm-modules-'));
beforeAll(async () => {
  desk = await demoDesk();
});
afterAll(async () => {
  await desk.close();
  rmSync(data, { recursive: true });
});

async function start(more: NodeJS.ProcessEnv) {
  const config = testConfig(desk.test, more);
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config }), AccessModule, VaultModule],
  }).compile();
  return module.enableShutdownHooks().init();
}

describe('access and vault as modules', () => {
  it('start with a key they create, sign somebody in, and know the bodies', async () => {
    const app = await start({ NRM_DATA_DIR: data });
    const request = { username: 'police', password: demoPassword, address: '192.0.2.1' };
    expect(await app.get(SessionsService).signIn(request)).toMatchObject({ kind: 'signedIn' });
    const bodies = app.get(BodiesService);
    const police = (await bodies.all()).find(({ code }) => code === 'police-ganja');
    expect(police).toMatchObject({ kind: 'police', district: 'ganja', active: true });
    if (!police) throw new Error('no police');
    await bodies.save(signedIn('admin'), { ...police, name: { ...police.name, en: 'Ganja Police' } });
    expect((await bodies.byId(police.id))?.name.en).toBe('Ganja Police');
    expect(app.get(Vault)).toBeInstanceOf(Vault);
    expect(statSync(path.join(data, 'keys', 'master.key')).mode & 0o777).toBe(0o600);
    await app.close();
  });

  it('start again with the same key, and not with another', async () => {
    await (await start({ NRM_DATA_DIR: data })).close();
    const other = { NRM_KEYS: 'env', NRM_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
    await expect(start(other)).rejects.toThrow('not the one the vault was sealed with');
  });
});
