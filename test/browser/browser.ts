import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's two builds of Chromium. The one that has no window at all takes half the time; it need not be there. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath =
  process.env.NRM_CHROMIUM ?? installed.find((file) => existsSync(file)) ?? '/usr/bin/chromium';

// prettier-ignore
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** How Chromium is started, without a window. */
export const launching = { executablePath, headless: true, args };

/** Whether there is a browser. Under CI=true there must be one. */
export function browserIsHere(): boolean {
  if (existsSync(executablePath)) return true;
  if (process.env.CI === 'true') throw new Error(`no Chromium at ${executablePath}: set NRM_CHROMIUM`);
  process.stderr.write(`No Chromium at ${executablePath}: what needs a browser is left out here.\n`);
  return false;
}

export interface TestBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

interface Options {
  readonly javaScript?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A browser of its own with nothing remembered; scripts are off unless asked for. */
export async function openBrowser({ javaScript = false, viewport }: Options = {}): Promise<TestBrowser> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'nrm-browser-'));
  const context = await chromium.launchPersistentContext(directory, {
    ...launching,
    javaScriptEnabled: javaScript,
    ...(viewport ? { viewport: { ...viewport } } : {}),
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Signs in by the form. */
export async function signIn(page: Page, url: string, username: string, password: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main button[type=submit]');
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const look = `axe.run(document, ${JSON.stringify({ runOnly: standards, resultTypes: ['violations'], elementRef: false })})
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`;

/**
 * What axe finds against WCAG 2.2 AA, as one line per fault with the element. axe needs scripts to run; no page here has a
 * frame, so it is put into the page once instead of into every frame.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(look);
}
