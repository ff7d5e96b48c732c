import type { Page } from 'playwright-core';
import type { Language } from '#libs/vocabulary';
import az from '../../../src/web/words/az.json' with { type: 'json' };
import en from '../../../src/web/words/en.json' with { type: 'json' };
import type { Stage } from './stage.js';
import { isNeutral } from './titles.js';

const words = { az, en };

/** Somebody who reads pages and does what a person can do with them: by the words that stand there. */
export class Person {
  constructor(
    private readonly username: string,
    private readonly language: Language,
    private readonly page: Page,
    private readonly stage: Stage,
  ) {}

  async signsIn(url: string, password: string): Promise<void> {
    await this.arrives(() => this.page.goto(url), 'sign-in');
    if (this.language === 'en') await this.follows('English');
    await this.writes({
      [this.says('signIn.username')]: this.username,
      [this.says('signIn.password')]: password,
    });
    await this.presses(this.says('signIn.do'));
  }

  /** A sentence of the pages in the person's language. */
  says(key: keyof typeof en): string {
    return words[this.language][key];
  }

  /** Follows the first link whose words begin so; a link that looks like a button counts. */
  async follows(text: string): Promise<void> {
    const name = beginning(text);
    const plain = this.page.getByRole('link', { name });
    const target = (await plain.count()) > 0 ? plain : this.page.getByRole('button', { name });
    await this.arrives(() => target.first().click(), text);
  }

  async presses(text: string): Promise<void> {
    await this.stage.picture(this.username, this.page, `before ${text}`);
    await this.arrives(() => this.page.getByRole('button', { name: text, exact: true }).click(), text);
  }

  /** By a link, the answers that its form asks for, and the button of the same words. */
  async does(step: string, answers: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.follows(step);
    await answers();
    await this.presses(step);
  }

  /** Fills fields by their labels. */
  async writes(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(answers)) {
      await this.page.getByLabel(this.question(label)).fill(text);
    }
  }

  /** Answers questions whose answers are radios or boxes. */
  async answers(given: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    for (const [question, answers] of Object.entries(given)) {
      const group = this.page.getByRole('group', { name: this.question(question) });
      for (const answer of [answers].flat()) await group.getByLabel(answer, { exact: true }).check();
    }
  }

  async selects(label: string, option: string): Promise<void> {
    await this.page.getByLabel(this.question(label)).selectOption({ label: option });
  }

  /** A day, or a moment, on the clocks of Baku, as it is typed into its three or four fields. */
  async dates(question: string, moment: Date): Promise<void> {
    const group = this.page.getByRole('group', { name: this.question(question) });
    const parts = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Asia/Baku', day: 'numeric', month: 'numeric', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit' },
    }).formatToParts(moment);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
    for (const name of ['day', 'month', 'year'] as const) {
      await group.getByLabel(this.says(`form.${name}`), { exact: true }).fill(part(name));
    }
    const time = group.getByLabel(this.says('form.time'), { exact: true });
    if (await time.count()) await time.fill(`${part('hour')}:${part('minute')}`);
  }

  /** A label, also where the page adds that the question need not be answered. */
  private question(label: string): RegExp {
    const optional = this.says('form.optional').replace('{label}', label);
    return new RegExp(`^\\s*(${literal(label)}|${literal(optional)})\\s*$`);
  }

  /** What stands on the page, as it is read. */
  async reads(): Promise<string> {
    return folded(await this.page.getByRole('main').innerText());
  }

  /** What is said beside a field, without the word that only a screen reader speaks. */
  async readsBeside(name: string): Promise<string> {
    return folded(await this.page.locator(`#${name}-error`).innerText());
  }

  /** What stands in one place of the page. */
  async readsAlone(id: string): Promise<string> {
    return folded(await this.page.locator(`#${id}`).innerText());
  }

  /** The strip over a case: what stands beside each heading. */
  async strip(): Promise<Record<string, string>> {
    const rows = await this.page.locator('.nrm-strip > div').all();
    const told = rows.map(async (row) => [
      await row.locator('dt').innerText(),
      await row.locator('dd').innerText(),
    ]);
    return Object.fromEntries((await Promise.all(told)).map(([key, value]) => [folded(key), folded(value)]));
  }

  /** Goes to a case from the worklist, by its number. */
  async opens(number: string): Promise<void> {
    await this.follows(this.says('nav.worklist'));
    await this.follows(number);
  }

  /** Opens what is folded away. */
  async unfolds(text: string): Promise<void> {
    await this.page.locator('summary', { hasText: text }).first().click();
  }

  /** Whether a link stands there. */
  async mayFollow(text: string): Promise<boolean> {
    return (await this.page.getByRole('link', { name: beginning(text) }).count()) > 0;
  }

  /** Goes on only when the page, opened again, says so: what the worker does takes its moment. */
  async waitsFor(text: string): Promise<void> {
    const end = Date.now() + 15_000;
    while (!(await this.reads()).includes(text)) {
      if (Date.now() > end)
        throw new Error(`${this.username} waited in vain for "${text}" at ${this.page.url()}`);
      await this.page.reload();
    }
    await this.stage.picture(this.username, this.page, text);
  }

  /** Has axe look at what is on the screen. */
  async examines(): Promise<void> {
    await this.stage.examine(this.username, this.page);
  }

  private async arrives(act: () => Promise<unknown>, name: string): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 30_000 }).then(() => undefined, String);
    await act();
    const late = await loaded;
    if (late) throw new Error(`${this.username} saw no new page after "${name}": ${late}`);
    const title = await this.page.title();
    if (!isNeutral(title)) this.trouble(`the title "${title}"`);
    await this.stage.picture(this.username, this.page, name);
  }

  private trouble(what: string): void {
    this.stage.troubles.push(`${this.username}, ${new URL(this.page.url()).pathname}: ${what}`);
  }
}

const folded = (text = ''): string => text.replace(/\s+/g, ' ').trim();

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const beginning = (text: string): RegExp => new RegExp(`^\\s*${literal(text)}`);
