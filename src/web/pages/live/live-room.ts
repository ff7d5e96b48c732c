import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Identity } from '../../../access/index.js';
import { Rounds } from '../../../platform/rounds/index.js';
import { News, type NewsCounts } from '../../../worklists/index.js';

/** One open page that wants to know. */
export interface Listener {
  readonly identity: Identity;
  /** False once the session has ended. */
  readonly mayStay: () => Promise<boolean>;
  readonly tell: (news: NewsCounts) => void;
  readonly close: () => void;
}

const everyMs = 3_000;
/** Of one account. Only the page in front listens, so that eight are as many screens. */
const mostPages = 8;
/** Sessions are looked at in every other round: who signed out hears nothing after six seconds. */
const sessionRounds = 2;

/**
 * Who has a page open, and what each was told last. Counts only, read under the reader's own identity; PostgreSQL is
 * asked once per body and round, and tells nothing by itself.
 */
@Injectable()
export class LiveRoom implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Map<Listener, string>();
  private readonly rounds = new Rounds('Live', everyMs, () => this.round());
  private turn = 0;

  constructor(private readonly news: News) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    [...this.listeners.keys()].forEach((listener) => listener.close());
    await this.rounds.stop();
  }

  /** Tells at once how things stand. Gives what ends it. Of too many pages of one account the oldest must go. */
  join(listener: Listener): () => void {
    const { accountId } = listener.identity;
    const open = [...this.listeners.keys()].filter(({ identity }) => identity.accountId === accountId);
    if (open.length >= mostPages) open.slice(0, 1).forEach((oldest) => this.end(oldest));
    this.listeners.set(listener, '');
    this.rounds.wake();
    return () => void this.listeners.delete(listener);
  }

  private async round(): Promise<void> {
    this.turn += 1;
    if (this.turn % sessionRounds === 0) await this.dismiss();
    const bodies = new Map([...this.listeners.keys()].map(({ identity }) => [identity.bodyId, identity]));
    for (const [bodyId, identity] of bodies) {
      const news = await this.news.of(identity);
      const here = [...this.listeners.keys()].filter((listener) => listener.identity.bodyId === bodyId);
      here.forEach((listener) => this.tell(listener, news));
    }
  }

  private tell(listener: Listener, news: NewsCounts): void {
    const said = JSON.stringify(news);
    if (!this.listeners.has(listener) || this.listeners.get(listener) === said) return;
    this.listeners.set(listener, said);
    listener.tell(news);
  }

  private async dismiss(): Promise<void> {
    for (const listener of this.listeners.keys()) if (!(await listener.mayStay())) this.end(listener);
  }

  private end(listener: Listener): void {
    this.listeners.delete(listener);
    listener.close();
  }
}
