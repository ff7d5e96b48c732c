import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pagesOf } from './screenshots/pages.mjs';

/**
 * `npm run screenshots [-- DIRECTORY]`: starts the application with its synthetic cases in a data directory of its own
 * and writes a picture of every page by person and language, and of some on a narrow screen. Chromium: NRM_CHROMIUM.
 */
const output = path.resolve(process.argv[2] ?? '.data/screenshots');
const data = path.join(output, 'data');
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

fs.mkdirSync(output, { recursive: true });
const { child, url, password } = await start();
const browser = await chromium.launch({
  executablePath: process.env.NRM_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const written = await pictures();
  process.stdout.write(`${written} pictures in ${output}\n`);
} finally {
  await browser.close();
  await stopped();
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

async function pictures() {
  let written = await signInPage();
  const cases = JSON.parse(fs.readFileSync(path.join(data, 'demo-cases.json'), 'utf8'));
  for (const [username, pages] of Object.entries(pagesOf(addresses(cases)))) {
    const context = await browser.newContext({ viewport: wide });
    const page = await context.newPage();
    await signIn(page, username);
    for (const [name, address, folded] of pages) {
      for (const language of ['az', 'en'])
        written += await shoot(page, username, { name, address, folded }, language);
    }
    await context.close();
  }
  return written;
}

/** Forms of a procedure address its instance; the page of the case knows it. */
function addresses(cases) {
  const of = (key) => `/cases/${cases[key].id}`;
  const give = (key, procedure, command) => ({ from: of(key), link: `/commands/${procedure}/${command}` });
  return { of, give };
}

async function signInPage() {
  const page = await browser.newPage({ viewport: wide });
  await page.goto(`${url}/sign-in?lang=az`);
  await page.screenshot({ path: path.join(output, 'sign-in-az.png'), fullPage: true });
  await page.close();
  return 1;
}

async function signIn(page, username) {
  await page.goto(`${url}/sign-in`);
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
}

async function shoot(page, username, { name, address, folded }, language) {
  const there = typeof address === 'string' ? address : await linkOn(page, address);
  await page.goto(`${url}${there}${there.includes('?') ? '&' : '?'}lang=${language}`);
  if (folded === 'unfolded') await page.evaluate(unfold);
  const file = (size) => path.join(output, `${username}-${name}-${language}${size}.png`);
  await page.screenshot({ path: file(''), fullPage: true });
  if (!onNarrow.includes(name)) return 1;
  await page.setViewportSize(narrow);
  await page.screenshot({ path: file('-narrow'), fullPage: true });
  await page.setViewportSize(wide);
  return 2;
}

async function linkOn(page, { from, link }) {
  await page.goto(`${url}${from}`);
  const href = await page.locator(`a[href*="${link}"]`).first().getAttribute('href');
  if (!href) throw new Error(`${from} has no link to ${link}`);
  return href;
}
