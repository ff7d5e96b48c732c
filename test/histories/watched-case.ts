import type { Decision, Law } from '#libs/rulebook';
import { idOf } from '../builders/bodies.js';
import { CaseBuilder, law } from '../builders/case-builder.js';
import { Watch } from './watch.js';

/** A case in memory that holds every invariant against every command as it is taken. */
export class WatchedCase extends CaseBuilder {
  private readonly watch = new Watch();

  constructor(start: string, givenLaw: Law = law) {
    super(start, idOf(9, 1), givenLaw);
  }

  protected override take(decision: Decision): void {
    const before = this.view;
    super.take(decision);
    this.watch.see(before, this.view, decision.steps);
  }
}
