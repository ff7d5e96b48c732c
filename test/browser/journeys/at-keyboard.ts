import type { Page } from 'playwright-core';
import { until } from '../../support/until.js';
import { eyes, type Focus } from './eyes.js';
import type { Stage } from './stage.js';

/** More stops than any page has. */
const lost = 250;

/** Somebody who has only a keyboard: after the first address nothing but keys reaches the page. */
export class AtKeyboard {
  constructor(
    private readonly page: Page,
    private readonly stage: Stage,
  ) {}

  /** The only thing that is not done by a key. */
  async opensThe(url: string): Promise<void> {
    await this.arrives(() => this.page.goto(url), url);
  }

  /** Goes to the next stop, and holds that she sees it. Null where the page ends. */
  async tabs(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focus | null> {
    await this.page.keyboard.press(key);
    const focus = await this.looks();
    for (const fault of focus?.faults ?? []) this.trouble(`"${focus?.name ?? ''}" ${fault}`);
    return focus;
  }

  /** Goes on to what is called so, in the group of this question where one is named. */
  async tabsTo(name: RegExp, group = /^/, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focus> {
    const passed: string[] = [];
    for (let focus = await this.tabs(key); focus && passed.length < lost; focus = await this.tabs(key)) {
      if (name.test(focus.name) && group.test(focus.group)) return focus;
      passed.push(focus.name);
    }
    throw new Error(`${String(name)} is not among ${passed.join(' | ')} at ${this.page.url()}`);
  }

  /** Past the head of a page, by the link that stands first on it. */
  async skips(): Promise<void> {
    const first = await this.begins();
    expect([first?.at, first?.name]).toEqual([
      0,
      expect.stringMatching(/^(Əsas məzmuna keçin|Skip to main)/),
    ]);
    await this.page.keyboard.press('Enter');
    expect(await this.page.evaluate('document.activeElement.id')).toBe('main-content');
  }

  /** Tabs to a link or a button and goes where it leads. */
  async follows(name: RegExp): Promise<void> {
    await this.tabsTo(name);
    await this.presses('Enter');
  }

  /** A key that brings another page. */
  async presses(key: string): Promise<void> {
    await this.arrives(() => this.page.keyboard.press(key), key);
  }

  /** A key that stays on the page; where the keyboard is then. */
  async strikes(key: string): Promise<Focus | null> {
    await this.page.keyboard.press(key);
    return this.looks();
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async looks(): Promise<Focus | null> {
    return this.page.evaluate<Focus | null>('eyes.focus()');
  }

  /**
   * Goes through the whole page from where it begins to where it ends: every stop comes in the order of reading, nothing
   * that has an action is left out, and nothing holds her.
   */
  async walks(): Promise<void> {
    const stops: Focus[] = [];
    for await (const focus of this.stops()) stops.push(focus);
    const reachable = await this.page.evaluate<string[]>('eyes.reachable()');
    expect(stops.map(({ at, name }) => [at, name])).toEqual(reachable.map((name, at) => [at, name]));
  }

  /** Every stop of the page, once. After the last one the keyboard leaves it, or begins anew. */
  private async *stops(): AsyncGenerator<Focus> {
    const first = await this.begins();
    for (let focus = first, count = 0; focus && count < lost; focus = await this.tabs(), count += 1) {
      if (count > 0 && focus.at === first?.at) return;
      yield focus;
    }
  }

  private async begins(): Promise<Focus | null> {
    const focus = await this.looks();
    return focus?.at === 0 ? focus : this.tabs();
  }

  async reads(): Promise<string> {
    return (await this.page.getByRole('main').innerText()).replace(/\s+/g, ' ');
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** Opens everything that is folded away, from the beginning of a page to its end; what it was called. */
  async unfolds(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const focus of this.stops()) {
      if (focus.kind !== 'summary') continue;
      expect(await this.strikes(found.length % 2 ? 'Space' : 'Enter')).toMatchObject({ answer: 'open' });
      found.push(focus.name);
    }
    return found;
  }

  /** Scrolls what has the focus by an arrow. */
  async scrolls(key: 'ArrowRight' | 'ArrowDown'): Promise<void> {
    await this.page.keyboard.press(key);
    await until('what has the focus to move', async () =>
      this.page.evaluate<boolean>('document.activeElement.scrollLeft + document.activeElement.scrollTop > 0'),
    );
  }

  private async arrives(act: () => Promise<unknown>, name: string): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 30_000 });
    await act();
    await loaded;
    await this.page.evaluate(eyes);
    await this.stage.picture('keyboard', this.page, name);
  }

  private trouble(what: string): void {
    this.stage.troubles.push(`${this.path}: ${what}`);
  }
}
