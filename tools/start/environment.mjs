import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePort, isFree } from '../free-port.mjs';

/** Loads `.env` (what is already set wins) and `--training`; refuses a Node that is too old and a port that is taken. */
export async function readEnvironment(args) {
  requireNode();
  if (fs.existsSync('.env')) process.loadEnvFile('.env');
  if (args.includes('--training')) process.env.NRM_CLOCK = 'training';
  process.env.HOST ||= '127.0.0.1';
  process.env.PORT = String(await portFor(process.env.PORT || '3000'));
  const dataDirectory = path.resolve(process.env.NRM_DATA_DIR || '.data');
  fs.mkdirSync(dataDirectory, { recursive: true });
  process.env.NRM_DATA_DIR = dataDirectory;
  return dataDirectory;
}

/** Demo data comes with our own database, or where NRM_DEMO=1 asks for it; never in production. */
export function demoSettings(dataDirectory) {
  if (process.env.NODE_ENV === 'production') return {};
  const ownDatabase = !process.env.DATABASE_URL;
  if (!ownDatabase && process.env.NRM_DEMO !== '1') return {};
  return {
    NRM_DEMO: process.env.NRM_DEMO || '1',
    NRM_DEMO_PASSWORD: process.env.NRM_DEMO_PASSWORD || generated(path.join(dataDirectory, 'demo-password')),
  };
}

/** A port for metrics of one process: the one that is set, else the usual one or any free one. */
export async function metricsPort(offset) {
  const usual = Number(process.env.METRICS_PORT || 9464) + offset;
  const chosen = Boolean(process.env.METRICS_PORT) && offset === 0;
  return String(chosen || (await isFree(usual)) ? usual : await freePort());
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node ${process.versions.node} is too old: install 20.19 or newer`);
}

async function portFor(wanted) {
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535)
    throw new Error('PORT is no port: write a number from 0 to 65535, as in PORT=3001 npm start');
  if (wanted === '0') return freePort();
  if (await isFree(Number(wanted), process.env.HOST)) return wanted;
  throw new Error(`port ${wanted} is taken: choose another, as in PORT=3001 npm start`);
}

function generated(file) {
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}
