import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Language, roleLabels } from '#libs/vocabulary';
import { demoAccounts, demoBodies, type DemoUsername } from '../../../src/access/index.js';
import { capitalised } from '../../../src/web/words/words.js';
import { demoPassword, startApplication, type TestApplication } from '../../support/application.js';
import { accessibilityFaults, launching } from '../browser.js';
import { Person } from './person.js';

interface Desk {
  readonly scripts?: boolean;
  readonly password?: string;
}

/** One application with its worker, one browser, and the people of a case, each with cookies of her own. */
export class Stage {
  /** What went wrong on any page: told by the browser itself, by a title, or by axe. */
  readonly troubles: string[] = [];
  private steps = 0;

  private constructor(
    readonly application: TestApplication,
    private readonly browser: Browser,
    private readonly pictures: string | undefined,
  ) {}

  static async set(): Promise<Stage> {
    const [application, browser] = await Promise.all([
      startApplication({ worker: true, clock: 'training' }),
      chromium.launch(launching),
    ]);
    const pictures = process.env['NRM_SCREENSHOTS']
      ? mkdtempSync(path.join(os.tmpdir(), 'nrm-seen-'))
      : undefined;
    if (pictures) process.stderr.write(`Pictures of every step: ${pictures}\n`);
    return new Stage(application, browser, pictures);
  }

  /** Domain time. */
  async now(): Promise<Date> {
    const [row] = await this.application.sql<{ now: Date }>('select now_domain() as now');
    return row?.now ?? new Date();
  }

  /** Somebody at her own desk, signed in by the form, with a browser as it comes: scripts on, unless she has none. */
  async person(username: string, language: Language, more: Desk = {}): Promise<Person> {
    const { scripts: javaScriptEnabled = true, password = demoPassword } = more;
    const page = await this.desk(username, { javaScriptEnabled });
    const person = new Person(username, language, page, this);
    await person.signsIn(this.application.url, password);
    return person;
  }

  /** Somebody else who does the same work at the same body: the administrator adds her and hands her the password. */
  async colleague(of: DemoUsername, language: Language): Promise<Person> {
    const { role, body } = demoAccounts[of];
    const username = `${of}.colleague`;
    const admin = await this.person('admin', 'az', { scripts: false });
    await admin.follows('Hesablar');
    await admin.follows('Hesab əlavə etmək');
    await admin.writes({ 'Ad və soyad': 'Həmkar Sınaqlı', 'İstifadəçi adı': username });
    await admin.selects('Qurum', demoBodies[body].name.az);
    await admin.selects('Rol', capitalised(roleLabels[role].az, 'az'));
    await admin.presses('Hesabı əlavə edin');
    return this.person(username, language, { password: await admin.readsAlone('password') });
  }

  /** An empty page with nothing remembered; what the browser itself complains of there is a trouble. */
  async desk(who: string, options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const trouble = (what: string) => this.troubles.push(`${who}, ${new URL(page.url()).pathname}: ${what}`);
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer(message.text())) trouble(message.text());
    });
    page.on('pageerror', (fault) => trouble(fault.message));
    return page;
  }

  /** Keeps a picture of what a person has before her, where pictures are asked for. */
  async picture(who: string, page: Page, name: string): Promise<void> {
    this.steps += 1;
    if (!this.pictures) return;
    const file = `${String(this.steps).padStart(3, '0')}-${who}-${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}.png`;
    await page.screenshot({ path: path.join(this.pictures, file), fullPage: true });
  }

  /** Looks with axe at what a person has before her, also where a form was posted. */
  async examine(who: string, page: Page): Promise<void> {
    const faults = await accessibilityFaults(page);
    this.troubles.push(...faults.map((fault) => `${who}, ${new URL(page.url()).pathname}: ${fault}`));
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.application.close();
  }
}

/** The browser notes every 4xx; a form that is shown again with its faults is one by right. */
const isAnswer = (text: string): boolean => /status of (409|422)/.test(text);

export type Scene = (title: string, play: () => Promise<void>) => void;

/** Scenes build on each other: after one that failed the others only say so. */
export function scenesOn(stage: () => Stage): Scene {
  let isBroken = false;
  return (title, play) =>
    it(
      title,
      async () => {
        if (isBroken) throw new Error('an earlier scene failed');
        isBroken = true;
        await play();
        expect(stage().troubles).toEqual([]);
        isBroken = false;
      },
      100_000,
    );
}
