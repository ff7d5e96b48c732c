import { type Body, bodyKindLabels, type Uuid, type Words } from '#libs/vocabulary';

/** A body as a reader sees it: without id, and by its kind alone, where its name would tell a place of safety. */
export interface BodyShown {
  readonly id: Uuid | null;
  readonly name: Words;
}

/** A bed is of one house, and so is what of it does not suit; the region that she must leave is the one where she is. */
const placing = ['bedId', 'avoidRegion', 'unsuitable'];

/** What stands where a value may not be known: it is told apart from a value that is not there. */
const restricted = { restricted: true } as const;

export const isRestricted = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'restricted' in value;

/**
 * What of the shelters one reader does not see. Who houses a person tells where she is: whoever may not open the
 * location compartment learns that there is a shelter, never which, nor who works there. Everything that leaves a
 * room with ids or names of bodies and officers in it passes through here.
 */
export class Veil {
  /** `hidden`: ids of shelters and of the accounts of their people. `places`: whether a bed and a region are hidden too. */
  constructor(
    private readonly hidden: ReadonlySet<unknown>,
    private readonly places = false,
  ) {}

  hides(id: unknown): boolean {
    return this.hidden.has(id);
  }

  /** The id, or null where it could be joined to a shelter. */
  id(id: Uuid | null): Uuid | null {
    return this.hides(id) ? null : id;
  }

  body({ id, name }: Pick<Body, 'id' | 'name'>): BodyShown {
    return this.hides(id) ? { id: null, name: bodyKindLabels.shelter } : { id, name };
  }

  /** Whether a hidden id stands anywhere in it, as a value or as a name. */
  covers(json: unknown): boolean {
    if (this.hidden.size === 0) return false;
    if (typeof json !== 'object' || json === null) return this.hides(json);
    return Object.entries(json).some(
      ([name, value]) => this.hides(name) || this.ofPlace(name, value) || this.covers(value),
    );
  }

  /**
   * The same with `{restricted: true}` in the place of hidden ids, and without members that are named by one. Of a case
   * of a hidden house it does not tell either whether an officer has it: what its system opened has none.
   */
  over<T>(json: T): T {
    return this.covers(json) ? (this.veiled(json) as T) : json;
  }

  private veiled(json: unknown): unknown {
    if (this.hides(json)) return restricted;
    if (Array.isArray(json)) return json.map((one) => this.veiled(one));
    if (typeof json !== 'object' || json === null) return json;
    const shown = Object.entries(json).filter(([name]) => !this.hides(name));
    const ofHouse = 'ownerBodyId' in json && this.hides(json.ownerBodyId);
    const isShut = (name: string, value: unknown) =>
      this.ofPlace(name, value) || (ofHouse && name === 'ownerOfficerId');
    return Object.fromEntries(
      shown.map(([name, value]) => [name, isShut(name, value) ? restricted : this.veiled(value)]),
    );
  }

  private ofPlace(name: string, value: unknown): boolean {
    return this.places && placing.includes(name) && value !== null;
  }
}
