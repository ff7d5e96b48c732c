import { Injectable } from '@nestjs/common';
import type { Codes, Facts, Instant, Uuid } from '#libs/vocabulary';
import { code, one, type CaseView } from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/database/index.js';
import type { FactSource, RowSource } from './requests.js';

/** Rooms whose data a rule reads add their facts here, one source per command. */
@Injectable()
export class FactSources {
  private readonly sources = new Map<string, FactSource>();
  private readonly rowSources = new Map<string, RowSource>();

  /** @throws when the command has a source already. */
  register(procedure: string, command: string, source: FactSource): void {
    const key = `${procedure}.${command}`;
    if (this.sources.has(key)) throw new Error(`Two fact sources for ${key}`);
    this.sources.set(key, source);
  }

  /** @throws when one of the commands has such a source already. */
  registerRows(commands: readonly string[], source: RowSource): void {
    for (const command of commands) {
      if (this.rowSources.has(command)) throw new Error(`Two row sources for ${command}`);
      this.rowSources.set(command, source);
    }
  }

  /** One statement, or none. A clock names its command alone: `acceptancePassed`, of whatever procedure. */
  reads(command: string, data: Codes, caseId: Uuid): Statement[] {
    const statement = this.rowSource(command)?.read(command, data, caseId);
    return statement ? [statement] : [];
  }

  fromRows(command: string, found: Rows | undefined): Partial<Facts> {
    return (found && this.rowSource(command)?.facts(found.rows)) ?? {};
  }

  private rowSource(command: string): RowSource | undefined {
    const named = [...this.rowSources.keys()].find(
      (name) => name === command || name.endsWith(`.${command}`),
    );
    return named === undefined ? undefined : this.rowSources.get(named);
  }

  /** @throws CaseFault of the source when the data names what does not exist. */
  for(procedure: string, command: string, data: Codes, view: CaseView, happenedAt: Instant): Partial<Facts> {
    const ageStatus = code(one(view, 'caseFile')?.context, 'ageStatus') ?? 'assumedAdult';
    return this.sources.get(`${procedure}.${command}`)?.(data, ageStatus, happenedAt) ?? {};
  }
}
