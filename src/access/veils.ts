import { Injectable } from '@nestjs/common';
import type { Body } from '#libs/vocabulary';
import { BodiesService } from './bodies.service.js';
import type { Ground } from './grounds.js';
import type { Identity } from './identity.js';
import { mayOpen, opensOn } from './need-to-know.js';
import { type KnowledgeLevel, knowledgeLevels } from './need-to-know.schema.js';
import { Veil } from './veil.js';

const open = new Veil(new Set());

/** The one place that decides who learns which shelter it is: by the location compartment of the need-to-know table. */
@Injectable()
export class Veils {
  constructor(private readonly bodies: BodiesService) {}

  /** For reading one case on this ground. */
  async of(identity: Identity, ground: Ground): Promise<Veil> {
    const lifted = !ofHouse(identity) && opensOn(identity.role, ground, 'location');
    return lifted ? open : this.drawn(identity);
  }

  /** For one row of a list, by the level at which the reader knows its case; no level hides every shelter. */
  async at(identity: Identity): Promise<(level: KnowledgeLevel | null) => Veil> {
    const drawn = await this.drawn(identity);
    return (level) => (level && !ofHouse(identity) && locates(identity, level) ? open : drawn);
  }

  /**
   * The directory of bodies for this reader. Shelters stand in it for those who may learn of one in some case, and for
   * the administrator, who keeps bodies and accounts and knows of no case.
   */
  async directory(identity: Identity): Promise<readonly Body[]> {
    const all = await this.bodies.all();
    const knows = knowledgeLevels.some((level) => locates(identity, level));
    if (knows || identity.role === 'administrator') return all;
    const drawn = await this.drawn(identity);
    return all.filter(({ id }) => !drawn.hides(id));
  }

  /** Of the shelters a reader still sees her own. */
  private async drawn(identity: Identity): Promise<Veil> {
    const others = (await this.bodies.houses()).filter(({ bodyId }) => bodyId !== identity.bodyId);
    return new Veil(new Set(others.flatMap(({ ids }) => ids)), !ofHouse(identity));
  }
}

/** In a case a house never learns of another house, wherever she comes from or goes. */
const ofHouse = ({ bodyKind }: Identity): boolean => bodyKind === 'shelter';

/** A grant by break-glass may leave the location out, so that in a list it does not lift the veil. */
const locates = ({ role }: Identity, level: KnowledgeLevel): boolean =>
  level !== 'breakGlass' && mayOpen(role, level, 'location');
