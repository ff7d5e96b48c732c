import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { gallery } from './screenshots/gallery.mjs';
import { pagesOf } from './screenshots/pages.mjs';

/**
 * `npm run screenshots [-- DIRECTORY]`: starts the application with its synthetic cases in a data directory of its own,
 * pictures every page by person and language, some also on a narrow screen, and writes docs/pages.md, which shows them.
 * Chromium: NRM_CHROMIUM.
 */
const output = path.resolve(process.argv[2] ?? 'docs/screenshots');
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'nrm-screenshots-'));
const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };
const onNarrow = [
  'worklist',
  'case-signalled',
  'presume',
  'inbox',
  'children',
  'commission',
  'house',
  'occupancy',
  'statecharts',
];
const unfold = `document.querySelectorAll('details').forEach((folded) => { folded.open = true; })`;

fs.chmodSync(data, 0o755);
fs.rmSync(output, { recursive: true, force: true });
fs.mkdirSync(output, { recursive: true });
const { child, url, password } = await start();
const browser = await chromium.launch({
  executablePath: process.env.NRM_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const shown = await pictures();
  fs.writeFileSync(path.join(output, '..', 'pages.md'), gallery(shown, path.basename(output)));
  process.stdout.write(`${shown.length} pages in ${output}\n`);
} finally {
  await browser.close();
  await stopped();
  fs.rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Waits until everything runs. */
function start() {
  const child = spawn(process.execPath, ['tools/start.mjs', '--training'], {
    env: { ...process.env, PORT: '0', NRM_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (piece) => {
      text += piece;
      const address = /Stop with Ctrl-C[^\n]*\n\n {2}(http:\S+)\n/.exec(text)?.[1];
      const secret = /Password of every demo account: (\S+)/.exec(text)?.[1];
      if (address) resolve({ child, url: address, password: secret });
    });
    child.once('exit', () => reject(new Error(`it ended:\n${text}`)));
  });
}

function stopped() {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGINT');
  });
}

/** What was pictured: `{ person, name, title: { az, en } }` for each page, in the order of the list. */
async function pictures() {
  const shown = [await signInPage()];
  const cases = JSON.parse(fs.readFileSync(path.join(data, 'demo-cases.json'), 'utf8'));
  for (const [person, pages] of Object.entries(pagesOf(addresses(cases)))) {
    const context = await browser.newContext({ viewport: wide });
    const page = await context.newPage();
    await signIn(page, person);
    for (const [name, address, folded] of pages) {
      const there = typeof address === 'string' ? address : await linkOn(page, address);
      shown.push(await shoot(page, { person, name, folded }, there));
    }
    await context.close();
  }
  return shown;
}

/** Forms of a procedure address its instance; the page of the case knows it. */
function addresses(cases) {
  const of = (key) => `/cases/${cases[key].id}`;
  const give = (key, procedure, command) => ({ from: of(key), link: `/commands/${procedure}/${command}` });
  return { of, give };
}

async function signInPage() {
  const page = await browser.newPage({ viewport: wide });
  const shown = await shoot(page, { person: 'everybody', name: 'sign-in' }, '/sign-in');
  await page.close();
  return shown;
}

async function signIn(page, person) {
  await page.goto(`${url}/sign-in`);
  await page.fill('#username', person);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
}

async function shoot(page, { person, name, folded }, address) {
  const title = {};
  for (const language of ['az', 'en']) {
    await page.goto(`${url}${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
    title[language] = await page.locator('h1').first().innerText();
    if (folded === 'unfolded') await page.evaluate(unfold);
    await picture(page, `${person}-${name}-${language}`);
    if (!onNarrow.includes(name)) continue;
    await page.setViewportSize(narrow);
    await picture(page, `${person}-${name}-${language}-narrow`);
    await page.setViewportSize(wide);
  }
  return { person, name, title, narrow: onNarrow.includes(name) };
}

/** WebP is a tenth of what PNG would be; only the protocol of the browser itself offers it. */
async function picture(page, name) {
  const size =
    await page.evaluate(`(({ scrollWidth, scrollHeight }) => ({ width: scrollWidth, height: Math.min(scrollHeight, 2000) }))
    (document.documentElement)`);
  const browserItself = await page.context().newCDPSession(page);
  const { data: bytes } = await browserItself.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 40, captureBeyondViewport: true },
    clip: { x: 0, y: 0, ...size, scale: 0.6 },
  });
  await browserItself.detach();
  fs.writeFileSync(path.join(output, `${name}.webp`), Buffer.from(bytes, 'base64'));
}

async function linkOn(page, { from, link }) {
  await page.goto(`${url}${from}`);
  const href = await page.locator(`a[href*="${link}"]`).first().getAttribute('href');
  if (!href) throw new Error(`${from} has no link to ${link}`);
  return href;
}
