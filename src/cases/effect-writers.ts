import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  effectTypes,
  type Effect,
  type EffectOf,
  type EffectType,
  type Instant,
  type Uuid,
} from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';

/** Where a consequence belongs: the case, the entry that brought it and the domain time of the command. */
export interface EntryPlace {
  readonly caseId: Uuid;
  readonly seq: number;
  readonly procedure: string;
  readonly command: string;
  readonly now: Instant;
  readonly happenedAt: Instant;
  readonly actorId: Uuid | null;
  readonly actorBodyId: Uuid | null;
}

/** Pure: from effect to SQL statements, sent in the one batch of the command. */
export type EffectWriter<T extends EffectType> = (
  effect: EffectOf<T>,
  place: EntryPlace,
) => readonly Statement[];

/** Every kind of consequence has exactly one writer, registered by the room that owns it; else the program does not start. */
@Injectable()
export class EffectWriters implements OnApplicationBootstrap {
  private readonly writers = new Map<EffectType, EffectWriter<never>>();

  /** @throws when the effect has a writer already. */
  register<T extends EffectType>(type: T, writer: EffectWriter<T>): void {
    if (this.writers.has(type)) throw new Error(`Two writers for the effect "${type}"`);
    this.writers.set(type, writer as unknown as EffectWriter<never>);
  }

  onApplicationBootstrap(): void {
    const missing = effectTypes.filter((type) => !this.writers.has(type));
    if (missing.length > 0) throw new Error(`No writer for the effects: ${missing.join(', ')}`);
  }

  statements(effect: Effect, place: EntryPlace): readonly Statement[] {
    const writer = this.writers.get(effect.type);
    if (!writer) throw new Error(`No writer for the effect "${effect.type}"`);
    return writer(effect as never, place);
  }
}
