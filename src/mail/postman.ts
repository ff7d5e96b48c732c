import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../config/index.js';
import { Rounds } from '../platform/rounds/index.js';
import { type Claimed, Deliveries } from './deliveries.js';
import { letterOf } from './letter.js';

const everyMs = 5_000;
const inOneRound = 20;
/** Seconds until the next attempt; after the last, the letter has failed. */
const backOff = [60, 300, 1_800, 7_200, 43_200];

/** Sends letters through the mail server. Provided by the worker process only, and idle where no server is set. */
@Injectable()
export class Postman implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds('Postman', everyMs, () => this.round());
  private readonly transport;

  constructor(
    private readonly deliveries: Deliveries,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.transport = config.mail && createTransport(transportOf(config));
  }

  onApplicationBootstrap(): void {
    if (this.transport) this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
    this.transport?.close();
  }

  /** Claims what is due and sends it, one after the other. */
  async round(): Promise<void> {
    for (const one of await this.deliveries.claim(inOneRound)) await this.send(one);
  }

  private async send(one: Claimed): Promise<void> {
    const { mail } = this.config;
    if (!mail || !this.transport) return;
    try {
      const letter = letterOf(one, mail.publicUrl);
      const headers = { 'Auto-Submitted': 'auto-generated' };
      const { response } = await this.transport.sendMail({
        ...letter,
        from: mail.from,
        to: { name: '', address: one.address },
        headers,
      });
      await this.deliveries.end(one.id, 'sent', codeOf(response));
    } catch (error) {
      await this.missed(one, error as SmtpFault);
    }
  }

  /** A reply in the five hundreds is final; anything else may be mended by then. */
  private async missed({ id, attempts }: Claimed, { responseCode, code }: SmtpFault): Promise<void> {
    const answer = String(responseCode ?? code ?? 'unknown');
    const wait = backOff[attempts - 1];
    const isFinal = (responseCode ?? 0) >= 500 || wait === undefined;
    if (isFinal) await this.deliveries.end(id, 'failed', answer);
    else await this.deliveries.tryAgain(id, answer, wait);
  }
}

/** In production no letter leaves over a line that can be listened to. */
function transportOf({ mail, environment }: Config): string {
  const url = new URL(mail?.smtpUrl ?? '');
  if (environment === 'production') url.searchParams.set('requireTLS', 'true');
  return url.href;
}

interface SmtpFault {
  readonly responseCode?: number;
  readonly code?: string;
}

const codeOf = (response: unknown) => /^\d{3}/.exec(String(response))?.[0] ?? 'sent';
