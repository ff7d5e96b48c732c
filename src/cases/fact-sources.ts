import { Injectable } from '@nestjs/common';
import type { Codes, Facts, Instant } from '#libs/vocabulary';
import { code, one, type CaseView } from '#libs/vocabulary';
import type { FactSource } from './requests.js';

/** Rooms whose data a rule reads add their facts here, one source per command. */
@Injectable()
export class FactSources {
  private readonly sources = new Map<string, FactSource>();

  /** @throws when the command has a source already. */
  register(procedure: string, command: string, source: FactSource): void {
    const key = `${procedure}.${command}`;
    if (this.sources.has(key)) throw new Error(`Two fact sources for ${key}`);
    this.sources.set(key, source);
  }

  /** @throws CaseFault of the source when the data names what does not exist. */
  for(procedure: string, command: string, data: Codes, view: CaseView, now: Instant): Partial<Facts> {
    const ageStatus = code(one(view, 'caseFile')?.context, 'ageStatus') ?? 'assumedAdult';
    return this.sources.get(`${procedure}.${command}`)?.(data, ageStatus, now) ?? {};
  }
}
