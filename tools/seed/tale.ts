import type { DemoUsername } from '../../src/access/index.js';

const hour = 3_600_000;

/** Ids of the cases told so far, by the key of their tale; and of the beds of the house that acts, by their names. */
export type Told = (key: string) => string;
type Data = Readonly<Record<string, unknown>>;

/** One step of a tale: who does what, so many milliseconds before the history ends. */
export interface Deed {
  readonly tale: string;
  readonly ago: number;
  readonly by: DemoUsername;
  /** `identification.presume`; `caseFile.open` opens the case. */
  readonly command: string;
  readonly data: Data | ((told: Told, bed: Told) => Data);
  /** Of a handoff: its purpose, the latest one. */
  readonly purpose?: string | undefined;
  /** The step happened so many milliseconds before it is recorded. */
  readonly late?: { readonly by: number; readonly reason: string };
}

/** What the tale is there to show, and as whom to look. */
export interface Shown {
  readonly state: string;
  readonly see: string;
  readonly as: readonly DemoUsername[];
}

/** A synthetic case as a list of deeds. Hours are counted on from its beginning. */
export class Tale {
  readonly deeds: Deed[] = [];
  private ago: number;

  constructor(
    readonly key: string,
    readonly shown: Shown,
    beganHoursAgo: number,
  ) {
    this.ago = beganHoursAgo * hour;
  }

  /** Time passes. */
  after(hours: number): this {
    this.ago -= hours * hour;
    return this;
  }

  does(by: DemoUsername, command: string, data: Deed['data'] = {}, more: Partial<Deed> = {}): this {
    this.deeds.push({ tale: this.key, ago: this.ago, by, command, data, ...more });
    return this;
  }

  opens(by: DemoUsername, data: Data): this {
    return this.does(by, 'caseFile.open', data);
  }

  accepts(by: DemoUsername, purpose: string): this {
    return this.does(by, 'handoff.accept', {}, { purpose });
  }
}

export const days = (n: number): number => n * 24;

/** A case that began so many hours ago. */
export const tale = (key: string, beganHoursAgo: number, shown: Shown): Tale =>
  new Tale(key, shown, beganHoursAgo);

/** All deeds in the order of time; those of one moment in the order of the tales. */
export const inOrder = (tales: readonly Tale[]): readonly Deed[] =>
  tales.flatMap(({ deeds }) => deeds).sort((one, other) => other.ago - one.ago);
